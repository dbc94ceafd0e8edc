package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * A stage of the way from the submission to the arrangement, as the guidance has it, and
 * what happened.
 *
 * @param step the step of the guidance
 * @param kind what sort of stage
 * @param deadline when it is expected; null where the guidance says nothing of it
 * @param record what happened; null while nothing is recorded
 */
public record Stage(Edition.Step step, Kind kind, @Nullable Deadline deadline, @Nullable Recorded record) {

	/** What sort of stage it is. */
	public enum Kind {

		/** A panel looks at the proposal. */
		MODERATION,

		/** A committee decides on it. */
		SIGN_OFF,

		/** The agreement is signed. */
		AGREEMENT,

		/** Money is transferred. */
		FUNDS,

		/** The arrangement starts; recorded with the arrangement. */
		START,

		/** Nothing is recorded of it: there is no formal approval. */
		INFORMAL;

		/** Whether somebody considers the proposal. */
		public boolean isConsideration() {
			return this == MODERATION || this == SIGN_OFF;
		}

		/** Whether it is recorded here. */
		public boolean isRecorded() {
			return this != START && this != INFORMAL;
		}

		/** Whether it follows an approval. */
		public boolean isAfterApproval() {
			return this == AGREEMENT || this == FUNDS;
		}

		/** What may come of it. */
		public List<Result> results() {
			return isConsideration()
					? List.of(Result.RECOMMENDED, Result.WITH_CONDITIONS, Result.NOT_RECOMMENDED, Result.MORE_ASKED)
					: List.of(Result.DONE);
		}

	}

	/** What came of a stage. */
	public enum Result {

		/** Recommended, or signed off. */
		RECOMMENDED("Recommended or signed off"),

		/** The same with conditions. */
		WITH_CONDITIONS("Recommended with conditions"),

		/** Not recommended. */
		NOT_RECOMMENDED("Not recommended"),

		/** More information was asked for. */
		MORE_ASKED("More information asked for"),

		/** Done: signed, transferred. */
		DONE("Done");

		private final String label;

		Result(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * What happened at a stage.
	 *
	 * @param on when
	 * @param result what came of it
	 * @param note what else is to be said; may be null
	 * @param version counts what was saved from 0
	 * @param savedBy who saved it
	 * @param savedAt when
	 */
	public record Recorded(LocalDate on, Result result, @Nullable String note, int version, String savedBy,
			Instant savedAt) {

		boolean says(LocalDate on, Result result, @Nullable String note) {
			return this.on.equals(on) && this.result == result && java.util.Objects.equals(this.note, note);
		}

	}

	/** When it is expected, as the guidance says it: "Mid January 2015". */
	public String expected() {
		return (this.deadline != null) ? this.deadline.words() : "No date stated";
	}

	/** Whether it can no longer be on the day that the guidance states for it. */
	public boolean isOverdue(LocalDate today) {
		LocalDate day = (this.deadline != null) ? this.deadline.day() : null;
		return this.record == null && day != null && this.kind.isRecorded() && today.isAfter(day);
	}

	/** As in addresses. */
	public String slug() {
		return this.step.key();
	}

}
