package org.mandate.risks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.options.Option;

/**
 * The register as its page shows it.
 *
 * @param options an option each with its matrices
 * @param lines the table, sorted
 * @param headings of its columns
 * @param chosen key of the option that is shown alone; null for all
 */
public record RiskPage(List<OptionPart> options, List<Line> lines, List<Heading> headings, @Nullable String chosen) {

	/**
	 * An option with its risks on the matrix.
	 *
	 * @param of the option and its risks
	 * @param before the matrix before mitigation
	 * @param after the matrix after it
	 */
	public record OptionPart(RiskRegister.OfOption of, RiskMatrix before, RiskMatrix after) {

		/** What stands out, a sentence. */
		public String finding() {
			long rated = this.of.standing().size() - this.of.notRated();
			Integer highest = this.of.highest();
			String waiting = (this.of.notRated() == 0) ? "" : " %d %s not rated yet, which does not mean low."
				.formatted(this.of.notRated(), (this.of.notRated() == 1) ? "is" : "are");
			if (this.of.standing().isEmpty()) {
				return "No risk is recorded yet, which does not mean that there is none.";
			}
			return "%s%s%s".formatted(count(this.of.standing().size()),
					(highest == null) ? "."
							: ", %d rated; the highest score before mitigation is %d.".formatted(rated, highest),
					waiting);
		}

		private static String count(int risks) {
			return (risks == 1) ? "1 risk" : risks + " risks";
		}

	}

	/**
	 * A line of the table.
	 *
	 * @param risk the risk
	 * @param option whose risk it is
	 * @param place of that option in the order of options
	 * @param before band before mitigation; null while it is not rated
	 * @param after band after it; null while it is not rated
	 */
	public record Line(Risk risk, Option option, int place, @Nullable Band before, @Nullable Band after) {
	}

	/**
	 * A column heading that sorts.
	 *
	 * @param text its words
	 * @param query what follows the page's address to sort by it
	 * @param sorted "ascending" or "descending"; null when the table is not sorted by it
	 */
	public record Heading(String text, String query, @Nullable String sorted) {
	}

	static RiskPage of(RiskRegister register, String option, RiskOrder order, boolean descending) {
		List<RiskRegister.OfOption> appraised = register.appraised();
		String chosen = appraised.stream()
			.map((each) -> each.option().key())
			.filter(option::equals)
			.findFirst()
			.orElse(null);
		List<OptionPart> parts = new ArrayList<>();
		List<Line> lines = new ArrayList<>();
		for (RiskRegister.OfOption each : appraised) {
			if (chosen == null || each.option().key().equals(chosen)) {
				parts.add(new OptionPart(each, RiskMatrix.before(each.standing(), register.bands()),
						RiskMatrix.after(each.standing(), register.bands())));
				each.standing().forEach((risk) -> lines.add(line(risk, each.option(), parts.size(), register.bands())));
			}
		}
		lines.sort((one, other) -> Integer.compare(one.risk().number(), other.risk().number()));
		return new RiskPage(parts, order.sort(lines, descending), headings(chosen, order, descending), chosen);
	}

	/** The lines of options that were given up. */
	static List<Line> setApart(RiskRegister register) {
		List<Line> lines = new ArrayList<>();
		register.ofWithdrawnOptions()
			.forEach((each) -> each.standing()
				.forEach((risk) -> lines.add(line(risk, each.option(), 0, register.bands()))));
		return lines;
	}

	static Line line(Risk risk, Option option, int place, Bands bands) {
		Rating before = risk.inherent();
		Rating after = risk.residual();
		return new Line(risk, option, place, (before != null) ? bands.of(before) : null,
				(after != null) ? bands.of(after) : null);
	}

	private static List<Heading> headings(@Nullable String option, RiskOrder by, boolean descending) {
		return Arrays.stream(RiskOrder.values()).map((order) -> {
			boolean turned = (order == by) ? !descending : order.highestFirst();
			String query = "?sort=" + order.slug() + (turned ? "&order=descending" : "&order=ascending")
					+ ((option != null) ? "&option=" + option : "") + "#table";
			String sorted = (order != by) ? null : (descending ? "descending" : "ascending");
			return new Heading(order.label(), query, sorted);
		}).toList();
	}

}
