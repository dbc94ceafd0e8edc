package org.mandate.interests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.PersonSummary;

/**
 * A member with what they declared.
 *
 * @param person who it is
 * @param declarations the oldest first
 * @param lastReturn when they last declared, changed, confirmed, or said that there is
 * nothing to declare; null if never
 * @param dueOn the last day for a first return
 * @param today the day on which this was read
 */
public record Holder(PersonSummary person, List<Declaration> declarations, @Nullable Instant lastReturn,
		LocalDate dueOn, LocalDate today) {

	/**
	 * Months after which a return is old (NHS England, Managing conflicts of interest:
	 * statutory guidance for CCGs, of 2016).
	 */
	static final int MONTHS_CURRENT = 6;

	public Holder {
		declarations = List.copyOf(declarations);
	}

	/** How a member's return stands. */
	public enum State {

		/** No return, and the 28 days are over. */
		OVERDUE("Overdue", "red"),

		/** No return yet, and still time. */
		NONE("No return yet", "yellow"),

		/** A return older than six months. */
		OLD("Older than 6 months", "orange"),

		/** All is well. */
		CURRENT("Up to date", "green"),

		/** No longer a member. */
		LEFT("Has left", "grey");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/**
		 * How a return stands on a day: the last that was made, or the first that is due.
		 */
		static State of(@Nullable Instant last, LocalDate dueOn, LocalDate today) {
			if (last == null) {
				return today.isAfter(dueOn) ? OVERDUE : NONE;
			}
			return today.isAfter(InterestVersion.day(last).plusMonths(MONTHS_CURRENT)) ? OLD : CURRENT;
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

	/** How the return stands. */
	public State state() {
		return (this.person.left() != null) ? State.LEFT : State.of(this.lastReturn, this.dueOn, this.today);
	}

	/** Whether they made a return on a day or later. */
	boolean returnedSince(LocalDate day) {
		return this.lastReturn != null && !InterestVersion.day(this.lastReturn).isBefore(day);
	}

	/** Whether a first return is overdue. */
	public boolean overdue() {
		return state() == State.OVERDUE;
	}

	/** Interests that go on. */
	public List<Declaration> standing() {
		return this.declarations.stream().filter(Declaration::standing).toList();
	}

	/** Declarations whose latest words nobody has reviewed. */
	public List<Declaration> awaiting() {
		return this.declarations.stream().filter((each) -> each.state() == Declaration.State.AWAITING_REVIEW).toList();
	}

	/** What was returned, in words. */
	public String returned() {
		if (this.lastReturn == null) {
			return "Nothing";
		}
		int standing = standing().size();
		return switch (standing) {
			case 0 -> this.declarations.isEmpty() ? "Nothing to declare" : "Nothing that goes on";
			case 1 -> "1 interest";
			default -> standing + " interests";
		};
	}

	/** Whose it is. */
	public UUID id() {
		return this.person.id();
	}

}
