package org.mandate.analysis;

import java.util.ArrayList;
import java.util.List;

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

	/**
	 * Works everything out; some ten milliseconds for a large matrix.
	 * @param performance with at least one ranked option
	 */
	public static Result of(Performance performance) {
		Valuation valuation = Valuation.of(performance);
		return new Result(valuation, Sensitivity.of(performance), CostBenefit.of(valuation));
	}

	/** Who leads and by how much, in a few words. */
	public String headline() {
		Fraction lead = this.valuation.lead();
		String leaders = Words.titles(this.valuation.leaders());
		if (lead == null) {
			return leaders + " is the only option";
		}
		return (lead.signum() == 0) ? leaders + " lead together"
				: "%s leads by %s points".formatted(leaders, lead.difference());
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

	/**
	 * What else was tried, a sentence each: equal weights, each criterion left out, the
	 * order of the weights alone. Nothing where there is nothing to compare.
	 */
	public List<String> checks() {
		if (this.valuation.second() == null) {
			return List.of();
		}
		List<String> checks = new ArrayList<>(List.of(this.sensitivity.equalSaid()));
		List<Sensitivity.Dropped> turning = this.sensitivity.turningDrops();
		checks.add(turning.isEmpty() ? "Leaving out any one criterion leaves the first place as it is."
				: "Leaving out %s changes the first place."
					.formatted(Words.list(turning.stream().map((each) -> each.criterion().name()).toList(), "or")));
		RankAcceptability ranks = this.sensitivity.ranks();
		checks.add("If only the order of the weights is trusted, %s.".formatted(Words.list(ranks.rows()
			.stream()
			.filter((row) -> this.valuation.of(row.option()).rank() <= 2)
			.map((row) -> "%s comes first with %s of the weights that keep it".formatted(row.option().label(),
					row.share(1).percent()))
			.toList())));
		return checks;
	}

	private String byWeight() {
		OneWay most = this.sensitivity.mostSensitive();
		OneWay.Flip flip = (most != null) ? most.nearest() : null;
		if (most == null || flip == null) {
			return "no change of a single weight would put another option first";
		}
		return "the smallest change of a single weight that would %s is “%s” %s".formatted(
				flip.level() ? "bring another option level (" + others(flip) + ")"
						: "put " + Words.labels(flip.leaders()) + " first",
				most.criterion().name(), most.movement(flip));
	}

	private String others(OneWay.Flip flip) {
		return Words
			.labels(flip.leaders().stream().filter((option) -> !this.valuation.leaders().contains(option)).toList());
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
