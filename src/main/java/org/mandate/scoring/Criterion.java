package org.mandate.scoring;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A criterion as it stands.
 *
 * @param id identity
 * @param version counts its changes from 0
 * @param wording what it says
 * @param successFactor key of the success factor it was made of; null for a local one
 * @param rank place of its swing, 1 for the most valued; null before it is ranked
 * @param weight raw swing weight of 0 to 100; null before it is weighed
 * @param withdrawnReason why it no longer counts; null while it does
 * @param recordedAt when it was last changed
 * @param recordedBy by whom
 */
public record Criterion(UUID id, int version, CriterionWording wording, @Nullable String successFactor,
		@Nullable Integer rank, @Nullable Integer weight, @Nullable String withdrawnReason, Instant recordedAt,
		String recordedBy) {

	/** The most that an appraisal may have: more cannot be told apart. */
	public static final int MOST = 30;

	/** As shown. */
	public String name() {
		return this.wording.name();
	}

	/** Whether it counts. */
	public boolean isActive() {
		return this.withdrawnReason == null;
	}

	/** Where it comes from, for people. */
	public String origin() {
		return (this.successFactor != null) ? SuccessFactor.CITATION : "Local criterion";
	}

	Map<String, Object> weighing() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("rank", (this.rank != null) ? this.rank : "none");
		facts.put("weight", (this.weight != null) ? this.weight : "none");
		return facts;
	}

}
