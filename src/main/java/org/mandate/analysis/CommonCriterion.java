package org.mandate.analysis;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.analysis.Valuation.Valued;
import org.mandate.scoring.Performance.Weighed;

/**
 * Why differences are shown and no ratios, with the first two options of a ranking: a
 * criterion on which both score alike is added. Their weighted sums keep their
 * difference, not their ratio. Their values are those sums over the sum of the weights,
 * so all differences between values become smaller by one and the same factor.
 *
 * @param first of the ranking
 * @param second of the ranking
 * @param weights sum of the raw weights
 */
public record CommonCriterion(Valued first, Valued second, long weights) {

	/** Raw weight of the criterion that is added. */
	public static final int WEIGHT = 100;

	/** What both score on it. */
	public static final int SCORE = 10;

	/**
	 * A figure without and with the criterion.
	 */
	public record Row(String name, String without, String with) {
	}

	static @Nullable CommonCriterion of(Valuation valuation) {
		Valued second = valuation.second();
		return (second != null && second.value().signum() > 0) ? new CommonCriterion(valuation.first(), second,
				valuation.criteria().stream().mapToLong(Weighed::rawWeight).sum()) : null;
	}

	/** The figures that stay and the one that does not. */
	public List<Row> rows() {
		Fraction more = Fraction.of((long) WEIGHT * SCORE);
		Fraction one = this.first.value().times(Fraction.of(this.weights));
		Fraction other = this.second.value().times(Fraction.of(this.weights));
		return List.of(new Row("Weighted sum of " + this.first.option().label(), whole(one), whole(one.plus(more))),
				new Row("Weighted sum of " + this.second.option().label(), whole(other), whole(other.plus(more))),
				new Row("Difference", whole(one.minus(other)), whole(one.plus(more).minus(other.plus(more)))),
				new Row("Ratio", one.over(other).rounded(3).toPlainString(),
						one.plus(more).over(other.plus(more)).rounded(3).toPlainString()));
	}

	/** What becomes of the difference between the values. */
	public String values() {
		Fraction lead = this.first.value().minus(this.second.value());
		Fraction sum = Fraction.of(this.weights);
		Fraction after = lead.times(sum).over(sum.plus(Fraction.of(WEIGHT)));
		return "The values are these sums divided by the sum of the weights, %,d and then %,d. So the difference between the values goes from %s to %s, and every other difference becomes smaller by the same factor: which option leads, and how large one difference is beside another, stay as they are."
			.formatted(this.weights, this.weights + WEIGHT, lead.difference(), after.difference());
	}

	private static String whole(Fraction sum) {
		BigDecimal rounded = sum.rounded(0);
		return "%,d".formatted(rounded.longValue());
	}

}
