package org.mandate.analysis;

import org.mandate.analysis.Valuation.Valued;
import org.mandate.scoring.Performance;

/**
 * Everything that follows from a complete performance matrix.
 *
 * @param valuation values, ranking, dominance
 * @param sensitivity what would change the first place
 * @param cost cost beside benefit
 */
public record Result(Valuation valuation, Sensitivity sensitivity, CostBenefit cost) {

	static Result of(Performance performance) {
		Valuation valuation = Valuation.of(performance);
		return new Result(valuation, Sensitivity.of(performance), CostBenefit.of(valuation));
	}

	/**
	 * The robustness sentence: which option leads, by how much, and what it would take to
	 * change it. Papers carry it as it is.
	 */
	public String robustness() {
		Valued second = this.valuation.second();
		Fraction lead = this.valuation.lead();
		Valued first = this.valuation.first();
		if (second == null || lead == null) {
			return "%s has a value of %s out of 10; it is the only option on the shortlist, so there is nothing to compare it with."
				.formatted(first.option().title(), first.value().decimal());
		}
		if (lead.signum() == 0) {
			Valued next = this.valuation.next();
			return "%s lead together with a value of %s out of 10%s, so the scores do not decide between them."
				.formatted(Words.titles(this.valuation.leaders()), first.value().decimal(),
						(next != null) ? ", %s points ahead of %s".formatted(this.valuation.behind(next).difference(),
								next.option().title()) : "");
		}
		return "%s leads with a value of %s out of 10, %s points ahead of %s; %s, and %s.".formatted(
				first.option().title(), first.value().decimal(), lead.difference(), second.option().title(), byWeight(),
				byScore());
	}

	private String byWeight() {
		OneWay most = this.sensitivity.mostSensitive();
		OneWay.Flip flip = (most != null) ? most.nearest() : null;
		if (most == null || flip == null) {
			return "no change of a single weight would put another option first";
		}
		return "the smallest change of a single weight that would %s is that of %s %s".formatted(
				flip.level() ? "bring another option level (" + others(flip) + ")"
						: "put " + Words.labels(flip.leaders()) + " first",
				most.criterion().name(), most.movement(flip));
	}

	private String others(OneWay.Flip flip) {
		return Words.labels(
				flip.leaders().stream().filter((option) -> !this.valuation.leaders().contains(option)).toList());
	}

	private String byScore() {
		Sensitivity.ScoreChanges scores = this.sensitivity.scores();
		int turning = scores.turning().size();
		if (turning == 0) {
			return "no single score changed by one point would take its lead away";
		}
		return "%s of the %s changes of a single score by one point would take its lead away".formatted(turning,
				scores.tried());
	}

}
