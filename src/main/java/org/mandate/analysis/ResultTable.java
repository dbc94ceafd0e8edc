package org.mandate.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.mandate.analysis.Valuation.Valued;
import org.mandate.scoring.Performance.Weighed;

/**
 * Result and sensitivity as tables to download.
 *
 * @param header names of the columns
 * @param rows a text for each column
 */
record ResultTable(List<String> header, List<List<String>> rows) {

	/** One row an option, then the weights. */
	static ResultTable values(Result result) {
		Valuation valuation = result.valuation();
		List<String> header = new ArrayList<>(List.of("Rank", "Option", "Value", "Value, exact", "Behind the first"));
		for (Weighed criterion : valuation.criteria()) {
			header.add(criterion.name() + ": score");
			header.add(criterion.name() + ": points");
		}
		header.add("Cost a year in pounds");
		List<List<String>> rows = new ArrayList<>();
		for (Valued each : valuation.options()) {
			List<String> row = new ArrayList<>(List.of(each.place(), each.option().title(), each.value().decimal(),
					each.value().toString(), (each.rank() > 0) ? valuation.behind(each).difference() : ""));
			for (int k = 0; k < valuation.criteria().size(); k++) {
				row.add(Integer.toString(each.option().scores().get(k)));
				row.add(each.contributions().get(k).decimal());
			}
			BigDecimal cost = each.option().annualCost();
			row.add((cost != null) ? cost.toPlainString() : "not known");
			rows.add(row);
		}
		rows.add(weights("Raw weight", valuation, false));
		rows.add(weights("Normalised weight", valuation, true));
		return new ResultTable(header, rows);
	}

	private static List<String> weights(String name, Valuation valuation, boolean normalised) {
		List<String> row = new ArrayList<>(List.of("", name, "", "", ""));
		for (int k = 0; k < valuation.criteria().size(); k++) {
			row.add(normalised ? valuation.weights().get(k).percent()
					: Integer.toString(valuation.criteria().get(k).rawWeight()));
			row.add(normalised ? valuation.weights().get(k).toString() : "");
		}
		row.add("");
		return row;
	}

	/** One row a criterion. */
	static ResultTable sensitivity(Result result) {
		List<List<String>> rows = new ArrayList<>();
		Sensitivity sensitivity = result.sensitivity();
		for (int k = 0; k < sensitivity.weights().size(); k++) {
			OneWay each = sensitivity.weights().get(k);
			OneWay.Flip lower = each.lower();
			OneWay.Flip upper = each.upper();
			Sensitivity.Scenario without = sensitivity.dropped().get(k).scenario();
			rows.add(List.of(each.criterion().name(), each.weight().percent(), each.weight().toString(), each.falling(),
					(lower != null) ? lower.at().toString() : "", each.rising(),
					(upper != null) ? upper.at().toString() : "",
					(without != null) ? without.said() : "No weight would be left"));
		}
		return new ResultTable(List.of("Criterion", "Weight", "Weight, exact", "As it falls", "At, exact",
				"As it rises", "At, exact", "Without it"), rows);
	}

}
