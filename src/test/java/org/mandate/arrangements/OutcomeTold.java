package org.mandate.arrangements;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.MilestoneSource;

import org.springframework.boot.test.context.TestComponent;

/**
 * Milestones as a submission would tell them.
 */
@TestComponent
class OutcomeTold implements MilestoneSource {

	private final Map<AppraisalId, List<Milestone>> told = new ConcurrentHashMap<>();

	void tells(AppraisalSummary appraisal, Milestone... milestones) {
		this.told.put(appraisal.id(), List.of(milestones));
	}

	@Override
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		return this.told.getOrDefault(appraisal.id(), List.of());
	}

}
