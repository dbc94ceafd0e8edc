package org.mandate.scoring;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

/**
 * A criterion, and a panel of the manager alone who has not finished.
 */
class ScoringPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Criteria criteria;

	private final Panel panel;

	private final Scoring scoring;

	ScoringPathFixtures(Appraisals appraisals, Criteria criteria, Panel panel, Scoring scoring) {
		this.appraisals = appraisals;
		this.criteria = criteria;
		this.panel = panel;
		this.scoring = scoring;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		UUID criterion = this.criteria.add(appraisal, ScoredAppraisal.wording("Access"), setting.manager());
		this.panel.invite(appraisal, List.of(setting.manager().id().id()), setting.manager());
		Scorer scorer = this.scoring.card(appraisal, setting.manager()).scorers().getFirst();
		return Map.of("{criterion}", criterion.toString(), "{scorer}", scorer.id().toString(), "{table}", "mine");
	}

}
