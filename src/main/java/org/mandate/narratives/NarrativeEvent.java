package org.mandate.narratives;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.commons.codec.digest.DigestUtils;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.Auditable;

/**
 * Something that happened to a section, for the timeline of its appraisal. Values of
 * figures are left out: those of an open ballot are not for everybody who reads this.
 *
 * @param action kind of event
 * @param stream the appraisal
 * @param summary what happened
 * @param details the facts
 */
record NarrativeEvent(String action, UUID stream, String summary, Map<String, Object> details) implements Auditable {

	static NarrativeEvent saved(AppraisalSummary appraisal, Narrative narrative) {
		Section section = narrative.section();
		Map<String, Object> details = about(section, narrative.version());
		details.put("sha256", DigestUtils.sha256Hex(narrative.text()));
		return new NarrativeEvent("narrative.saved", appraisal.id().id(),
				"Saved version %d of “%s” of the paper".formatted(narrative.version(), section.label()), details);
	}

	static NarrativeEvent reviewed(AppraisalSummary appraisal, Section section, int version, List<String> references) {
		Map<String, Object> details = about(section, version);
		details.put("references", references);
		return new NarrativeEvent("narrative.reviewed", appraisal.id().id(),
				"Read “%s” of the paper (version %d) again".formatted(section.label(), version), details);
	}

	static NarrativeEvent commented(AppraisalSummary appraisal, Section section, int version, String text) {
		Map<String, Object> details = about(section, version);
		details.put("comment", text);
		return new NarrativeEvent("narrative.commented", appraisal.id().id(),
				"Commented on “%s” of the paper".formatted(section.label()), details);
	}

	static NarrativeEvent resolved(AppraisalSummary appraisal, Remark remark, String answer) {
		Map<String, Object> details = about(remark.section(), remark.version());
		details.put("comment", remark.text());
		if (!answer.isEmpty()) {
			details.put("answer", answer);
		}
		return new NarrativeEvent("narrative.comment-resolved", appraisal.id().id(),
				"Dealt with a comment of %s on “%s” of the paper".formatted(remark.writtenBy(),
						remark.section().label()),
				details);
	}

	private static Map<String, Object> about(Section section, int version) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("section", section.label());
		details.put("version", version);
		return details;
	}

}
