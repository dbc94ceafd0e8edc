package org.mandate.risks;

import java.util.Map;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.Appraisals;

/**
 * A risk, so that its pages have something to show.
 */
class RisksPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Risks risks;

	RisksPathFixtures(Appraisals appraisals, Risks risks) {
		this.appraisals = appraisals;
		this.risks = risks;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		int number = this.risks.add(this.appraisals.of(setting.values().get("{year}")), new RiskStatement("joint",
				"Workload", "There may not be enough staff", Rating.of(4, 3), null, null, null, null));
		return Map.of("risks/{number}", Integer.toString(number));
	}

}
