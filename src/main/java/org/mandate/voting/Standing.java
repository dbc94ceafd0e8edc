package org.mandate.voting;

import java.util.Collection;

/**
 * How a choice stands in some units, in one completion of their figures.
 *
 * @param votes for the choice
 * @param base of what its share is taken
 */
record Standing(long votes, long base) {

	Standing plus(Standing other) {
		return new Standing(this.votes + other.votes, this.base + other.base);
	}

	/** What the votes and bases of several units add up to. */
	static Standing sum(Collection<Standing> standings) {
		return standings.stream().reduce(new Standing(0, 0), Standing::plus);
	}

	/** Whether the votes reach the share that a rule asks for. */
	boolean reaches(Rule rule) {
		return this.base > 0 && this.votes >= rule.needed(this.base);
	}

	/** "64.3% (9 of 14)". */
	@Override
	public String toString() {
		return (this.base > 0) ? new Share(this.votes, this.base).toString() : "0 of 0";
	}

}
