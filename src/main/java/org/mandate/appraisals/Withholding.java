package org.mandate.appraisals;

import java.util.List;
import java.util.Set;

import org.mandate.access.Member;
import org.mandate.audit.Trail;

/**
 * A module that keeps facts of the history from those who may not know them yet, such as
 * the figures of a vote whose result is not out. That something happened, who did it and
 * when stays on the page. Asked once a page, within a transaction.
 */
public interface Withholding {

	/**
	 * The events whose facts and reason a reader may not see.
	 * @param appraisal whose history it is
	 * @param events on the page
	 * @param reader who looks
	 * @return their numbers; empty where all may be seen
	 */
	Set<Long> withheld(AppraisalSummary appraisal, List<Trail.Entry> events, Member reader);

}
