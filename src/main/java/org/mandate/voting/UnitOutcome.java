package org.mandate.voting;

import org.jspecify.annotations.Nullable;

/**
 * What counts for one unit (a locality), under one reading.
 *
 * @param slug its name in addresses
 * @param name as shown
 * @param provenance where its list of practices comes from when it was inferred; null
 * when the organisation states it
 * @param entitled practices entitled to vote, frozen when the ballot opened
 * @param patients their registered patients, as a sum
 * @param state how far its return is
 * @param figures what it reports; {@link Figures#none()} while nothing counts
 * @param rest code of the choice for which the unit stated no number; null when it stated
 * all
 * @param filled number of practices entered for it from the register under this reading;
 * 0 otherwise
 * @param weights what its practices' votes weigh; null unless the rule weighs them
 */
public record UnitOutcome(String slug, String name, @Nullable String provenance, int entitled, int patients,
		State state, Figures figures, @Nullable String rest, int filled, @Nullable Weights weights) {

	/** How far the return of a unit is. */
	public enum State {

		/** Nothing returned, and the ballot is open. */
		AWAITED("Not returned yet"),

		/** Returned, and not accepted: it does not count yet. */
		RETURNED("Returned, to be accepted"),

		/** Sent back to the director: it does not count. */
		SENT_BACK("Sent back"),

		/** Accepted: it counts. */
		ACCEPTED("Accepted"),

		/** The ballot closed without a return. */
		NOTHING_RETURNED("Nothing returned");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** Whether the votes of this unit may still be anything. */
	public boolean open() {
		return this.state != State.ACCEPTED && this.state != State.NOTHING_RETURNED;
	}

	/** Practices of which nothing is known while the return may still be anything. */
	int unknown() {
		return open() ? this.entitled : 0;
	}

	/** How many more may have voted for the choice whose number was not stated. */
	Reported.Range missing() {
		return open() ? new Reported.Range(0, 0) : this.figures.rest(this.entitled);
	}

	/** Whether every figure of this unit is known. */
	public boolean known() {
		return !open() && missing().isExact();
	}

	private int atLeastMissing() {
		return missing().least();
	}

	/** Votes for a choice. */
	public Figure votes(String choice) {
		if (choice.equals(this.figures.notStated())) {
			return new Figure(this.figures.of(choice) + atLeastMissing(), known());
		}
		return new Figure(this.figures.of(choice), !open());
	}

	/** Abstentions. */
	public Figure abstained() {
		return new Figure(this.figures.abstained(), !open());
	}

	/** Spoilt votes. */
	public Figure spoilt() {
		return new Figure(this.figures.spoilt(), !open());
	}

	/** Kept out by a conflict of interest. */
	public Figure conflictedOut() {
		return new Figure(this.figures.conflictedOut(), !open());
	}

	/** Known to have been absent. */
	public Figure absent() {
		return new Figure(this.figures.absent(), known());
	}

	/** Entitled, and nothing known of them. */
	public Figure notReturned() {
		return known() ? Figure.of(this.entitled - this.figures.stated() - atLeastMissing()) : Figure.atLeast(0);
	}

	/** Votes for choices, in all. */
	public Figure expressed() {
		return new Figure(this.figures.expressed() + atLeastMissing(), known());
	}

	/** Votes for choices, abstentions and spoilt votes, in all. */
	public Figure cast() {
		return new Figure(this.figures.cast() + atLeastMissing(), known());
	}

	/** Cast of entitled; null where what was cast is not known. */
	public @Nullable Share turnout() {
		return (cast().exact() && this.entitled > 0) ? new Share(cast().number(), this.entitled) : null;
	}

	/** A choice's share of the votes cast; null where it cannot be computed. */
	public @Nullable Share shareOfCast(String choice) {
		return share(votes(choice), cast());
	}

	/** A choice's share of the votes for choices; null where it cannot be computed. */
	public @Nullable Share shareOfExpressed(String choice) {
		return share(votes(choice), expressed());
	}

	static @Nullable Share share(Figure part, Figure base) {
		return (part.exact() && base.exact() && base.number() > 0) ? new Share(part.number(), base.number()) : null;
	}

}
