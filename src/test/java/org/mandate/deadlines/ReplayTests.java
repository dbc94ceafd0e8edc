package org.mandate.deadlines;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.appraisals.Milestone;
import org.mandate.database.Tenant;
import org.mandate.meetings.TestMeetings;
import org.mandate.organisations.Organisation;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The two cases of January 2015 as they looked on a day of that month. The days expected
 * are those of the sources, and counted from them by hand.
 */
@MandateTest
@Import(TestMilestones.class)
class ReplayTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private TestMilestones milestones;

	/** A row of the plan. */
	static Element row(Document page, String step) {
		List<Element> rows = page.select("table.app-plan tbody tr")
			.stream()
			.filter((row) -> row.selectFirst("th").ownText().startsWith(step))
			.sorted(Comparator.comparing((row) -> row.selectFirst("th").ownText().length()))
			.toList();
		assertThat(rows).as(step + " in " + page.select("table.app-plan th[scope=row]").eachText()).isNotEmpty();
		return rows.getFirst();
	}

	/** Its cells: latest, on record, state. */
	static List<String> cells(Document page, String step) {
		return row(page, step).select("td").eachText();
	}

	private Document southernDerbyshire(String query) throws Exception {
		Organisation organisation = this.organisations.establish();
		Member manager = this.organisations.person(organisation, Role.COMMISSIONING_MANAGER, null);
		AppraisalSummary appraisal = Tenant.call(organisation.id(), () -> this.beans.getBean(Appraisals.class)
			.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 15)));
		Tenant.run(organisation.id(), () -> this.beans.getBean(Recommendations.class)
			.begin(appraisal, Recommendations.Source.CHOSEN_MODEL, "delegated", manager));
		this.milestones.tell(appraisal, Milestone.on(Milestone.Kind.ENGAGEMENT, "health-and-wellbeing-board",
				LocalDate.of(2015, 1, 15), "Health and Wellbeing Board asked to support", null, appraisal.path()));
		return new Pages(this.mvc, manager).page("/" + organisation.slug() + appraisal.path() + "/deadlines" + query);
	}

	@Test
	void southernDerbyshireIsSixDaysLateOnTheFifteenthAndAskedTheBoardTooLate() throws Exception {
		for (String query : List.of("?asAt=2015-01-15", "")) {
			Document page = southernDerbyshire(query);
			assertThat(cells(page, "Proposal for delegated commissioning").get(0))
				.startsWith("12 noon on 9 January 2015")
				.contains("Another source says 5 January 2015, 4 days earlier.", "If it held: 10 days late.",
						"Law firm's summary, Timetable for implementation");
			assertThat(cells(page, "Proposal for delegated commissioning").get(1)).isEqualTo("Nothing");
			assertThat(cells(page, "Proposal for delegated commissioning").get(2)).isEqualTo("Late 6 days late");
			assertThat(cells(page, "Health and Wellbeing Board asked to support")).containsExactly("9 January 2015",
					"Health and Wellbeing Board asked to support, 15 January 2015", "Done late 6 days late");
			assertThat(row(page, "The governing body decides").text())
				.contains("No meeting of the governing body is called before the deadline");
			assertThat(cells(page, "Constitution amended for delegated commissioning only").get(2))
				.isEqualTo("Late 6 days late");
			assertThat(cells(page, "Constitution amended in other matters").get(2)).isEqualTo("Passed 9 days earlier");
			assertThat(cells(page, "Regional moderation panels").getFirst()).startsWith("Mid January 2015 ");
			assertThat(cells(page, "Regional moderation panels").get(2)).isEqualTo("No exact day");
			assertThat(page.select(".app-plan__problems").text())
				.startsWith("11 steps need a look " + "Proposal for delegated commissioning: 6 days late")
				.contains("Health and Wellbeing Board asked to support: done 6 days late");
			assertThat(page.select(".app-as-at__now").text()).contains("Seen from 15 January 2015");
		}
	}

	@Test
	void southernDerbyshiresBoardWillBeTooLateAsSeenTheDayBeforeTheDeadline() throws Exception {
		Document page = southernDerbyshire("?asAt=2015-01-08");
		assertThat(cells(page, "Proposal for delegated commissioning").get(2)).isEqualTo("Due 1 day left");
		assertThat(cells(page, "Health and Wellbeing Board asked to support").get(1))
			.isEqualTo("Health and Wellbeing Board asked to support, 15 January 2015, planned");
		assertThat(cells(page, "Health and Wellbeing Board asked to support").get(2))
			.isEqualTo("Will be late 6 days late");
		assertThat(cells(southernDerbyshire("?asAt=2015-01-09T11:59"), "Proposal for delegated commissioning").get(2))
			.isEqualTo("Due Today");
		assertThat(cells(southernDerbyshire("?asAt=2015-01-09T12:00"), "Proposal for delegated commissioning").get(2))
			.isEqualTo("Late Late on the day itself");
	}

	private Document oxfordshire(String query) throws Exception {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans);
		new TestMeetings(this.beans, decision.organisation, "Governing Body").called(LocalDate.of(2015, 1, 29),
				TestMeetings.recommendation(decision.appraisal.id()));
		decision.within(() -> this.beans.getBean(Recommendations.class)
			.begin(decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", decision.manager));
		return new Pages(this.mvc, decision.manager).page(decision.base() + "/deadlines" + query);
	}

	@Test
	void oxfordshireIsInTimeOnTheTwentyNinthWithTheRivalOfTheThirtyFirst() throws Exception {
		for (String query : List.of("?asAt=2015-01-29", "")) {
			Document page = oxfordshire(query);
			List<String> proposal = cells(page, "Proposal for joint commissioning");
			assertThat(proposal.get(0)).startsWith("5pm on 30 January 2015")
				.contains("Another source says 31 January 2015, 1 day later.",
						"If it held: due, 2 days left. The governing body's last meeting before it is on 29 January 2015.",
						"Oxfordshire CCG paper, 1 Background",
						"NHS England needs to be informed about OCCG’s preferred option by 31 January 2015");
			assertThat(proposal.get(2)).isEqualTo("Due 1 day left");
			assertThat(page.select(".app-plan__problems").text()).doesNotContain("Proposal for joint commissioning");
		}
	}

	/**
	 * 30 January 2015 is a Friday: the meeting on Thursday 29, papers five working days
	 * before it on Thursday 22, notice ten before on Thursday 15, the vote closed two
	 * before the papers on Tuesday 20 and opened fourteen days earlier.
	 */
	@Test
	void oxfordshiresPlanIsCountedBackThroughItsMeeting() throws Exception {
		Document page = oxfordshire("?asAt=2015-01-02");
		assertThat(cells(page, "The governing body decides")).containsExactly("29 January 2015",
				"Meeting of the Governing Body, 29 January 2015, planned", "Due Planned in time");
		assertThat(cells(page, "Send the papers out").getFirst()).isEqualTo("22 January 2015");
		assertThat(cells(page, "Give notice").getFirst()).isEqualTo("15 January 2015");
		assertThat(cells(page, "Close the ballot").getFirst()).isEqualTo("20 January 2015");
		assertThat(cells(page, "Open the ballot").getFirst()).isEqualTo("6 January 2015");
		assertThat(cells(page, "Consult the local medical committee")).containsExactly("2 January 2015", "Nothing",
				"Due Today");
		assertThat(cells(page, "Accountable officer and audit committee chair attest").getFirst())
			.isEqualTo("29 January 2015");
		assertThat(cells(page, "Propose the amendment").getFirst()).isEqualTo("2 January 2015");
		assertThat(cells(page, "Constitution amended for joint commissioning only").getFirst())
			.startsWith("30 January 2015");
		assertThat(cells(page, "Recurrent baseline of 2014/15").get(2)).isEqualTo("Passed 33 days earlier");
		assertThat(cells(page, "CCG allocations confirmed").getFirst()).startsWith("Mid to late December 2014");
		assertThat(page.select("svg[role=img] desc").text()).startsWith("Seen from 2 January 2015: nothing is late.");
	}

	@Test
	void leavesOutWhatHappenedLater() throws Exception {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans).asked().voted();
		decision.within(() -> this.beans.getBean(Recommendations.class)
			.begin(decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", decision.manager));
		this.milestones.tell(decision.appraisal, Milestone.on(Milestone.Kind.SUBMITTED, "joint",
				LocalDate.of(2015, 1, 29), "Submitted", null, decision.appraisal.path()));
		Pages manager = new Pages(this.mvc, decision.manager);
		Document before = manager.page(decision.base() + "/deadlines?asAt=2014-12-31");
		assertThat(cells(before, "Open the ballot").get(1)).isEqualTo("Nothing");
		assertThat(cells(before, "Close the ballot").get(1)).isEqualTo("Nothing");
		assertThat(cells(before, "Proposal for joint commissioning").get(1)).isEqualTo("Nothing");
		Document after = manager.page(decision.base() + "/deadlines?asAt=2015-01-29");
		assertThat(cells(after, "Open the ballot").get(1)).contains("1 January 2015");
		assertThat(cells(after, "Close the ballot").get(1)).contains("1 January 2015 to 29 January 2015", "carried");
		assertThat(cells(after, "Proposal for joint commissioning").get(2)).isEqualTo("Done in time");
	}

}
