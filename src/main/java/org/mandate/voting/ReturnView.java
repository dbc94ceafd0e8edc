package org.mandate.voting;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the pages of a return show.
 *
 * @param path address of the return
 * @param ballotPath address of the ballot
 * @param ballot the ballot
 * @param unit the locality
 * @param state how far its return is
 * @param manages whether the person accepts and sends back
 * @param canEnter whether figures can be entered now
 * @param warnings what is unusual about the latest figures
 */
public record ReturnView(String path, String ballotPath, BallotRecord ballot, BallotRecord.UnitRecord unit,
		UnitOutcome.State state, boolean manages, boolean canEnter, List<Warning> warnings) {

	/** The latest figures. */
	public @Nullable EnteredFigures latest() {
		return this.unit.latest().orElse(null);
	}

	/** Practices not accounted for by some figures. */
	public int rest(Figures figures) {
		return this.unit.entitled() - figures.stated();
	}

}
