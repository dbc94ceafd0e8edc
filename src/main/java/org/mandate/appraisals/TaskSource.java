package org.mandate.appraisals;

import java.util.List;

/**
 * A module that contributes lines to the task list of an appraisal. Implemented by the
 * modules that build on appraisals; asked once a page, within a transaction, and expected
 * to answer with one or two queries.
 */
public interface TaskSource {

	/**
	 * The lines of one appraisal, in order.
	 */
	List<Task> tasks(AppraisalSummary appraisal);

}
