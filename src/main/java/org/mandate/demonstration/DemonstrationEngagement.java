package org.mandate.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.engagement.Audience;
import org.mandate.engagement.EngagementStatement;
import org.mandate.engagement.EngagementStatement.Changed;
import org.mandate.engagement.EngagementStatement.Comment;
import org.mandate.engagement.EngagementStatement.Document;
import org.mandate.engagement.Engagements;
import org.mandate.engagement.How;
import org.mandate.engagement.ObjectionWindow;
import org.mandate.engagement.ObjectionWindows;
import org.mandate.engagement.Theme;
import org.mandate.engagement.When;
import org.mandate.organisations.DemonstrationRegister;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PartnerBody;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whom the two organisations of the demonstration engaged, as far as their papers say.
 * Nothing is invented; where a paper states no day, none is recorded.
 */
@Component
@Order(10)
class DemonstrationEngagement implements Scene {

	private static final LocalDate GUIDANCE_ISSUED = LocalDate.of(2014, 11, 10);

	private static final LocalDate EXECUTIVE_MET = LocalDate.of(2014, 12, 23);

	private static final LocalDate BOARD_MET = LocalDate.of(2015, 1, 15);

	private static final String PAPER = "Governing body paper of January 2015, section ";

	private static final String REPORT = "Report to the Health and Wellbeing Board of 15 January 2015, ";

	private final Engagements engagements;

	private final ObjectionWindows windows;

	private final Organisations organisations;

	DemonstrationEngagement(Engagements engagements, ObjectionWindows windows, Organisations organisations) {
		this.engagements = engagements;
		this.windows = windows;
		this.organisations = organisations;
	}

	/**
	 * Localities in December, patient groups in January (Oxfordshire CCG paper, 2.3, 3.1,
	 * 5.1 and 4.2).
	 */
	@Override
	public void oxfordshire(AppraisalSummary appraisal) {
		this.engagements.add(appraisal, new EngagementStatement(Audience.MEMBER_PRACTICES,
				"Meetings of all six localities", null, true,
				When.between(LocalDate.of(2014, 12, 1), EXECUTIVE_MET.minusDays(1),
						"December 2014, before the executive met on 23 December"),
				How.MEETING, "The locality clinical directors reported what was said", "To discuss co-commissioning.",
				false,
				List.of(new Comment(Theme.TIME, "Many were concerned at the time in which to decide.", null),
						new Comment(Theme.INFORMATION, "Many were concerned at how little is known of full delegation.",
								null),
						new Comment(Theme.FINANCE, "Many asked what the financial risks of full delegation might be.",
								null),
						new Comment(Theme.CAPACITY,
								"Many asked what full delegation might mean for the CCG's capacity.", null),
						new Comment(Theme.MATURITY,
								"Others thought that the CCG is not mature enough for full delegation.", null),
						new Comment(Theme.SUPPORT,
								"Overall a preference for joint commissioning, to be reviewed in six months.", null),
						new Comment(Theme.OTHER, "Some practices had not yet formed a view.", null)),
				List.of(new Document("Primary care co-commissioning, paper to the governing body", "Section 5.1")),
				Changed.of("The executive discussed it on 23 December 2014. It recommended joint commissioning with a "
						+ "review in the planning for 2016/17; members had asked for a review in six months."),
				PAPER + "5.1"));
		this.engagements.add(appraisal, new EngagementStatement(Audience.MEMBER_PRACTICES,
				"All six localities, after the executive's meeting", null, true, When.on(EXECUTIVE_MET), How.NOT_STATED,
				null,
				"Whether they agree with the executive's recommendation: joint commissioning for 2015/16, reviewed in "
						+ "the planning for 2016/17. Their answers are in the ballot.",
				true, List.of(), List.of(), Changed.OPEN, PAPER + "5.1"));
		this.engagements.add(appraisal, new EngagementStatement(Audience.PATIENT_GROUPS,
				"Patient participation group fora", partner(PartnerBody.Kind.PATIENT_GROUP), false,
				When.in(YearMonth.of(2015, 1)), How.MEETING, null,
				"Told of NHS England's proposals and of the CCG's preferred approach, at their January meetings; many "
						+ "had no meeting in December.",
				false, List.of(), List.of(), Changed.OPEN, PAPER + "4.2 (after 5.1)"));
		this.engagements.add(appraisal, new EngagementStatement(Audience.AREA_TEAM, "Thames Valley Area Team",
				partner(PartnerBody.Kind.NHS_ENGLAND), true, When.notStated("The paper gives no day"), How.MEETING,
				null,
				"Represented on the CCG's Primary Care Development Programme Board; the paper speaks of good working "
						+ "arrangements, not of what was asked.",
				false, List.of(), List.of(), Changed.OPEN, PAPER + "2.3"));
		this.engagements.add(appraisal, new EngagementStatement(Audience.COUNCIL, "Oxfordshire County Council",
				partner(PartnerBody.Kind.LOCAL_AUTHORITY), false,
				When.between(LocalDate.of(2015, 1, 29), LocalDate.of(2015, 3, 30), "Before the end of March 2015"),
				How.NOT_STATED, null,
				"To be a member of the Commissioning Board, which is to start in shadow form. The paper does not say "
						+ "that the council was asked.",
				false, List.of(), List.of(), Changed.OPEN, PAPER + "3.1"));
	}

