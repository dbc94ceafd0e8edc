package org.mandate.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.analysis.Valuation.Valued;
import org.mandate.scoring.Performance.Alternative;

/**
 * What each option costs beside what it is worth.
 *
 * @param rows one an option, in the order of the ranking
 * @param cheapest with which the others are compared; null where no ranked option's cost
 * is known
 * @param dominated options for which another costs no more, is worth no less, and is
 * better in one of the two
 */
public record CostBenefit(List<Row> rows, @Nullable Valued cheapest, List<Dominated> dominated) {

	public CostBenefit {
		rows = List.copyOf(rows);
		dominated = List.copyOf(dominated);
	}

	/**
	 * An option's cost beside its value, in words.
	 *
	 * @param valued the option
	 * @param cost a year
	 * @param perPoint cost for each point of its value
	 * @param marginal what each extra point costs against the cheapest
	 */
	public record Row(Valued valued, String cost, String perPoint, String marginal) {
	}

	/**
	 * An option that another beats in cost and value together.
	 *
	 * @param worse the one
	 * @param better the other
	 * @param saving how much less the other costs a year
	 * @param gain how much more it is worth
	 */
	public record Dominated(Alternative worse, Alternative better, BigDecimal saving, Fraction gain) {

		/** In words. */
		public String sentence() {
			String costs = (this.saving.signum() == 0) ? "costs the same"
					: "costs " + Words.pounds(this.saving) + " a year less";
			String worth = (this.gain.signum() == 0) ? "has the same value"
					: "has a value " + this.gain.difference() + " points higher";
			return "%s is dominated by %s, which %s and %s.".formatted(this.worse.title(), this.better.title(), costs,
					worth);
		}

	}

	static CostBenefit of(Valuation valuation) {
		List<Valued> known = valuation.ranked().stream().filter((each) -> each.option().annualCost() != null).toList();
		Valued cheapest = known.stream()
			.min(Comparator.comparing(CostBenefit::cost).thenComparing(Valued::value, Comparator.reverseOrder()))
			.orElse(null);
		List<Row> rows = valuation.options().stream().map((each) -> row(each, cheapest)).toList();
		List<Dominated> dominated = new ArrayList<>();
		for (Valued worse : known) {
			for (Valued better : known) {
				BigDecimal saving = cost(worse).subtract(cost(better));
				Fraction gain = better.value().minus(worse.value());
				if (saving.signum() >= 0 && gain.signum() >= 0 && saving.signum() + gain.signum() > 0) {
					dominated.add(new Dominated(worse.option(), better.option(), saving, gain));
				}
			}
		}
		return new CostBenefit(rows, cheapest, dominated);
	}

	private static BigDecimal cost(Valued valued) {
		BigDecimal cost = valued.option().annualCost();
		return (cost != null) ? cost : BigDecimal.ZERO;
	}

	private static Row row(Valued valued, @Nullable Valued cheapest) {
		BigDecimal cost = valued.option().annualCost();
		if (cost == null) {
			return new Row(valued, "Not known", "Not known", "Not known");
		}
		String perPoint;
		if (valued.value().signum() == 0) {
			perPoint = "None: it has no points";
		}
		else {
			perPoint = (cost.signum() == 0) ? "Nothing: it costs nothing" : pounds(cost, valued.value());
		}
		return new Row(valued, Words.pounds(cost), perPoint, marginal(valued, cheapest));
	}

	private static String marginal(Valued valued, @Nullable Valued cheapest) {
		if (valued.rank() == 0 || cheapest == null) {
			return "Not compared";
		}
		if (valued.option().key().equals(cheapest.option().key())) {
			return "The cheapest";
		}
		BigDecimal extra = cost(valued).subtract(cost(cheapest));
		Fraction points = valued.value().minus(cheapest.value());
		if (extra.signum() == 0) {
			return (points.signum() == 0) ? "Same cost and value as the cheapest"
					: "Same cost as the cheapest, for fewer points";
		}
		String more = Words.pounds(extra) + " more";
		return switch (points.signum()) {
			case -1 -> more + ", for fewer points";
			case 0 -> more + ", for the same points";
			default -> "%s for each of %s extra points".formatted(pounds(extra, points), points.difference());
		};
	}

	private static String pounds(BigDecimal amount, Fraction points) {
		return Words.pounds(Fraction.of(amount).over(points).rounded(2));
	}

	/** Options whose cost is not known. */
	public List<Alternative> unknown() {
		return this.rows.stream()
			.map((row) -> row.valued().option())
			.filter((option) -> option.ranked() && option.annualCost() == null)
			.toList();
	}

	/** What a reader should take away, beside what is dominated. */
	public String finding() {
		if (this.cheapest == null) {
			return "No cost is recorded for any option, so cost and benefit cannot be compared.";
		}
		StringBuilder finding = new StringBuilder("%s is the cheapest, at %s a year, with %s points.".formatted(
				this.cheapest.option().title(), Words.pounds(cost(this.cheapest)), this.cheapest.value().decimal()));
		List<Alternative> unknown = unknown();
		if (!unknown.isEmpty()) {
			finding.append(
					" The cost of %s is not known, and nothing is assumed for it.".formatted(Words.labels(unknown)));
		}
		return finding.toString();
	}

}
