package org.mandate.committees;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a committee.
 *
 * @param name 1 to 200 characters, unlike that of any other that stands
 * @param kind what sort of committee
 * @param shadow whether it meets in shadow form, before it may decide
 * @param about what it is for, 1 to 2000 characters; may be null
 * @param source where that is written, 1 to 300 characters; may be null
 * @param terms its terms of reference; null while there are none
 * @param decisionRule when a motion before it is carried
 * @param castingVote whether in a tie whoever presides has a second, casting vote
 */
public record CommitteeStatement(String name, Committee.Kind kind, boolean shadow, @Nullable String about,
		@Nullable String source, Committee.@Nullable Terms terms, DecisionRule decisionRule, boolean castingVote) {

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("name", this.name);
		facts.put("kind", this.kind.label());
		facts.put("inShadowForm", this.shadow ? "Yes" : "No");
		put(facts, "about", this.about);
		put(facts, "source", this.source);
		if (this.terms != null) {
			put(facts, "termsOfReference", this.terms.text());
			put(facts, "linkToTheTerms", this.terms.link());
			facts.put("versionOfTheTerms", this.terms.version());
			facts.put("dateOfTheTerms", this.terms.on().toString());
		}
		facts.put("motionsAreCarriedBy", this.decisionRule.label());
		facts.put("castingVoteOfWhoeverPresides", this.castingVote ? "Yes" : "No");
		return facts;
	}

	static void put(Map<String, Object> facts, String name, @Nullable Object value) {
		if (value != null) {
			facts.put(name, value.toString());
		}
	}

}
