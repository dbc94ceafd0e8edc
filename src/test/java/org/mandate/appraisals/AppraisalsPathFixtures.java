package org.mandate.appraisals;

import java.time.LocalDate;
import java.util.Map;

import org.mandate.access.PathFixtures;

class AppraisalsPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	AppraisalsPathFixtures(Appraisals appraisals) {
		this.appraisals = appraisals;
	}

	@Override
	public int order() {
		return 10;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29));
		return Map.of("appraisals/{year}", "2015-16", "current-level/{function}", "general-practice-commissioning",
				"guidance/{edition}", "next-steps-2014");
	}

}
