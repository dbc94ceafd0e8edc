package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How far the proposal of an appraisal is, for other modules.
 *
 * @param state how far
 * @param model key of the model proposed; null before a pro forma is begun
 * @param modelName its name; null likewise
 * @param submittedAt when it was submitted; null before
 * @param late whether that was too late
 * @param receivedAt when NHS England had it; null before
 * @param decidedOn the day of NHS England's decision, or of the decision to make no
 * application; null before
 * @param openConditions how many conditions of an approval are still to be met
 * @param fallback what follows where it is not recommended; null otherwise
 */
public record SubmissionSummary(State state, @Nullable String model, @Nullable String modelName,
		@Nullable Instant submittedAt, boolean late, @Nullable Instant receivedAt, @Nullable LocalDate decidedOn,
		int openConditions, @Nullable Fallback fallback) {

	/** How far a proposal is. */
	public enum State {

		/** Nothing is begun. */
		NOT_BEGUN("Not begun", "grey"),

		/** The model that the governing body approved needs no submission. */
		NOTHING_TO_SUBMIT("Nothing has to be submitted", "grey"),

		/** The pro forma is being written. */
		DRAFT("Pro forma in draft", "yellow"),

		/** Submitted, and not confirmed. */
		SUBMITTED("Submitted", "blue"),

		/** NHS England confirmed that it has it. */
		RECEIVED("Received by NHS England", "blue"),

		/** Approved. */
		APPROVED("Approved", "green"),

		/** Approved on conditions. */
		APPROVED_WITH_CONDITIONS("Approved with conditions", "green"),

		/** Not recommended for approval. */
		NOT_RECOMMENDED("Not recommended for approval", "red"),

		/** No application is made. */
		NO_APPLICATION("No application", "grey");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/** Whether it was approved, on conditions or without. */
	public boolean isApproved() {
		return this.state == State.APPROVED || this.state == State.APPROVED_WITH_CONDITIONS;
	}

}
