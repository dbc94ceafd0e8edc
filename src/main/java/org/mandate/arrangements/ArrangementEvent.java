package org.mandate.arrangements;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.Auditable;

/**
 * What happened to an arrangement, for the timeline of its appraisal.
 */
record ArrangementEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	static ArrangementEvent of(AppraisalSummary appraisal, String action, String summary, Map<String, Object> details) {
		return new ArrangementEvent(appraisal.id().id(), action, summary, null, details);
	}

	/** The same, for a reason. */
	ArrangementEvent because(String why) {
		return new ArrangementEvent(this.stream, this.action, this.summary, why, this.details);
	}

	/** Names and values in turn; what is null is left out. */
	static Map<String, Object> facts(@Nullable Object... namesAndValues) {
		Map<String, Object> facts = new LinkedHashMap<>();
		for (int at = 0; at < namesAndValues.length; at += 2) {
			Object value = namesAndValues[at + 1];
			if (value != null) {
				facts.put(String.valueOf(namesAndValues[at]), (value instanceof Number) ? value : value.toString());
			}
		}
		return facts;
	}

}
