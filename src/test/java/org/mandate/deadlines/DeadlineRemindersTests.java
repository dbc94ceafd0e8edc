package org.mandate.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestMail;
import org.mandate.TestMail.WithMail;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.Milestone;
import org.mandate.meetings.TestMeetings;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reminders of deadlines over a real mail server: who gets which, and each only once
 * however many nodes look. The joint proposal is due on 30 January 2015, a Friday.
 */
@MandateTest
@WithMail
@Import({ MovableClock.class, TestMilestones.class })
class DeadlineRemindersTests {

	private static final String PROPOSAL = "Proposal for joint commissioning: latest 5pm on 30 January 2015";

	private static final String ATTEST = "Accountable officer and audit committee chair attest: latest 29 January 2015";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TestMail mail;

	@Autowired
	private DeadlineReminders reminders;

	@Autowired
	private TestMilestones milestones;

	private OxfordshireDecision decision;

	private Member officer;

	@BeforeEach
	void start() throws Exception {
		this.clock.shows("2015-01-02T09:00:00Z");
		begin();
		this.reminders.sendDue();
		this.mail.empty();
	}

	private void begin() {
		this.decision = new OxfordshireDecision(this.beans);
		this.officer = this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.ACCOUNTABLE_OFFICER, null);
		new TestMeetings(this.beans, this.decision.organisation, "Governing Body").called(LocalDate.of(2015, 1, 29));
		this.decision.within(() -> this.beans.getBean(Recommendations.class)
			.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", this.decision.manager));
	}

	private String email(Member member) {
		return this.decision.within(() -> this.beans.getBean(People.class).summary(member.id())).email();
	}

	private List<String> subjects(Member member) throws Exception {
		List<String> subjects = new ArrayList<>();
		for (MimeMessage message : this.mail.received(email(member))) {
			subjects.add(message.getSubject());
		}
		return subjects.stream().sorted().toList();
	}

	@Test
	void goToThoseWhoseStepItIsFourteenSevenAndOneDayBefore() throws Exception {
		assertThat(subjects(this.officer)).isEmpty();
		this.clock.shows("2015-01-15T07:00:00Z");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).containsExactly(ATTEST);
		this.clock.shows("2015-01-16T07:00:00Z");
		this.reminders.sendDue();
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).containsExactly(ATTEST, PROPOSAL);
		assertThat(TestMail.text(this.mail.received(email(this.officer)).getLast())).contains(
				"Dear The Accountable officer,",
				"The deadline plan of NHS Oxfordshire CCG for 2015/16 (Joint commissioning) has a step for you:",
				"Latest: 5pm on 30 January 2015 (14 days left)",
				"https://mandate.example" + this.decision.base() + "/deadlines");
		this.clock.shows("2015-01-22T07:00:00Z");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).containsExactly(ATTEST, ATTEST, PROPOSAL);
		this.clock.shows("2015-01-23T07:00:00Z");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).containsExactly(ATTEST, ATTEST, PROPOSAL, PROPOSAL);
		this.clock.shows("2015-01-29T07:00:00Z");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).containsExactly(ATTEST, ATTEST, ATTEST, PROPOSAL, PROPOSAL, PROPOSAL);
		this.clock.shows("2015-01-31T07:00:00Z");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).hasSize(6);
		assertThat(subjects(this.decision.governor)).isEmpty();
	}

	@Test
	void goOnceWhenManyNodesSendAtOnce() throws Exception {
		this.clock.shows("2015-01-16T07:00:00Z");
		AtOnce.times(4, () -> this.reminders.sendDue());
		assertThat(subjects(this.officer)).containsExactly(ATTEST, PROPOSAL);
		assertThat(subjects(this.decision.manager)).isNotEmpty().doesNotHaveDuplicates();
		assertThat(new Pages(this.mvc, this.decision.manager).page(this.decision.base() + "/deadlines/reminders")
			.select("section tbody tr")
			.eachText()).filteredOn((row) -> row.contains("The Accountable officer") && row.contains("14 days before"))
			.hasSize(2)
			.allMatch((row) -> row.endsWith("Sent"));
	}

	@Test
	void doNotGoToWhoWantsNone() throws Exception {
		String page = this.decision.base() + "/deadlines/reminders";
		Pages officer = new Pages(this.mvc, this.officer);
		assertThat(officer.sends(page, "wanted", "no").getRedirectedUrl()).isEqualTo(page);
		assertThat(officer.page(page).text()).contains("You asked for no reminders of deadlines.");
		this.clock.shows("2015-01-16T07:00:00Z");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).isEmpty();
		officer.sends(page, "wanted", "yes");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).containsExactly(ATTEST, PROPOSAL);
	}

	/** The appraisal is started in the same organisation's name years after its day. */
	@Test
	void doNotGoOutAboutAPastCase() throws Exception {
		this.clock.shows("2015-02-20T07:00:00Z");
		begin();
		this.clock.shows("2015-01-16T07:00:00Z");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).isEmpty();
		assertThat(new Pages(this.mvc, this.officer).page(this.decision.base() + "/deadlines/reminders").text())
			.contains("This appraisal is of a past date, so nobody is reminded of it.");
	}

	@Test
	void endOnceTheOutcomeIsKnown() throws Exception {
		this.milestones.tell(this.decision.appraisal, Milestone.on(Milestone.Kind.OUTCOME, "no-application",
				LocalDate.of(2015, 1, 14), "No application is made", null, this.decision.appraisal.path()));
		this.clock.shows("2015-01-16T07:00:00Z");
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).isEmpty();
	}

	@Test
	void areLoggedWhenTheServerDoesNotTakeThem() throws Exception {
		this.clock.shows("2015-01-16T07:00:00Z");
		this.mail.down(this.reminders::sendDue);
		this.reminders.sendDue();
		assertThat(subjects(this.officer)).isEmpty();
		assertThat(
				new Pages(this.mvc, this.decision.manager).page(this.decision.base() + "/deadlines/reminders").text())
			.contains("Failed", "The mail server did not take it");
		assertThat(this.decision.events("deadlines.reminder-failed")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "2015-01-15, -1", "2015-01-16, 14", "2015-01-20, 14", "2015-01-22, 14", "2015-01-23, 7",
			"2015-01-28, 7", "2015-01-29, 1", "2015-01-30, 1", "2015-01-31, -1" })
	void makeUpForADayOnWhichNothingRan(LocalDate today, int step) {
		Integer found = DeadlineReminders.step(LeadTimes.DEFAULTS, today, LocalDate.of(2015, 1, 30));
		assertThat((found != null) ? found : -1).isEqualTo(step);
	}

}
