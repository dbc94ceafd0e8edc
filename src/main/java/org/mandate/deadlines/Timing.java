package org.mandate.deadlines;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;

/**
 * How a step stands against the time by which it is due. Lateness begins at the very
 * instant that is named; days are counted from one date to another as they are in London,
 * so that no change of the clocks can add or take one.
 *
 * @param state what it comes to
 * @param words in words: "6 days late"
 */
public record Timing(State state, String words) {

	/** What it can come to. */
	public enum State {

		/** Done, and in time. */
		DONE_IN_TIME("Done in time", "green"),

		/** Done, and late. */
		DONE_LATE("Done late", "red"),

		/** Not done, and late. */
		LATE_NOW("Late", "red"),

		/** Planned for when it is late. */
		WILL_BE_LATE("Will be late", "orange"),

		/** Still to be done in time. */
		DUE("Due", "blue"),

		/** Done, but the record does not say exactly enough when. */
		UNCLEAR("Cannot be known", "yellow"),

		/** No day is given for it. */
		IMPRECISE("No exact day", "grey"),

		/** Somebody else's date, which has come. */
		PASSED("Passed", "grey"),

		/** Nothing can be counted to. */
		NOTHING_CALLED("No meeting called", "orange");

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

		/** Whether somebody should look at it. */
		public boolean isProblem() {
			return this == DONE_LATE || this == LATE_NOW || this == WILL_BE_LATE || this == NOTHING_CALLED;
		}

		/** Whether it is done. */
		public boolean isDone() {
			return this == DONE_IN_TIME || this == DONE_LATE || this == UNCLEAR;
		}

	}

	/** The state and the words together, in the middle of a sentence. */
	public String sentence() {
		String said = this.words.isEmpty() ? this.words
				: this.words.substring(0, 1).toLowerCase(Locale.UK) + this.words.substring(1);
		return switch (this.state) {
			case LATE_NOW -> said;
			case DONE_LATE -> "done " + said;
			case WILL_BE_LATE -> "will be " + said;
			default -> {
				String label = this.state.label().toLowerCase(Locale.UK);
				yield said.isEmpty() ? label : label + ", " + said;
			}
		};
	}

	/**
	 * How one of our own steps stands.
	 * @param due by when; null where nobody says exactly
	 * @param milestone what happened, or is planned; null for neither
	 */
	public static Timing of(@Nullable Due due, @Nullable Milestone milestone, AsAt asAt) {
		if (due == null) {
			return (milestone != null && milestone.isPast(asAt))
					? new Timing(State.UNCLEAR, "Done; no exact day was due") : new Timing(State.IMPRECISE, "");
		}
		if (milestone != null) {
			return of(due, milestone, milestone.isPast(asAt));
		}
		return waiting(due, asAt);
	}

	/** How a date of somebody else's, such as an announcement, stands. */
	public static Timing ofOthers(@Nullable Due due, @Nullable Milestone milestone, AsAt asAt) {
		if (due == null || (milestone != null && milestone.isPast(asAt))) {
			return of(due, milestone, asAt);
		}
		return asAt.instant().isBefore(due.late()) ? waiting(due, asAt)
				: new Timing(State.PASSED, days(due.day(), asAt.day()) + (asAt.past() ? " earlier" : " ago"));
	}

	private static Timing of(Due due, Milestone milestone, boolean done) {
		if (milestone.isBefore(due.late())) {
			return done ? new Timing(State.DONE_IN_TIME, "") : new Timing(State.DUE, "Planned in time");
		}
		if (milestone.isAfter(due.late())) {
			return new Timing(done ? State.DONE_LATE : State.WILL_BE_LATE, late(due.day(), milestone.from()));
		}
		return new Timing(done ? State.UNCLEAR : State.DUE,
				milestone.isExact()
						? "On the day it was due; the record has no time, so whether it was in time is not known"
						: "The record has no exact day, so whether it was in time is not known");
	}

	private static Timing waiting(Due due, AsAt asAt) {
		if (!asAt.instant().isBefore(due.late())) {
			return new Timing(State.LATE_NOW, late(due.day(), asAt.day()));
		}
		long left = ChronoUnit.DAYS.between(asAt.day(), due.day());
		return new Timing(State.DUE, (left == 0) ? "Today" : days(asAt.day(), due.day()) + " left");
	}

	private static String late(LocalDate due, LocalDate on) {
		return due.equals(on) ? "Late on the day itself" : days(due, on) + " late";
	}

	/** How many days one date is from another: "1 day". */
	static String days(LocalDate from, LocalDate to) {
		long days = Math.abs(ChronoUnit.DAYS.between(from, to));
		return (days == 1) ? "1 day" : days + " days";
	}

}
