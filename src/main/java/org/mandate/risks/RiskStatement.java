package org.mandate.risks;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a risk.
 *
 * @param option key of the option whose risk it is
 * @param title 1 to 200 characters
 * @param description what may happen and why, 1 to 2000 characters
 * @param inherent its rating before anything is done about it; null while it is not rated
 * @param mitigation what is done about it, up to 2000 characters; null for nothing
 * @param residual its rating after that; null while it is not rated
 * @param owner who answers for it, up to 100 characters; null for nobody
 * @param source where it is written, up to 300 characters; null where none is given
 */
public record RiskStatement(String option, String title, String description, @Nullable Rating inherent,
		@Nullable String mitigation, @Nullable Rating residual, @Nullable String owner, @Nullable String source) {

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("option", this.option);
		facts.put("title", this.title);
		facts.put("description", this.description);
		facts.put("beforeMitigation", words(this.inherent));
		put(facts, "mitigation", this.mitigation);
		facts.put("afterMitigation", words(this.residual));
		put(facts, "owner", this.owner);
		put(facts, "source", this.source);
		return facts;
	}

	private static String words(@Nullable Rating rating) {
		return (rating != null) ? rating.words() + " = " + rating.score() : "Not rated yet";
	}

	private static void put(Map<String, Object> facts, String name, @Nullable String value) {
		if (value != null) {
			facts.put(name, value);
		}
	}

}
