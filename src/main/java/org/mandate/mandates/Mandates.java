package org.mandate.mandates;

import java.util.List;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members' mandate of the current organisation, appraisal by appraisal.
 */
@Component
public class Mandates {

	/**
	 * The tests for a model as the record answered them at a moment.
	 */
	@Transactional(readOnly = true)
	public Mandate of(AppraisalSummary appraisal, String model, AsAt asAt) {
		return new Mandate(model, List.of(), null);
	}

}
