package org.mandate.demonstration;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.submissions.ProFormaField;
import org.mandate.submissions.ProFormas;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A draft of Oxfordshire's pro forma for joint arrangements, so that there is one to look
 * at. The sources hold none: what the record of the demonstration says is taken over, and
 * the rest is empty. Southern Derbyshire had not submitted on the day of its report.
 */
@Component
@Order(30)
class DemonstrationSubmissions implements Scene {

	private final ProFormas proFormas;

	private final Appraisals appraisals;

	DemonstrationSubmissions(ProFormas proFormas, Appraisals appraisals) {
		this.proFormas = proFormas;
		this.appraisals = appraisals;
	}

	@Override
	public void oxfordshire(AppraisalSummary appraisal) {
		this.proFormas.begin(appraisal, "joint");
		this.proFormas.takeOver(appraisal, this.appraisals.asAt(appraisal, null));
		this.proFormas.answer(appraisal, ProFormaField.CONTACT,
				"Sam Rowan (invented), head of primary care commissioning");
	}

}
