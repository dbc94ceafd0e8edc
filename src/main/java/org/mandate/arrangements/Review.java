package org.mandate.arrangements;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.FinancialYear;
import org.mandate.forms.London;

/**
 * A review of the arrangement: "a plan to review these arrangements as part of our
 * planning process for 2016/17" (Oxfordshire CCG, 29 January 2015, recommendation).
 *
 * @param number from 1 within the appraisal
 * @param plan when it is due, and who sees to it
 * @param outcome what came of it; null until it is held
 * @param savedBy who saved it last
 * @param savedAt when
 * @param version grows with each change
 */
public record Review(int number, Plan plan, @Nullable Outcome outcome, String savedBy, Instant savedAt, int version) {

	/** Most characters of words for when. */
	public static final int WORDS = 300;

	/** Most characters of the owner. */
	public static final int OWNER = 200;

	/** Most characters of what was found. */
	public static final int FOUND = 4000;

	/** What a review decides. */
	public enum Decision {

		/** The arrangement stays. */
		KEEP("Keep the arrangement"),

		/** Another model is to be sought. */
		CHANGE("Change the model"),

		/** The arrangement is to end. */
		END("End the arrangement");

		private final String label;

		Decision(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * When a review is due.
	 *
	 * @param on the day; null where only words are given
	 * @param words no nearer than that: "as part of the planning process for 2016/17";
	 * null where a day is enough
	 * @param owner who sees to it
	 */
	public record Plan(@Nullable LocalDate on, @Nullable String words, String owner) {

		public Plan {
			if (on == null && words == null) {
				throw new IllegalArgumentException("A review is due some time");
			}
		}

		/** The first day it may be meant for, in a year. */
		public LocalDate from(FinancialYear year) {
			return (this.on != null) ? this.on : year.first();
		}

		/**
		 * The last day on which it is in time: where only words are given, the last of
		 * the year of the arrangement, for after it the next year's is in force.
		 */
		public LocalDate latest(FinancialYear year) {
			return (this.on != null) ? this.on : year.last();
		}

		/** When, in words. */
		public String when() {
			if (this.on == null) {
				return (this.words != null) ? this.words : "";
			}
			return London.date(this.on) + ((this.words != null) ? ": " + this.words : "");
		}

	}

	/**
	 * What came of a review.
	 *
	 * @param heldOn the day it was held
	 * @param found what was found
	 * @param decision what follows
	 */
	public record Outcome(LocalDate heldOn, String found, Decision decision) {
	}

	/** Whether it is still to be held. */
	public boolean open() {
		return this.outcome == null;
	}

}
