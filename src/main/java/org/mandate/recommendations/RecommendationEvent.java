package org.mandate.recommendations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.Auditable;

/**
 * Something that happened to a recommendation, for the timeline of its appraisal.
 *
 * @param action kind of event
 * @param stream the appraisal
 * @param summary what happened
 * @param reason why, where that is asked for
 * @param details the facts
 */
record RecommendationEvent(String action, UUID stream, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	static RecommendationEvent drafted(AppraisalId appraisal, int number, RecommendationVersion version) {
		String from = (version.origin() == RecommendationVersion.Origin.RECORD) ? " from the record" : "";
		Map<String, Object> details = facts(version);
		details.put("recommendation", number);
		return new RecommendationEvent("recommendation.drafted", appraisal.id(),
				"Drafted the recommendation%s (version %d)".formatted(from, version.number()), null, details);
	}

	static RecommendationEvent revised(AppraisalId appraisal, RecommendationVersion version) {
		return new RecommendationEvent("recommendation.revised", appraisal.id(),
				"Saved version %d of the recommendation".formatted(version.number()), null, facts(version));
	}

	static RecommendationEvent put(AppraisalId appraisal, int number, Submission submission,
			List<PaperCheck.Finding> missing) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("recommendation", number);
		details.put("version", submission.versionNumber());
		if (!missing.isEmpty()) {
			details.put("missing", missing.stream().map(PaperCheck.Finding::sentence).toList());
		}
		String although = missing.isEmpty() ? "" : ", although its paper was not complete";
		return new RecommendationEvent("recommendation.put", appraisal.id(),
				"Put version %d of the recommendation to the governing body%s".formatted(submission.versionNumber(),
						although),
				submission.incompleteReason(), details);
	}

	static RecommendationEvent withdrawn(AppraisalId appraisal, int number, String reason) {
		return new RecommendationEvent("recommendation.withdrawn", appraisal.id(),
				"Took the recommendation back from the governing body", reason, Map.of("recommendation", number));
	}

	static RecommendationEvent resolved(AppraisalId appraisal, int number, Resolution resolution,
			RecommendationVersion version) {
		Map<String, Object> details = facts(version);
		details.put("recommendation", number);
		details.put("decision", resolution.decision().name());
		details.put("metOn", resolution.metOn().toString());
		details.put("for", resolution.votesFor());
		details.put("against", resolution.votesAgainst());
		details.put("abstained", resolution.abstained());
		details.put("onBehalfOfChair", resolution.onBehalfOfChair());
		String behalf = resolution.onBehalfOfChair() ? ", recorded on behalf of whoever presided" : "";
		return new RecommendationEvent("recommendation.resolved", appraisal.id(), summary(resolution) + behalf,
				resolution.reason(), details);
	}

	/** Without the words of any interest: they are not for everybody who reads this. */
	static RecommendationEvent told(AppraisalId appraisal, int number, long touching, int standing,
			List<Map<String, Object>> said) {
		return new RecommendationEvent("recommendation.interests-told", appraisal.id(),
				"Was told, before opening recommendation %d, that interests may touch it, and said that %d of %d %s"
					.formatted(number, touching, standing, (touching == 1) ? "does" : "do"),
				null, Map.of("recommendation", number, "said", said));
	}

	private static String summary(Resolution resolution) {
		String what = switch (resolution.decision()) {
			case APPROVED -> "approved the recommendation";
			case APPROVED_WITH_AMENDMENTS -> "approved the recommendation with amendments";
			case DEFERRED -> "deferred the recommendation";
			case REJECTED -> "rejected the recommendation";
		};
		return "The governing body %s: %s".formatted(what, resolution.votes());
	}

	private static Map<String, Object> facts(RecommendationVersion version) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("version", version.number());
		facts.put("model", version.model());
		facts.put("year", version.year());
		facts.put("wording", version.wording());
		if (version.review() != null) {
			facts.put("review", version.review());
		}
		if (version.reviewOn() != null) {
			facts.put("reviewOn", version.reviewOn().toString());
		}
		return facts;
	}

}
