package org.mandate.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a criterion says. The scale is anchored: what its ends and its middle mean is
 * written down, so that scorers mean the same by a figure (HM Treasury, Green Book,
 * multi-criteria decision analysis).
 *
 * @param name 1 to 100 characters, unlike any other criterion's
 * @param description what is asked, 1 to 1000 characters
 * @param anchor0 what a score of 0 means, 1 to 300 characters
 * @param anchor5 what 5 means
 * @param anchor10 what 10 means
 */
public record CriterionWording(String name, String description, String anchor0, String anchor5, String anchor10) {

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("name", this.name);
		facts.put("description", this.description);
		facts.put("0 means", this.anchor0);
		facts.put("5 means", this.anchor5);
		facts.put("10 means", this.anchor10);
		return facts;
	}

}
