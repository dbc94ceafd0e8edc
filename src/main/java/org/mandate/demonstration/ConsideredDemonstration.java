package org.mandate.demonstration;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.considerations.Capacities;
import org.mandate.considerations.CapacityRole;
import org.mandate.considerations.Considerations;
import org.mandate.considerations.Finance;
import org.mandate.considerations.FinanceLine;
import org.mandate.considerations.Finances;
import org.mandate.considerations.Met;
import org.mandate.considerations.RequirementAnswer;
import org.mandate.considerations.Requirements;
import org.mandate.considerations.StatementText;
import org.mandate.considerations.Statements;
import org.mandate.considerations.Subject;

import org.springframework.stereotype.Component;

/**
 * What Oxfordshire's paper of January 2015 and Southern Derbyshire's report of 15 January
 * 2015 say of requirements, capacity, money, conflicts of interest and implications, in
 * short words of our own or quoted. Figures that they do not state are left unknown.
 */
@Component
class ConsideredDemonstration {

	private static final String PAPER = "Oxfordshire governing body paper, January 2015, section ";

	private static final String REPORT = "Southern Derbyshire report to the Health and Wellbeing Board, 15 January "
			+ "2015, ";

	private static final String NOT_APPLICABLE = "The report says “N/A” and gives no reason.";

	private final Considerations considerations;

	private final Requirements requirements;

	private final Capacities capacities;

	private final Finances finances;

	private final Statements statements;

	ConsideredDemonstration(Considerations considerations, Requirements requirements, Capacities capacities,
			Finances finances, Statements statements) {
		this.considerations = considerations;
		this.requirements = requirements;
		this.capacities = capacities;
		this.finances = finances;
		this.statements = statements;
	}

	void oxfordshire(AppraisalSummary appraisal) {
		adopt(appraisal, "greater-involvement", "gi-little-influence", "gi-step-back", "gi-thin-area-team");
		adopt(appraisal, "joint", "joint-protects-primary-care", "joint-area-team-works-on", "joint-time-to-learn",
				"shared-local-schemes", "gi-thin-area-team", "joint-depends-on-partner", "joint-limits",
				"conflicts-grow", "short-time");
		adopt(appraisal, "delegated", "shared-local-schemes", "delegated-unknown-cost", "delegated-capacity",
				"conflicts-grow", "short-time");
		answer(appraisal, "closer-working", Met.MET,
				"The CCG already does more than this model requires: it led a local incentive scheme with the area "
						+ "team, and was asked to help with changes to practice funding.",
				PAPER + "2.1");
		answer(appraisal, "strong-relationship", Met.MET,
				"“The CCG has established good mutual working arrangements”: the area team sits on the CCG's Primary "
						+ "Care Development Programme Board.",
				PAPER + "2.3");
		answer(appraisal, "joint-committee", Met.PARTLY,
				"A Commissioning Board is to be the joint committee, in shadow form before the end of March 2015. Its "
						+ "membership and terms of reference are being developed.",
				PAPER + "3.1");
		answer(appraisal, "constitution-amendment", Met.PARTLY,
				"A section that enables a joint committee is among the revisions put to the governing body in January.",
				PAPER + "3.1");
		answer(appraisal, "pooled-fund", Met.NOT_KNOWN,
				"A pooled fund could be considered. The paper does not say whether one is planned.", PAPER + "2.3");
		answer(appraisal, "no-extra-running-costs", Met.PARTLY,
				"Today's capacity is enough for today's level. It would not be enough for full delegation.",
				PAPER + "4");
		answer(appraisal, "financial-risk", Met.NOT_KNOWN, "“Currently the extent of that risk is not known.”",
				PAPER + "2.3");
		role(appraisal, "Senior commissioning manager for primary care", BigDecimal.ONE, null);
		role(appraisal, "Head of Provider Development (Out of Hospital care)", null,
				"Provides senior managerial leadership. The paper does not say for how much of the time.");
		role(appraisal, "Programme Manager of Primary Care and Medicines Management", null,
				"Provides senior managerial leadership. The paper does not say for how much of the time.");
		role(appraisal, "Joint position with the area team", null,
				"Paid for by the area team for six months, and shared with it. The paper does not say in what parts.");
		role(appraisal, "Clinical leadership by four GPs, the chair among them", null,
				"The paper does not say for how much of the time.");
		say(appraisal, Subject.CAPACITY, "“This capacity has proved sufficient for the current level of "
				+ "co-commissioning but would not be sufficient to undertake fully delegated commissioning” of GMS "
				+ "services.\n\nUnder joint commissioning the area team goes on with contracts and performance. Three "
				+ "of the four planning units in Thames Valley first preferred joint commissioning, so it should keep "
				+ "the people for that.", PAPER + "4");
		line(appraisal, Finance.Category.PRESSURE, "Net growth in list sizes and the like", null,
				"To be funded, perhaps with a demand for efficiency. The paper gives no amount.", PAPER + "2.3");
		say(appraisal, Subject.CONFLICTS, "Because the CCG is led by GPs, more involvement in commissioning their "
				+ "services raises concerns about conflicts of interest. NHS England's new guidance is taken into "
				+ "account in the proposed changes to governance.\n\nA Commissioning Board led by the CCG, with the "
				+ "County Council and NHS England on it, is to be the joint committee.", PAPER + "3.1");
	}

