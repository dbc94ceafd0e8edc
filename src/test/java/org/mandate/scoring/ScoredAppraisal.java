package org.mandate.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;

import org.springframework.boot.test.context.TestComponent;

/**
 * Appraisals of which the scoring has come to a certain point, through the doors that
 * people use. Call within the organisation.
 */
@TestComponent
public class ScoredAppraisal {

	private final Appraisals appraisals;

	private final Scoring scoring;

	private final Criteria criteria;

	private final Panel panel;

	private final Agreement agreement;

	ScoredAppraisal(Appraisals appraisals, Scoring scoring, Criteria criteria, Panel panel, Agreement agreement) {
		this.appraisals = appraisals;
		this.scoring = scoring;
		this.criteria = criteria;
		this.panel = panel;
		this.agreement = agreement;
	}

	/** An appraisal of 2015/16 by the guidance of 2014. */
	public AppraisalSummary started() {
		return this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 29));
	}

	/** Adds local criteria of these names with weights that do not rise. */
	public Map<String, UUID> weighed(AppraisalSummary appraisal, Member manager, Map<String, Integer> weights) {
		Map<String, UUID> ids = new LinkedHashMap<>();
		Map<UUID, Integer> ranks = new LinkedHashMap<>();
		Map<UUID, Integer> raw = new LinkedHashMap<>();
		weights.forEach((name, weight) -> {
			UUID id = this.criteria.add(appraisal, wording(name), manager);
			ids.put(name, id);
			ranks.put(id, ranks.size() + 1);
			raw.put(id, weight);
		});
		this.criteria.rankAndWeigh(appraisal, ranks, raw, manager);
		return ids;
	}

	public static CriterionWording wording(String name) {
		return new CriterionWording(name, "What " + name + " is about", "The worst of " + name, "The middle of " + name,
				"The best of " + name);
	}

	/** The member scores everything with one figure, and finishes. */
	public void scores(AppraisalSummary appraisal, Member scorer, int score) {
		Scorecard card = this.scoring.card(appraisal, scorer);
		List<Panel.Entry> entries = new ArrayList<>();
		Scorecard.cells(card.shortlist(), card.criteria())
			.forEach((cell) -> entries.add(new Panel.Entry(cell, score, null)));
		int version = card.scorer(scorer.id().id()).map(Scorer::version).orElse(0);
		this.panel.save(appraisal, entries, version, true, scorer);
	}

	/** The manager alone is the panel, and agrees with themselves on these scores. */
	public void agreed(AppraisalSummary appraisal, Member manager, Map<String, List<Integer>> scoresByOption) {
		this.panel.invite(appraisal, List.of(manager.id().id()), manager);
		scores(appraisal, manager, 5);
		List<Criterion> columns = this.scoring.card(appraisal, manager).criteria();
		List<Agreement.Statement> statements = new ArrayList<>();
		scoresByOption.forEach((option, scores) -> {
			for (int i = 0; i < scores.size(); i++) {
				statements.add(new Agreement.Statement(new Cell(columns.get(i).id(), option), scores.get(i), "Agreed",
						null, null));
			}
		});
		this.agreement.record(appraisal, statements, manager);
	}

	/** Scores for the three models of the guidance of 2014. */
	public static Map<String, List<Integer>> models(List<Integer> greater, List<Integer> joint,
			List<Integer> delegated) {
		Map<String, List<Integer>> scores = new LinkedHashMap<>();
		scores.put("greater-involvement", greater);
		scores.put("joint", joint);
		scores.put("delegated", delegated);
		return scores;
	}

}
