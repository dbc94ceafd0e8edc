package org.mandate.appraisals;

import java.util.List;

/**
 * A module that tells what happened, or is to happen, on an appraisal's way. Implemented
 * by the modules that keep such things; asked once a page, within a transaction, and
 * expected to answer with one or two queries.
 */
public interface MilestoneSource {

	/** Its milestones of one appraisal, in any order. */
	List<Milestone> milestones(AppraisalSummary appraisal);

}
