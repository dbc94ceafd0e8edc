package org.mandate.appraisals;

import java.util.Map;

import org.mandate.access.PathFixtures;

class AppraisalPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	AppraisalPathFixtures(Appraisals appraisals) {
		this.appraisals = appraisals;
	}

	@Override
	public int order() {
		return 10;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = Oxfordshire.started(this.appraisals, setting.organisation());
		return Map.of("{year}", appraisal.year().slug(), "{function}", "complaints-management");
	}

}
