package org.mandate.mandates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

/**
 * What was stated about the members' mandate, for the timeline of the appraisal.
 */
record MandateEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	static MandateEvent stated(AppraisalId appraisal, int number, StatedEvidence.Statement said, String test) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("evidence", number);
		details.putAll(said.facts());
		return new MandateEvent(appraisal.id(), "mandate.evidence-stated",
				"Stated evidence %d for “%s”".formatted(number, test), null, details);
	}

	static MandateEvent withdrawn(AppraisalId appraisal, StatedEvidence evidence, String reason) {
		return new MandateEvent(appraisal.id(), "mandate.evidence-withdrawn",
				"Withdrew evidence %d for the members’ mandate".formatted(evidence.number()), reason,
				Map.of("evidence", evidence.number()));
	}

	static MandateEvent overridden(AppraisalId appraisal, RecordedOverride override, String model) {
		Map<String, Object> tests = new TreeMap<>();
		override.tests().forEach((topic, state) -> tests.put(topic, state.label()));
		return new MandateEvent(appraisal.id(), "mandate.overridden",
				"Decided as accountable officer to go ahead with %s although tests of the members’ mandate fail"
					.formatted(model),
				override.reason(), Map.of("override", override.number(), "model", override.model(), "decidedOn",
						override.decidedOn().toString(), "tests", tests));
	}

	static MandateEvent overrideWithdrawn(AppraisalId appraisal, RecordedOverride override, String reason) {
		return new MandateEvent(appraisal.id(), "mandate.override-withdrawn",
				"Withdrew the decision to go ahead although tests of the members’ mandate fail", reason,
				Map.of("override", override.number(), "model", override.model()));
	}

}
