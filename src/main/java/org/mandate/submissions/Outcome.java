package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What came of a submission.
 *
 * @param number from 1 within the submission; the last one holds
 * @param result what
 * @param toldOn the day of NHS England's decision
 * @param toldBy who told, and how it is known
 * @param note what else is to be said; may be null
 * @param fallback what follows where it is not recommended; null otherwise
 * @param plan what was agreed about that; may be null
 * @param changedReason why it takes the place of an earlier outcome; null for the first
 * @param recordedBy who recorded it
 * @param recordedAt when
 * @param conditions its conditions, in order
 */
public record Outcome(int number, Result result, LocalDate toldOn, String toldBy, @Nullable String note,
		@Nullable Fallback fallback, @Nullable String plan, @Nullable String changedReason, String recordedBy,
		Instant recordedAt, List<Condition> conditions) {

	public Outcome {
		conditions = List.copyOf(conditions);
	}

	/** What may come of a submission. */
	public enum Result {

		/** Approved. */
		APPROVED("Approved", "green"),

		/** Approved on conditions. */
		APPROVED_WITH_CONDITIONS("Approved with conditions", "yellow"),

		/** Not recommended for approval. */
		NOT_RECOMMENDED("Not recommended for approval", "red");

		private final String label;

		private final String colour;

		Result(String label, String colour) {
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

		/** As in milestones: {@code approved-with-conditions}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/** Whether the arrangement may start. */
		public boolean isApproved() {
			return this != NOT_RECOMMENDED;
		}

	}

	/**
	 * A condition of an approval.
	 *
	 * @param number from 1 within the outcome
	 * @param text what is asked
	 * @param dueOn by when; null where no date was given
	 * @param metOn when it was met; null while it is open
	 * @param metHow how, and where that can be seen; null while it is open
	 * @param version counts what was saved from 0
	 * @param savedBy who saved it
	 * @param savedAt when
	 */
	public record Condition(int number, String text, @Nullable LocalDate dueOn, @Nullable LocalDate metOn,
			@Nullable String metHow, int version, String savedBy, Instant savedAt) {

		/** Whether it is still to be met. */
		public boolean isOpen() {
			return this.metOn == null;
		}

		/** Whether it should have been met. */
		public boolean isOverdue(LocalDate today) {
			return isOpen() && this.dueOn != null && today.isAfter(this.dueOn);
		}

	}

	/** How many conditions are still to be met. */
	public int open() {
		return (int) this.conditions.stream().filter(Condition::isOpen).count();
	}

}