	void southernDerbyshire(AppraisalSummary appraisal) {
		adopt(appraisal, "greater-involvement", "gi-easy-start", "gi-no-new-conflicts", "gi-step-back", "gi-no-lever",
				"gi-thin-area-team");
		adopt(appraisal, "joint", "shared-local-schemes", "gi-thin-area-team", "joint-depends-on-partner",
				"joint-limits");
		adopt(appraisal, "delegated", "delegated-redesign", "delegated-simpler-contracts", "delegated-direction",
				"shared-local-schemes", "shared-integration", "delegated-other-budgets", "delegated-capacity",
				"delegated-relationship", "conflicts-grow", "short-time");
		answer(appraisal, "constitution-amendment", Met.PARTLY,
				"Changes have been proposed to the member practices for their agreement.",
				REPORT + "“Submission Requirements”");
		answer(appraisal, "no-extra-running-costs", Met.NOT_KNOWN,
				"Nearly every directorate would have more to do while running costs shrink. NHS England has undertaken "
						+ "to watch that this stays sustainable.",
				REPORT + "appendix 1, 1.9");
		answer(appraisal, "financial-risk", Met.NOT_KNOWN,
				"Not known yet, because full details have not been received.", REPORT + "appendix 1, 1.9");
		line(appraisal, Finance.Category.ALLOCATION, "Allocation for primary medical services", null,
				"Not received yet. What it means for the budget is assessed once it is.", REPORT + "appendix 1, 1.1");
		line(appraisal, Finance.Category.EXPENDITURE, "Spent by the area team on the CCG's practices, 2014/15",
				new BigDecimal("64000000"), "An early indication; the finance team is still looking into it.",
				REPORT + "appendix 1, 1.1");
		implication(appraisal, Subject.FINANCIAL, "1.1", "Early indications are that the area team spent about £64 "
				+ "million on the CCG's practices this year. The finance team is looking into it; what it means for "
				+ "the budget is assessed once allocations are known.");
		implication(appraisal, Subject.LEGAL, "1.2", "The law changed in October 2014, so that CCGs can commission "
				+ "jointly with one another, NHS England and local authorities. The constitution is updated for that, "
				+ "and so that co-commissioning can be governed from April 2015.");
		implication(appraisal, Subject.PERSONNEL, "1.3", "Member practices are to be fully involved and to “confirm "
				+ "that they have seen and agreed to the arrangements”, which is hard for a large CCG in the time "
				+ "given. They have been told of the recommendation and can object; locality meetings discuss it, and "
				+ "so will the membership event in February.");
		none(appraisal, Subject.IT, "1.4");
		implication(appraisal, Subject.EQUALITIES, "1.5", "No direct impact on equality and diversity. More local "
				+ "influence could be used to improve services for disadvantaged groups.");
		none(appraisal, Subject.HEALTH_AND_SAFETY, "1.6");
		none(appraisal, Subject.ENVIRONMENTAL, "1.7");
		none(appraisal, Subject.PROPERTY, "1.8");
		implication(appraisal, Subject.RISK, "1.9", "Four risks are named: workload, finance, the relationship with "
				+ "member practices, and reputation.");
		say(appraisal, Subject.OTHER_OPTIONS, "Greater involvement would be “a retrograde step from the current "
				+ "position”: the area team has fewer staff for more ground, and most other CCGs are expected to take "
				+ "on delegation, so that little is left to be involved in.\n\nThe same is feared of joint "
				+ "commissioning, whose constraints would also keep the CCG from the full benefit. Delegation gives "
				+ "the greatest room to redesign services and bring care out of hospital together.",
				REPORT + "“Other options considered”");
	}

	private void adopt(AppraisalSummary appraisal, String option, String... entries) {
		String edition = appraisal.edition() + "/" + appraisal.editionVersion() + "/";
		this.considerations.adopt(appraisal, option, Arrays.stream(entries).map(edition::concat).toList());
	}

	private void answer(AppraisalSummary appraisal, String requirement, Met met, String answer, String source) {
		this.requirements.answer(appraisal, requirement, new RequirementAnswer(met, answer, source));
	}

	private void role(AppraisalSummary appraisal, String role, @Nullable BigDecimal held, @Nullable String note) {
		this.capacities.add(appraisal, new CapacityRole(role, held, Map.of(), note, PAPER + "4"));
	}

	private void line(AppraisalSummary appraisal, Finance.Category category, String label, @Nullable BigDecimal amount,
			String note, String source) {
		this.finances.add(appraisal, new FinanceLine(category, false, label, amount, amount != null, note, source));
	}

	private void implication(AppraisalSummary appraisal, Subject subject, String section, String text) {
		say(appraisal, subject, text, REPORT + "appendix 1, " + section);
	}

	private void none(AppraisalSummary appraisal, Subject subject, String section) {
		this.statements.record(appraisal, subject,
				new StatementText(false, NOT_APPLICABLE, REPORT + "appendix 1, " + section));
	}

	private void say(AppraisalSummary appraisal, Subject subject, String text, String source) {
		this.statements.record(appraisal, subject, new StatementText(true, text, source));
	}

}
