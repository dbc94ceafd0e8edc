package org.mandate.voting;

import java.util.List;

/**
 * What a ballot's figures add up to, under one reading.
 *
 * @param ballot the ballot
 * @param reading how figures that were not stated are read
 * @param units the units' figures, in order
 * @param totals their sums
 * @param verdict what the rule makes of them
 * @param paragraph the consultation paragraph written from them; empty when nothing was
 * returned
 */
public record Outcome(BallotRecord ballot, Reading reading, List<UnitOutcome> units, Totals totals, Verdict verdict,
		String paragraph) {

	public Outcome {
		units = List.copyOf(units);
	}

	/** Names of units whose practices were assigned by inference. */
	public List<String> inferred() {
		return this.units.stream().filter((unit) -> unit.provenance() != null).map(UnitOutcome::name).toList();
	}

}
