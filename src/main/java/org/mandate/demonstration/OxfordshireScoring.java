package org.mandate.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;

import org.mandate.access.ActingAs;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.scoring.Agreement;
import org.mandate.scoring.Cell;
import org.mandate.scoring.Criteria;
import org.mandate.scoring.Criterion;
import org.mandate.scoring.CriterionWording;
import org.mandate.scoring.Panel;
import org.mandate.scoring.SuccessFactor;

import org.springframework.stereotype.Component;

/**
 * A scoring of Oxfordshire's options. The paper of January 2015 has none, so weights,
 * scores and reasons are invented and say so: they show how a narrow lead looks.
 */
@Component
class OxfordshireScoring {

	/** What is invented begins with this. */
	static final String INVENTED = "Invented for the demonstration";

	private static final CriterionWording CONFLICTS = new CriterionWording("Freedom from conflicts of interest",
			INVENTED + ": how far decisions are made by people who gain nothing from them.",
			"Most who decide would be conflicted", "Some would step aside for some decisions",
			"Nobody who decides would be conflicted");

	private static final List<String> PANEL = List.of("North", "North East", "City", "South East", "West");

	/** Five scorers around what they agree on; the middle of each is 0. */
	private static final int[][] AROUND = { { -1, 0, 1, 0, 0 }, { 0, 1, -2, 0, 1 }, { 2, -1, 0, 0, -1 } };

	private static final List<String> OPTIONS = List.of("greater-involvement", "joint", "delegated", "no-change");

	/** A criterion with its weight, and score and reason for each of the options. */
	private record Row(String criterion, int weight, int[] scores, String... reasons) {
	}

	private static final List<Row> ROWS = List.of(
			new Row(SuccessFactor.STRATEGIC_FIT.wording().name(), 100, new int[] { 2, 6, 9, 3 },
					"it adds nothing to what the plan asks", "it lets the plan shape general practice, with a partner",
					"it puts the plan's largest lever in one hand", "the plan stays without that lever"),
			new Row(SuccessFactor.ACHIEVABILITY.wording().name(), 85, new int[] { 8, 7, 5, 10 }, "little would change",
					"a joint committee can meet from April", "staff for it would have to be found first",
					"nothing would have to be done"),
			new Row(SuccessFactor.VALUE_FOR_MONEY.wording().name(), 80, new int[] { 2, 6, 7, 3 },
					"more meetings, and no more say", "shared decisions at little cost",
					"more could be moved, for more work and risk", "nothing is put in, little comes out"),
			new Row(SuccessFactor.SUPPLIER_CAPACITY.wording().name(), 60, new int[] { 7, 7, 6, 6 },
					"practices carry on", "practices support it, and the area team still does the work",
					"practices could, with support that is not there yet", "practices carry on under pressure"),
			new Row(SuccessFactor.AFFORDABILITY.wording().name(), 55, new int[] { 7, 6, 5, 8 },
					"a little time of officers", "time of officers and of lay members",
					"running costs do not grow with it", "no cost of its own"),
			new Row(CONFLICTS.name(), 40, new int[] { 9, 7, 4, 8 }, "others decide", "decisions are shared and watched",
					"practices' own organisation would pay practices", "others decide"));

	private final Criteria criteria;

	private final Panel panel;

	private final Agreement agreement;

	OxfordshireScoring(Criteria criteria, Panel panel, Agreement agreement) {
		this.criteria = criteria;
		this.panel = panel;
		this.agreement = agreement;
	}

	/** From the criteria to the agreed scores, each step by who would take it. */
	void load(AppraisalSummary appraisal, Map<String, Member> directors, Member manager) {
		ActingAs.run(manager, () -> {
			this.criteria.adopt(appraisal, manager);
			this.criteria.add(appraisal, CONFLICTS, manager);
			this.criteria.rank(appraisal, byCriterion(appraisal, (row) -> ROWS.indexOf(row) + 1), null, manager);
			this.criteria.weigh(appraisal, byCriterion(appraisal, Row::weight), null, manager);
			this.panel.invite(appraisal, PANEL.stream().map((each) -> director(directors, each).id().id()).toList(),
					manager);
		});
		Map<UUID, Row> rows = new LinkedHashMap<>();
		for (Criterion criterion : this.criteria.all(appraisal)) {
			rows.put(criterion.id(), row(criterion));
		}
		for (int scorer = 0; scorer < PANEL.size(); scorer++) {
			Member director = director(directors, PANEL.get(scorer));
			List<Panel.Entry> sheet = sheet(rows, scorer);
			ActingAs.run(director, () -> this.panel.save(appraisal, sheet, 0, true, director));
		}
		ActingAs.run(manager, () -> this.agreement.record(appraisal, agreed(rows), manager));
	}

	private static List<Panel.Entry> sheet(Map<UUID, Row> rows, int scorer) {
		List<Panel.Entry> sheet = new ArrayList<>();
		rows.forEach((criterion, row) -> {
			for (int option = 0; option < OPTIONS.size(); option++) {
				int around = AROUND[(ROWS.indexOf(row) + option) % AROUND.length][scorer];
				int score = Math.clamp(row.scores()[option] + around, 0, 10);
				String comment = (Math.abs(around) == 2) ? INVENTED + ": " + row.reasons()[option] + "." : null;
				sheet.add(new Panel.Entry(new Cell(criterion, OPTIONS.get(option)), score, comment));
			}
		});
		return sheet;
	}

	private static List<Agreement.Statement> agreed(Map<UUID, Row> rows) {
		List<Agreement.Statement> statements = new ArrayList<>();
		rows.forEach((criterion, row) -> {
			for (int option = 0; option < OPTIONS.size(); option++) {
				boolean contested = row.scores()[option] == 5 && OPTIONS.get(option).equals("delegated")
						&& row.weight() > 80;
				statements.add(new Agreement.Statement(new Cell(criterion, OPTIONS.get(option)), row.scores()[option],
						INVENTED + ": " + row.reasons()[option] + ".",
						contested ? INVENTED
								+ ": one locality holds that the area team's staff could move, and would give 7."
								: null,
						null));
			}
		});
		return statements;
	}

	private Map<UUID, Integer> byCriterion(AppraisalSummary appraisal, ToIntFunction<Row> value) {
		Map<UUID, Integer> values = new LinkedHashMap<>();
		this.criteria.all(appraisal)
			.forEach((criterion) -> values.put(criterion.id(), value.applyAsInt(row(criterion))));
		return values;
	}

	private static Row row(Criterion criterion) {
		return ROWS.stream().filter((row) -> row.criterion().equals(criterion.name())).findFirst().orElseThrow();
	}

	private static Member director(Map<String, Member> directors, String locality) {
		return Objects.requireNonNull(directors.get(locality), locality);
	}

}
