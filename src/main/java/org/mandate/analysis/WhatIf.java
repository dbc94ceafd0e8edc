package org.mandate.analysis;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.analysis.Valuation.Valued;

/**
 * The ranking under weights and scores that somebody tries, beside the one that the panel
 * agreed on. Nothing of it is kept.
 *
 * @param agreed the real one
 * @param tried the other; null while what was typed cannot be used
 */
public record WhatIf(Valuation agreed, @Nullable Valuation tried) {

	/**
	 * An option in both.
	 *
	 * @param agreed as it is
	 * @param tried as it would be; null where nothing is tried
	 */
	public record Row(Valued agreed, @Nullable Valued tried) {

		/** "0.42 more", "0.10 less" or "The same". */
		public String change() {
			if (this.tried == null) {
				return "";
			}
			Fraction change = this.tried.value().minus(this.agreed.value());
			return (change.signum() == 0) ? "The same"
					: change.abs().difference() + ((change.signum() > 0) ? " more" : " less");
		}

	}

	/** The options, in the order of the agreed ranking. */
	public List<Row> rows() {
		Valuation other = this.tried;
		List<Row> rows = new ArrayList<>();
		for (Valued each : this.agreed.options()) {
			rows.add(new Row(each, (other != null) ? other.of(each.option()) : null));
		}
		return rows;
	}

	/** Whether it differs from what is agreed. */
	public boolean isDifferent() {
		return this.tried != null && !this.tried.performance().equals(this.agreed.performance());
	}

	/** What would become of the first place. */
	public String sentence() {
		Valuation other = this.tried;
		if (other == null) {
			return "Correct what is marked to see the ranking.";
		}
		if (!isDifferent()) {
			return "These are the agreed weights and scores. Change any of them to see what becomes of the ranking.";
		}
		List<String> now = keys(this.agreed);
		List<String> then = keys(other);
		Fraction lead = other.lead();
		String by = (lead != null && lead.signum() > 0) ? ", by %s points".formatted(lead.difference()) : "";
		if (now.equals(then)) {
			return "%s would still %s%s.".formatted(Words.labels(other.leaders()),
					(then.size() == 1) ? "come first" : "come first together", by);
		}
		return "%s would come first%s%s, instead of %s.".formatted(Words.labels(other.leaders()),
				(then.size() == 1) ? "" : " together", by, Words.labels(this.agreed.leaders()));
	}

	private static List<String> keys(Valuation valuation) {
		return valuation.leaders().stream().map((option) -> option.key()).sorted().toList();
	}

}
