package org.mandate.constitution;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.guidance.Deadline;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Amendments of the current organisation's constitution, appraisal by appraisal.
 */
@Component
public class Constitution {

	/** The amendments of an appraisal, in order. */
	@Transactional(readOnly = true)
	public List<Amendment> amendments(AppraisalSummary appraisal) {
		return List.of();
	}

	/**
	 * By which route the amendments go, and until when.
	 *
	 * @param withProposal whether they may go with the proposal, because they relate to
	 * co-commissioning only
	 * @param deadline until when; null where the guidance states none
	 * @param explanation why, in sentences
	 */
	public record Route(boolean withProposal, @Nullable Deadline deadline, String explanation) {
	}

}
