package org.mandate.analysis;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.scoring.AgreedScores;
import org.mandate.scoring.Performance.Alternative;

/**
 * What the analysis finds, or what it waits for.
 *
 * @param scores how far the scoring is
 * @param result what follows from it; null while anything is missing
 */
public record Findings(AgreedScores scores, @Nullable Result result) {

	/** Whether every score and weight is there. */
	public boolean isComplete() {
		return this.result != null;
	}

	/** What is missing, in words; empty when complete. */
	public List<String> missing() {
		if (this.result != null) {
			return List.of();
		}
		return this.scores.missing().isEmpty() ? List.of("An option on the shortlist") : this.scores.missing();
	}

	/** The option that leads, or those that do together; none while incomplete. */
	public List<Alternative> leaders() {
		return (this.result != null) ? this.result.valuation().leaders() : List.of();
	}

	/**
	 * The sentence for the paper: which option leads, by how much, and what it would take
	 * to change it; or that nothing can be said yet.
	 */
	public String sentence() {
		return (this.result != null) ? this.result.robustness()
				: "The options cannot be compared by their scores yet: the scoring is not complete.";
	}

}
