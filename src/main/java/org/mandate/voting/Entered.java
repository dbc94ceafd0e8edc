package org.mandate.voting;

import java.util.Map;

/**
 * What somebody enters for a unit: figures, and what each practice did where the figures
 * are derived from that.
 *
 * @param figures the figures
 * @param way how they came
 * @param roll what each practice did; empty where only counts are known
 */
record Entered(Figures figures, Way way, Roll roll) {

	static Entered counts(Figures figures) {
		return new Entered(figures, Way.COUNTS, Roll.empty());
	}

	/** The facts by name, for the record. */
	Map<String, Object> facts() {
		Map<String, Object> facts = this.figures.facts();
		if (this.way.byPractice()) {
			facts.put("entered", this.way.label());
		}
		return facts;
	}

	/**
	 * Figures derived from a roll.
	 * @param way any but counts
	 */
	static Entered of(Roll roll, Way way) {
		if (!way.byPractice()) {
			throw new IllegalArgumentException("A roll is not entered as counts");
		}
		return new Entered(roll.figures(), way, roll);
	}

}