	/**
	 * All practices told, with an opportunity to object, and the board asked (Southern
	 * Derbyshire CCG report, recommendation and Appendix 1, 1.3).
	 */
	@Override
	public void southernDerbyshire(AppraisalSummary appraisal) {
		int known = this.organisations.membersOn(BOARD_MET, DemonstrationRegister.QUARTER).size();
		Integer members = (known > 0) ? known : null;
		this.windows.open(appraisal, new ObjectionWindow.Statement(Audience.MEMBER_PRACTICES,
				"The recommendation for delegated commissioning, the timeline and the next steps, with an opportunity "
						+ "to object.",
				"Communications to all practices; the report does not say in what form. Their number is that of the "
						+ "register. Whether anybody objected is not reported.",
				members, members,
				When.between(GUIDANCE_ISSUED, BOARD_MET, "“very recently”, says the report of 15 January 2015"), null,
				REPORT + "Appendix 1, 1.3"));
		this.engagements.add(appraisal, new EngagementStatement(Audience.MEMBER_PRACTICES, "Locality meetings", null,
				true,
				When.notStated(
						"In the days before the governing body's meeting, whose day the report does not " + "state"),
				How.MEETING, null,
				"To discuss the recommendation. What was said is to be told to the governing body by word of mouth.",
				false, List.of(), List.of(), Changed.OPEN, REPORT + "Appendix 1, 1.3"));
		this.engagements.add(appraisal, new EngagementStatement(Audience.HEALTH_AND_WELLBEING_BOARD,
				"Health and Wellbeing Board", partner(PartnerBody.Kind.HEALTH_AND_WELLBEING_BOARD), true,
				When.on(BOARD_MET), How.MEETING, "The Chief Officer, by a report",
				"To support the proposal to ask for full delegated responsibility, subject to further discussion with "
						+ "the member practices.",
				false, List.of(),
				List.of(new Document("The Commissioning of Primary Care Provision",
						"Health and Wellbeing Board, " + "15 January 2015, item 5")),
				Changed.OPEN, REPORT + "Recommendation"));
		this.engagements.add(appraisal,
				new EngagementStatement(Audience.MEMBER_PRACTICES, "The next full membership event", null, false,
						When.in(YearMonth.of(2015, 2)), How.EVENT, null,
						"To discuss the opportunities and how to make the most of them, and the risks and concerns.",
						false, List.of(), List.of(), Changed.OPEN, REPORT + "Appendix 1, 1.3"));
	}

	private @Nullable UUID partner(PartnerBody.Kind kind) {
		return this.organisations.partnerBodies()
			.stream()
			.filter((body) -> body.kind() == kind)
			.map(PartnerBody::id)
			.findFirst()
			.orElse(null);
	}

}
