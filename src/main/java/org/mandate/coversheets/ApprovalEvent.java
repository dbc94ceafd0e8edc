package org.mandate.coversheets;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

/**
 * What was asked or said about an approval, for the timeline of the appraisal.
 */
record ApprovalEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	static ApprovalEvent of(AppraisalId appraisal, Act act) {
		String paper = "version %d of the paper".formatted(act.text().recommendation());
		String office = act.office().inSentence();
		String summary = switch (act.kind()) {
			case ASKED -> "Asked %s to approve %s as %s".formatted(act.officerName(), paper, office);
			case GIVEN -> said(act, "Approved", "approved") + " %s as %s".formatted(paper, office);
			case REFUSED ->
				said(act, "Refused to approve", "refused to approve") + " %s as %s".formatted(paper, office);
			case NOT_NEEDED -> "Noted that no approval is needed from %s"
				.formatted((act.officerName() != null) ? act.officerName() : "the office: " + act.office().label());
		};
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("number", act.number());
		details.put("office", act.office().label());
		details.put("version", act.text().recommendation());
		if (act.request() != null) {
			details.put("request", act.request());
		}
		if (act.officerName() != null) {
			details.put("officer", act.officerName());
		}
		if (act.evidence() != null) {
			details.put("evidence", act.evidence());
		}
		return new ApprovalEvent(appraisal.id(),
				"approval." + act.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), summary, act.reason(),
				details);
	}

	/** In the words of the officer, or of the manager who was told. */
	private static String said(Act act, String own, String told) {
		return (act.officer() != null) ? own : "Recorded that %s %s".formatted(act.officerName(), told);
	}

}
