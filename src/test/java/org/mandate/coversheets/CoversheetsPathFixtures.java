package org.mandate.coversheets;

import java.util.Map;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.recommendations.Recommendations;

/**
 * A recommendation that an officer outside was asked to approve, before the governing
 * body has it.
 */
class CoversheetsPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Recommendations recommendations;

	private final Approvals approvals;

	CoversheetsPathFixtures(Appraisals appraisals, Recommendations recommendations, Approvals approvals) {
		this.appraisals = appraisals;
		this.recommendations = recommendations;
		this.approvals = approvals;
	}

	@Override
	public int order() {
		return 29;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		this.recommendations.begin(appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", setting.manager());
		this.approvals.ask(appraisal, Office.LEGAL, new Approvals.Officer(null, "Somebody outside"), setting.manager());
		return Map.of("approvals/{number}", "1", "not-needed/{office}", "legal");
	}

}
