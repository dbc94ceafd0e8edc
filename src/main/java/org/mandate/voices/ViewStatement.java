package org.mandate.voices;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the executive says.
 *
 * @param option key of the option that it prefers
 * @param text in its own words, 1 to 4000 characters
 * @param heldBy who holds the view, 1 to 200 characters
 * @param heldOn the day it was taken; null where it is not known
 * @param source where it is written, 1 to 300 characters
 */
public record ViewStatement(String option, String text, String heldBy, @Nullable LocalDate heldOn, String source) {

	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("option", this.option);
		facts.put("view", this.text);
		facts.put("heldBy", this.heldBy);
		if (this.heldOn != null) {
			facts.put("heldOn", this.heldOn.toString());
		}
		facts.put("source", this.source);
		return facts;
	}

}
