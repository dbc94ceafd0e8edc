package org.mandate.submissions;

import java.util.Map;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A pro forma that was submitted and approved with a condition.
 */
class SubmissionsPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final ApplicationContext beans;

	private final PlatformTransactionManager transactions;

	SubmissionsPathFixtures(Appraisals appraisals, ApplicationContext beans, PlatformTransactionManager transactions) {
		this.appraisals = appraisals;
		this.beans = beans;
		this.transactions = transactions;
	}

	@Override
	public int order() {
		return 40;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		new SubmittedJoint(this.beans, this.transactions).with(appraisal);
		return Map.of("fields/{field}", "contact", "checklist/{item}", "finance", "pooled-funds/{fund}", "1",
				"attestations/{office}", "accountable-officer", "stages/{stage}", "joint-moderate",
				"conditions/{condition}", "1", "pro-forma/{number}", "1", "submissions/{submission}", "1",
				"pro-forma/{format}", "pdf", "1/{format}", "pdf");
	}

}
