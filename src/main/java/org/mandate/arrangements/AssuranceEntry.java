package org.mandate.arrangements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;

/**
 * One entry of the assurance log: "Delegated arrangements will be monitored as part of
 * the CCG assurance process" (roadshow slides, "Ongoing Assurance").
 *
 * @param number from 1 within the appraisal
 * @param statement what was found
 * @param actions what is to be done about it, in their order
 * @param savedBy who saved it last
 * @param savedAt when
 * @param version grows with each change of the statement
 */
public record AssuranceEntry(int number, Statement statement, List<Action> actions, String savedBy, Instant savedAt,
		int version) {

	/** Most characters of the theme. */
	public static final int THEME = 200;

	/** Most characters of the finding. */
	public static final int FINDING = 4000;

	/** Most characters of an action. */
	public static final int ACTION = 1000;

	/** Most characters of its owner. */
	public static final int OWNER = 200;

	public AssuranceEntry {
		actions = List.copyOf(actions);
	}

	/** How far NHS England is assured. */
	public enum Rating {

		/** Assured. */
		ASSURED("Assured", "green"),

		/** In part. */
		PARTLY("Partly assured", "yellow"),

		/** Not assured. */
		NOT_ASSURED("Not assured", "red");

		private final String label;

		private final String colour;

		Rating(String label, String colour) {
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

	/**
	 * What was found.
	 *
	 * @param on the day
	 * @param theme what part of the arrangement it is about
	 * @param finding in words
	 * @param rating how far NHS England is assured
	 */
	public record Statement(LocalDate on, String theme, String finding, Rating rating) {

		/** The day in words. */
		public String day() {
			return London.date(this.on);
		}

	}

	/**
	 * Something to be done about a finding.
	 *
	 * @param number from 1 within the entry
	 * @param what is to be done
	 * @param owner by whom
	 * @param dueOn by when
	 * @param doneOn when it was done; null until then
	 */
	public record Action(int number, String what, String owner, LocalDate dueOn, @Nullable LocalDate doneOn) {

		/** Whether it is still to be done. */
		public boolean open() {
			return this.doneOn == null;
		}

		/** When it was done, in words; empty until then. */
		public String doneDay() {
			return (this.doneOn != null) ? London.date(this.doneOn) : "";
		}

	}

}
