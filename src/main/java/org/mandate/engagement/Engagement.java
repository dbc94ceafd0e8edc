package org.mandate.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;

/**
 * An engagement as it stands in the log.
 *
 * @param id its identity
 * @param number within the appraisal, from 1; never given again
 * @param statement what is said of it
 * @param partnerName name of the partner body; null for none
 * @param withdrawnReason why it was withdrawn; null while it stands
 * @param recordedAt when it was last saved
 * @param recordedBy by whom
 * @param version counts what was saved of it from 0
 */
public record Engagement(UUID id, int number, EngagementStatement statement, @Nullable String partnerName,
		@Nullable String withdrawnReason, Instant recordedAt, String recordedBy, int version) {

	/** What an engagement is at a moment. */
	public enum State {

		/** It was over by then. */
		HELD("Held"),

		/** It may have been over by then, or not: its days lie on both sides. */
		UNDER_WAY("Then or later"),

		/** It was held, and nobody says when. */
		UNDATED("Held, no date stated"),

		/** It is on record as held, but after that moment. */
		LATER("Held later"),

		/** It is planned. */
		PLANNED("Planned"),

		/** It was planned for days that had passed, and is not recorded as held. */
		NOT_CONFIRMED("Planned, not recorded as held");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** Whether somebody was engaged by then, as far as can be told. */
		boolean counts() {
			return this == HELD || this == UNDER_WAY || this == UNDATED;
		}

	}

	/** Whether it was not withdrawn. */
	public boolean stands() {
		return this.withdrawnReason == null;
	}

	/** Who exactly. */
	public String who() {
		return this.statement.who();
	}

	/** Its address below the organisation's. */
	public String path(String appraisalPath) {
		return appraisalPath + "/engagement/" + this.number;
	}

	/** What it is, seen from a moment. */
	public State state(AsAt asAt) {
		When when = this.statement.when();
		if (when.from() == null) {
			return this.statement.held() ? State.UNDATED : State.PLANNED;
		}
		LocalDate last = Objects.requireNonNull(when.to());
		if (!this.statement.held()) {
			return last.isBefore(asAt.day()) ? State.NOT_CONFIRMED : State.PLANNED;
		}
		if (!last.isAfter(asAt.day())) {
			return State.HELD;
		}
		return when.from().isAfter(asAt.day()) ? State.LATER : State.UNDER_WAY;
	}

	/**
	 * How it once stood.
	 *
	 * @param version from 0
	 * @param verb what was done: "Recorded"
	 * @param said everything it said, line by line
	 * @param reason why it was withdrawn; null for the others
	 * @param by who saved it
	 * @param at when
	 */
	public record Saved(int version, String verb, String said, @Nullable String reason, String by, Instant at) {
	}

}
