package org.mandate.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.guidance.Guidance;
import org.mandate.meetings.MeetingId;
import org.mandate.meetings.Meetings;
import org.mandate.meetings.TestMeetings;
import org.mandate.recommendations.Recommendations;
import org.mandate.voting.Voting;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.deadlines.ReplayTests.cells;
import static org.mandate.deadlines.ReplayTests.row;

/**
 * The plan's pages: what the guidance says side by side, the lead times, choosing a day,
 * and what the modules tell as milestones.
 */
@MandateTest
class DeadlinePagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private TestOrganisations organisations;

	private OxfordshireDecision decision;

	private Pages manager;

	private String page;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		this.manager = new Pages(this.mvc, this.decision.manager);
		this.page = this.decision.base() + "/deadlines";
	}

	private void recommended(String model) {
		this.decision.within(() -> this.beans.getBean(Recommendations.class)
			.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, model, this.decision.manager));
	}

	private static Element stated(Document page, String title) {
		return page.select("table.app-deadlines tbody tr")
			.stream()
			.filter((row) -> row.select("th").text().equals(title))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void showsDeadlinesWithRivalDatesAndTheirSources() throws Exception {
		Document page = this.manager.page(this.page);
		Element delegated = stated(page, "Proposal for delegated commissioning");
		assertThat(delegated.select("td").get(0).text()).startsWith("12 noon on 9 January 2015")
			.contains("NHS England roadshow slides, Technical plenary", "Noon 9 January 2015",
					"Southern Derbyshire CCG report, Submission Requirements");
		assertThat(delegated.select("td").get(1).text()).startsWith("5 January 2015 4 days earlier")
			.contains("Law firm's summary, Timetable for implementation");
		Element joint = stated(page, "Proposal for joint commissioning");
		assertThat(joint.select("td").get(0).text()).startsWith("5pm on 30 January 2015 1 day left")
			.contains("5pm on 30 January");
		assertThat(joint.select("td").get(1).text()).startsWith("31 January 2015 1 day later")
			.contains("Oxfordshire CCG paper, 1 Background");
		assertThat(stated(page, "Regional moderation panels on delegated proposals").select("td").getFirst().text())
			.startsWith("Mid January 2015 NHS England");
		assertThat(page.select("h2").eachText()).contains("Option 1: Greater involvement",
				"Option 2: Joint commissioning", "Option 3: Delegated commissioning", "Whichever model is chosen");
	}

	@Test
	void offersTheModelsWhileNoneIsRecommendedAndPlansForTheOneThatIsChosen() throws Exception {
		Document none = this.manager.page(this.page);
		assertThat(none.select("#plan").text()).isEqualTo("No plan yet");
		assertThat(none.select("a[href$=model=delegated]").text()).isEqualTo("Delegated commissioning");
		assertThat(this.manager.page(this.page + "?model=delegated").select("#plan").text())
			.isEqualTo("Plan for delegated commissioning");
		Document greater = this.manager.page(this.page + "?model=greater-involvement");
		assertThat(cells(greater, "Submission for greater involvement").getFirst())
			.startsWith("None, nothing has to be submitted");
		assertThat(row(greater, "The governing body decides").text()).contains("before the year begins");
		assertThat(this.manager.status(this.page + "?model=invented")).isEqualTo(404);
		this.decision.asked();
		assertThat(this.manager.page(this.page).text())
			.contains("the model that the members' ballot is about; no recommendation is written yet");
		recommended("delegated");
		assertThat(this.manager.page(this.page).text()).contains("the model that the recommendation names");
	}

	@Test
	void isNotFoundForOthersAndWithoutAnAppraisal() throws Exception {
		Member other = this.organisations.person(this.organisations.establish(), Role.COMMISSIONING_MANAGER, null);
		assertThat(new Pages(this.mvc, other).status(this.page)).isEqualTo(404);
		assertThat(new Pages(this.mvc, other).status(this.page + "/lead-times")).isEqualTo(404);
		assertThat(this.manager.status(this.page.replace("2015-16", "2031-32"))).isEqualTo(404);
	}

	@Test
	void takesAFixedNumberOfStatements() throws Exception {
		this.beans.getBean(Guidance.class).editions();
		this.decision.asked();
		recommended("joint");
		TestMeetings body = new TestMeetings(this.beans, this.decision.organisation, "Governing Body");
		body.called(LocalDate.of(2015, 1, 29));
		int few = Statements.during(() -> this.manager.page(this.page)).size();
		for (int month = 2; month < 12; month++) {
			body.called(LocalDate.of(2015, month, 20));
		}
		List<String> many = Statements.during(() -> this.manager.page(this.page));
		assertThat(many).as(String.join("\n", many)).hasSize(few).hasSizeLessThanOrEqualTo(24);
		assertThat(Statements.during(() -> this.manager.page(this.page + "/lead-times"))).hasSizeLessThanOrEqualTo(3);
		assertThat(Statements.during(() -> this.manager.page(this.page + "/reminders"))).hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void countsWithTheLeadTimesOfTheOrganisation() throws Exception {
		recommended("joint");
		new TestMeetings(this.beans, this.decision.organisation, "Governing Body").called(LocalDate.of(2015, 1, 29));
		assertThat(cells(this.manager.page(this.page), "Send the papers out").getFirst()).isEqualTo("22 January 2015");
		Document form = this.manager.page(this.page + "/lead-times");
		assertThat(form.select("input[name=papers]").val()).isEqualTo("5");
		assertThat(form.select("input[name=reminders]").val()).isEqualTo("14, 7, 1");
		assertThat(form.select("input[name=version]").val()).isEqualTo("-1");
		MockHttpServletResponse saved = save("7", "14, 3", "-1");
		assertThat(saved.getRedirectedUrl()).isEqualTo(this.page);
		assertThat(cells(this.manager.page(this.page), "Send the papers out").getFirst()).isEqualTo("20 January 2015");
		Trail.Entry event = this.decision.events("deadlines.lead-times").getFirst();
		assertThat(event.summary()).isEqualTo("Changed the lead times of the deadline plan");
		save("7", "14, 3", "0");
		assertThat(this.decision.events("deadlines.lead-times")).hasSize(1);
	}

	private MockHttpServletResponse save(String papers, String reminders, String version) throws Exception {
		return this.manager.sends(this.page + "/lead-times", "papers", papers, "notice", "10", "counting", "2",
				"voting", "14", "consulting", "28", "amending", "28", "attesting", "1", "reminders", reminders,
				"version", version);
	}

	@Test
	void saysWhatIsWrongWithLeadTimesAndKeepsWhatWasTyped() throws Exception {
		MockHttpServletResponse wrong = save("five", "14; 7", "-1");
		assertThat(Pages.errors(wrong)).containsExactly("Enter a whole number of days from 0 to 100",
				"Enter whole numbers of days from 0 to 99 with commas between them, such as 14, 7, 1, or nothing");
		assertThat(Pages.read(wrong).select("input[name=papers]").val()).isEqualTo("five");
		assertThat(Pages.errors(save("101", "1,2,3,4,5,6", "-1")))
			.containsExactly("Enter a whole number of days from 0 to 100", "Enter at most 5 numbers of days");
	}

	@Test
	void keepsBothWhereTwoChangeTheLeadTimesAtOnce() throws Exception {
		save("6", "14", "-1");
		for (String seen : List.of("-1", "7")) {
			Document conflict = Pages.read(save("8", "7", seen));
			assertThat(conflict.select(".app-conflict").text())
				.contains("The Commissioning manager saved the lead times while you were working on them", "Papers 6");
			assertThat(conflict.select("input[name=papers]").val()).isEqualTo("8");
			assertThat(conflict.select("input[name=version]").val()).isEqualTo("0");
		}
		assertThat(save("8", "7", "0").getStatus()).isEqualTo(303);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {
			"30, 2, 2015, -, 'There is no such day. Enter a real date, such as 15 1 2015'",
			"'', '', '', -, 'Enter the day to look from, such as 15 1 2015'",
			"15, 1, 2015, teatime, 'Enter a time such as 5pm, 17:00 or 12 noon, or leave it empty'",
			"29, 3, 2015, 1:30am, 'There is no 1:30am on Sunday 29 March 2015: the clocks go forward from 1am to 2am. Enter 2am, or a time before 1am'",
			"1, 1, 1815, -, The day to look from must be from 1900 to 2999" })
	void saysWhatIsWrongWithAMoment(String day, String month, String year, String time, String message)
			throws Exception {
		MockHttpServletResponse answer = this.manager.opens(this.page + "/as-at?page=deadlines&on.day=" + day
				+ "&on.month=" + month + "&on.year=" + year + ((time != null) ? "&time=" + time : ""));
		assertThat(Pages.errors(answer)).containsExactly(message);
		assertThat(Pages.read(answer).select("input[name=on.day]").val()).isEqualTo(day);
	}

	@ParameterizedTest
	@CsvSource({ "deadlines, , /deadlines?asAt=2015-01-15", "deadlines, 12 noon, /deadlines?asAt=2015-01-15T12%3A00",
			"engagement/coverage, , /engagement/coverage?asAt=2015-01-15",
			"//evil.example, , /deadlines?asAt=2015-01-15", "../../x, , /deadlines?asAt=2015-01-15",
			"deadlines, midnight, /deadlines?asAt=2015-01-16T00%3A00" })
	void leadsToThePageAsSeenFromTheMoment(String where, String time, String to) throws Exception {
		String address = this.manager
			.opens(this.page + "/as-at?page=" + where + "&on.day=15&on.month=1&on.year=2015"
					+ ((time != null) ? "&time=" + time : ""))
			.getRedirectedUrl();
		assertThat(address.replace("T12:00", "T12%3A00").replace("T00:00", "T00%3A00"))
			.isEqualTo(this.decision.base() + to);
	}

	@Test
	void saysThatAnAddressNamesNoMoment() throws Exception {
		assertThat(this.manager.page(this.page + "?asAt=2015-02-30").text())
			.contains("The address names a day or time that does not exist");
		assertThat(this.manager.page(this.page + "?asAt=2015-01-15").text()).doesNotContain("does not exist");
	}

	private List<String> told(Milestone.Kind... kinds) {
		List<Milestone.Kind> wanted = List.of(kinds);
		return this.decision.within(() -> this.beans.getBean(Appraisals.class).milestones(this.decision.appraisal))
			.stream()
			.filter((each) -> wanted.contains(each.kind()))
			.map((each) -> "%s %s %s %s %s".formatted(each.kind(), each.about(), each.from(), each.to(), each.title()))
			.toList();
	}

	/**
	 * The appraisal speaks for 29 January 2015 and the ballot is recorded years later.
	 */
	@Test
	void takesTheDayOfTheCensusForABallotThatWasRecordedLater() throws Exception {
		assertThat(told(Milestone.Kind.BALLOT_OPENED, Milestone.Kind.BALLOT_CLOSED)).isEmpty();
		this.decision.asked();
		assertThat(told(Milestone.Kind.BALLOT_OPENED, Milestone.Kind.BALLOT_CLOSED))
			.containsExactly("BALLOT_OPENED 1 2015-01-01 2015-01-01 Ballot 1 of the member practices opened");
		this.decision.voted();
		assertThat(told(Milestone.Kind.BALLOT_OPENED, Milestone.Kind.BALLOT_CLOSED, Milestone.Kind.BALLOT_CARRIED))
			.containsExactly("BALLOT_OPENED 1 2015-01-01 2015-01-01 Ballot 1 of the member practices opened",
					"BALLOT_CLOSED 1 2015-01-01 2015-01-29 Ballot 1 of the member practices closed",
					"BALLOT_CARRIED joint 2015-01-01 2015-01-29 Ballot 1 of the member practices was carried");
		assertThat(this.decision.within(() -> this.beans.getBean(Appraisals.class).milestones(this.decision.appraisal))
			.stream()
			.map((each) -> String.valueOf(each.detail()))
			.collect(Collectors.joining())).doesNotContainPattern("\\d+ (for|against|practices)");
	}

	@Test
	void doesNotTellOfAWithdrawnBallot() {
		this.decision.asked();
		this.decision.within(() -> this.beans.getBean(Voting.class)
			.withdraw(this.decision.appraisal, 1, "The question was wrong", "The test"));
		assertThat(told(Milestone.Kind.BALLOT_OPENED, Milestone.Kind.BALLOT_CLOSED, Milestone.Kind.BALLOT_CARRIED))
			.isEmpty();
	}

	@Test
	void tellsOfMeetingsUnlessTheyWereCancelled() {
		TestMeetings body = new TestMeetings(this.beans, this.decision.organisation, "Governing Body");
		body.called(LocalDate.of(2015, 1, 29));
		MeetingId cancelled = body.called(LocalDate.of(2015, 2, 26));
		body.called(LocalDate.of(2012, 2, 26));
		this.decision.within(() -> this.beans.getBean(Meetings.class).cancel(cancelled, "Snow"));
		assertThat(told(Milestone.Kind.MEETING))
			.containsExactly("MEETING Governing Body 2015-01-29 2015-01-29 Meeting of the Governing Body");
	}

}
