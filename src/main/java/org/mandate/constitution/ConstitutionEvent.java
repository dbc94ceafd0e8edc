package org.mandate.constitution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

/**
 * What happened to the constitution, for the timeline of the appraisal.
 */
record ConstitutionEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	static ConstitutionEvent amendment(AppraisalId appraisal, String what, String verb, int number,
			@Nullable AmendmentStatement before, AmendmentStatement after, @Nullable String reason) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("amendment", number);
		if (before == null) {
			details.putAll(after.facts());
		}
		else if (!before.equals(after)) {
			details.put("before", before.facts());
			details.put("after", after.facts());
		}
		return new ConstitutionEvent(appraisal.id(), "amendment." + what,
				"%s amendment %d of the constitution, %s".formatted(verb, number, after.title()), reason, details);
	}

	static ConstitutionEvent unchanged(AppraisalId appraisal, @Nullable String reason) {
		return (reason != null)
				? new ConstitutionEvent(appraisal.id(), "constitution.unchanged",
						"Stated that the constitution needs no amendment", reason, Map.of())
				: new ConstitutionEvent(appraisal.id(), "constitution.unchanged-taken-back",
						"Took back that the constitution needs no amendment", null, Map.of());
	}

}
