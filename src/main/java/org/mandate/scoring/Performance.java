package org.mandate.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The performance matrix: what the panel agreed on for every option on every criterion,
 * with the raw weights (HM Treasury, Green Book, multi-criteria decision analysis).
 * Complete: no score is missing.
 *
 * @param criteria the columns, at least one
 * @param alternatives the rows, at least one; each with a score for each criterion
 */
public record Performance(List<Weighed> criteria, List<Alternative> alternatives) {

	public Performance {
		criteria = List.copyOf(criteria);
		alternatives = List.copyOf(alternatives);
		if (criteria.isEmpty() || alternatives.isEmpty()) {
			throw new IllegalArgumentException("A performance matrix needs a criterion and an option.");
		}
		if (criteria.stream().mapToInt(Weighed::rawWeight).sum() == 0) {
			throw new IllegalArgumentException("At least one criterion needs a weight above 0.");
		}
		for (Alternative alternative : alternatives) {
			if (alternative.scores().size() != criteria.size()) {
				throw new IllegalArgumentException("Every option needs a score for each criterion.");
			}
		}
	}

	/**
	 * A criterion and its weight.
	 *
	 * @param key identity
	 * @param name as shown
	 * @param rawWeight swing weight before it is normalised, 0 to 100
	 */
	public record Weighed(String key, String name, int rawWeight) {
	}

	/**
	 * An option and its agreed scores.
	 *
	 * @param key of the option
	 * @param label short name: "Option 2"
	 * @param name "Joint commissioning"
	 * @param ranked false for one that is shown for comparison only, as the excluded
	 * baseline
	 * @param scores 0 to 10, in the order of the criteria
	 * @param annualCost pounds a year; null where it is not known
	 */
	public record Alternative(String key, String label, String name, boolean ranked, List<Integer> scores,
			@Nullable BigDecimal annualCost) {

		public Alternative {
			scores = List.copyOf(scores);
		}

		/** "Option 2: Joint commissioning". */
		public String title() {
			return this.label.equals(this.name) ? this.name : this.label + ": " + this.name;
		}

	}

}
