package org.mandate.considerations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;

/**
 * Something of this module for the trail.
 */
record Noted(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	static Noted of(UUID stream, String action, String summary, Map<String, Object> facts) {
		return new Noted(stream, action, summary, null, facts);
	}

	/** What it was before beside what it is now. */
	static Noted changed(UUID stream, String action, String summary, Map<String, Object> before,
			Map<String, Object> after) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("before", before);
		details.put("after", after);
		return new Noted(stream, action, summary, null, details);
	}

	static Noted withdrawn(UUID stream, String action, String summary, String reason, Map<String, Object> facts) {
		return new Noted(stream, action, summary, reason, facts);
	}

	/** Facts in order, without those that are missing. */
	static Map<String, Object> facts(@Nullable Object... namesAndValues) {
		Map<String, Object> facts = new LinkedHashMap<>();
		for (int at = 0; at < namesAndValues.length; at += 2) {
			Object value = namesAndValues[at + 1];
			if (value != null) {
				facts.put(String.valueOf(namesAndValues[at]), value);
			}
		}
		return facts;
	}

}
