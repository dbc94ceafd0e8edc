package org.mandate.deadlines;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.Milestone;
import org.mandate.guidance.Citation;
import org.mandate.guidance.Deadline;

/**
 * A line of the plan.
 *
 * @param key stable within the plan of a model
 * @param group under which heading it stands
 * @param title what has to be done, or happens
 * @param how why by then, in a sentence
 * @param due by when; null where nobody says exactly
 * @param when the same in words, "mid January 2015" as the source has it
 * @param timing how it stands
 * @param record what the record has of it
 * @param citations who says so; empty for what the organisation chose itself
 * @param rivals what other sources say
 * @param actors whose step it is; nobody's here for a step of NHS England
 */
public record PlanLine(String key, Group group, String title, String how, @Nullable Due due, String when, Timing timing,
		List<Milestone> record, List<Citation> citations, List<Rival> rivals, Set<Role> actors) {

	public PlanLine {
		record = List.copyOf(record);
		citations = List.copyOf(citations);
		rivals = List.copyOf(rivals);
		actors = Set.copyOf(actors);
	}

	/** The parts of the plan, in order. */
	public enum Group {

		/** Up to the governing body's decision. */
		DECIDE("Engage, ask and decide"),

		/** The proposal and what goes with it. */
		SUBMIT("Amend the constitution and submit"),

		/** What others make known meanwhile. */
		PUBLISHED("What NHS England makes known"),

		/** What comes of the proposal. */
		AFTER("After the submission");

		private final String label;

		Group(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * A date that other sources state.
	 *
	 * @param deadline as they state it
	 * @param distance how far it is from the one that is counted on; null where either is
	 * imprecise
	 * @param consequence what would change if it held, in sentences; null where it is
	 * imprecise
	 */
	public record Rival(Deadline deadline, @Nullable String distance, @Nullable String consequence) {
	}

	/** Whether those whose step it is can be reminded of it. */
	boolean isAwaited() {
		return this.timing.state() == Timing.State.DUE && this.due != null && !this.actors.isEmpty();
	}

}
