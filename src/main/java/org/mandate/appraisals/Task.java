package org.mandate.appraisals;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;

/**
 * One line of an appraisal's task list.
 *
 * @param stage under which heading it stands
 * @param title what is to be done, beginning with a verb
 * @param path its page, below the appraisal's: "/comparison"; null when it has none yet
 * @param status how far it is
 * @param hint one line of state, such as "5 of 6 localities returned"; null for none
 * @param actors whose next action it is while it is not completed
 * @param due its last day; null where it has none of its own
 * @param inPerson whether each of the actors is told of their own part by a
 * {@link DutySource}, so that the line as a whole is nobody's in particular
 */
public record Task(Stage stage, String title, @Nullable String path, Status status, @Nullable String hint,
		Set<Role> actors, @Nullable LocalDate due, boolean inPerson) {

	/** One without a day of its own. */
	public Task(Stage stage, String title, @Nullable String path, Status status, @Nullable String hint,
			Set<Role> actors) {
		this(stage, title, path, status, hint, actors, null, false);
	}

	/** The same, of which each actor is told their own part. */
	public Task eachInPerson() {
		return new Task(this.stage, this.title, this.path, this.status, this.hint, this.actors, this.due, true);
	}

	/** The headings of the task list, in order. */
	public enum Stage {

		/** What the models are and how they differ from today. */
		COMPARE("Compare the models"),

		/** Who was told and asked, and what they said. */
		ENGAGE("Engage"),

		/** What speaks for and against each option. */
		APPRAISE("Appraise the options"),

		/** What the member practices say. */
		VOTE("Ask the member practices"),

		/** What the governing body decides. */
		DECIDE("Recommend and decide"),

		/** What NHS England gets, and what comes of it. */
		SUBMIT("Submit the proposal"),

		/** The arrangement in force. */
		REVIEW("Put into force and review");

		private final String label;

		Stage(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** How far a task is. */
	public enum Status {

		/** Done. */
		COMPLETED("Completed"),

		/** Begun or to be begun now. */
		INCOMPLETE("Incomplete"),

		/** Waits for another task. */
		CANNOT_START_YET("Cannot start yet"),

		/** Its date has passed. */
		OVERDUE("Overdue");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}
}
