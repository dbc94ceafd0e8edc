package org.mandate.options;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of an option.
 *
 * @param standing whether it is on the shortlist
 * @param reason why, 1 to 1000 characters; needed unless it is on the shortlist
 * @param source where that is written, 1 to 300 characters; may be null
 * @param annualCost pounds a year, not below 0, at most two decimals; may be null
 * @param costSource where the cost is from; needed with a cost
 */
public record OptionStatement(Option.Standing standing, @Nullable String reason, @Nullable String source,
		@Nullable BigDecimal annualCost, @Nullable String costSource) {

	public OptionStatement {
		if (standing != Option.Standing.SHORTLISTED && reason == null) {
			throw new IllegalArgumentException("An option that is not on the shortlist needs a reason.");
		}
		if (annualCost != null && costSource == null) {
			throw new IllegalArgumentException("A cost needs its source.");
		}
	}

	static OptionStatement of(Option option) {
		return new OptionStatement(option.standing(), option.reason(), option.source(), option.annualCost(),
				option.costSource());
	}

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("standing", this.standing.label());
		put(facts, "reason", this.reason);
		put(facts, "source", this.source);
		put(facts, "annualCost", (this.annualCost != null) ? "£" + this.annualCost.toPlainString() : null);
		put(facts, "costSource", this.costSource);
		return facts;
	}

	private static void put(Map<String, Object> facts, String name, @Nullable String value) {
		if (value != null) {
			facts.put(name, value);
		}
	}

}
