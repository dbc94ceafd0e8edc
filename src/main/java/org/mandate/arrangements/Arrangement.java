package org.mandate.arrangements;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;

/**
 * An arrangement for the commissioning of primary care, from its first day to its last.
 *
 * @param number from 1 within the appraisal, in their order
 * @param statement what was put into force
 * @param endedOn the day from which another is in force; null for none
 * @param savedBy who recorded it
 * @param savedAt when
 */
public record Arrangement(int number, Statement statement, @Nullable LocalDate endedOn, String savedBy,
		Instant savedAt) {

	/** Most characters of how it came. */
	public static final int CAME = 1000;

	/** Most characters of the conditions. */
	public static final int CONDITIONS = 2000;

	/** On what an arrangement rests. */
	public enum Basis {

		/** NHS England's approval of the proposal. */
		OUTCOME("NHS England’s approval"),

		/** Agreement with NHS England where the guidance knows no approval. */
		AGREEMENT("Agreement, no approval needed"),

		/** A roll-back to which both agreed. */
		ROLL_BACK("Roll-back by mutual agreement");

		private final String label;

		Basis(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * What is put into force.
	 *
	 * @param model key of the model
	 * @param liveFrom its first day
	 * @param basis on what it rests
	 * @param came how it came, in words
	 * @param conditions with which it was approved; null for none
	 */
	public record Statement(String model, LocalDate liveFrom, Basis basis, String came, @Nullable String conditions) {

		/** Its first day in words. */
		public String firstDay() {
			return London.date(this.liveFrom);
		}

	}

	/** Whether it is, or will be, in force: nothing has taken its place. */
	public boolean stands() {
		return this.endedOn == null;
	}

	/** Whether its first day has come. */
	public boolean isLive(LocalDate day) {
		return !this.statement.liveFrom().isAfter(day);
	}

}
