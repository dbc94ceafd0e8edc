package org.mandate.submissions;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

/**
 * What happened to the pro forma and after it, for the timeline of the appraisal.
 */
record SubmissionEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	static SubmissionEvent of(AppraisalId appraisal, String action, String summary, Map<String, Object> details) {
		return new SubmissionEvent(appraisal.id(), action, summary, null, details);
	}

	static SubmissionEvent because(AppraisalId appraisal, String action, String summary, @Nullable String reason,
			Map<String, Object> details) {
		return new SubmissionEvent(appraisal.id(), action, summary, reason, details);
	}

}
