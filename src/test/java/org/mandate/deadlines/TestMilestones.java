package org.mandate.deadlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.MilestoneSource;

import org.springframework.boot.test.context.TestComponent;

/**
 * Milestones as a test tells them, in place of a module that does. Import it into a test.
 */
@TestComponent
public class TestMilestones implements MilestoneSource {

	private final Map<AppraisalId, List<Milestone>> told = new ConcurrentHashMap<>();

	/** Tell one of an appraisal. */
	public void tell(AppraisalSummary appraisal, Milestone milestone) {
		this.told.computeIfAbsent(appraisal.id(), (id) -> new ArrayList<>()).add(milestone);
	}

	@Override
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		return List.copyOf(this.told.getOrDefault(appraisal.id(), List.of()));
	}

}
