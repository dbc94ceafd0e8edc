package org.mandate.deadlines;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;
import org.mandate.meetings.TestMeetings;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The deadline plan in a browser, wide and narrow, with scripts and without: the plan,
 * its timeline, another day, lead times, a calendar link and reminders. Every page is
 * checked with axe and for sideways scroll.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class DeadlineBrowserTests extends BrowserTest {

	@Autowired
	private ApplicationContext beans;

	private OxfordshireDecision decision() {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans).compared();
		new TestMeetings(this.beans, decision.organisation, "Governing Body").called(LocalDate.of(2015, 1, 29));
		decision.within(() -> this.beans.getBean(Recommendations.class)
			.begin(decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", decision.manager));
		return decision;
	}

	private static Visitor signedIn(OxfordshireDecision decision, Visitor visitor) {
		return visitor.opens("/" + decision.organisation.slug() + "/sign-in")
			.presses("Continue as The Commissioning manager");
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void thePlanIsReadReplayedAndChanged(int width) {
		OxfordshireDecision decision = decision();
		Visitor manager = signedIn(decision, visitor(width)).opens(decision.base() + "/deadlines")
			.readsHeading("Deadlines")
			.reads("Plan for joint commissioning")
			.reads("Another source says 31 January 2015")
			.photographs("plan-" + width);
		manager.opens(decision.base() + "/deadlines?model=delegated&asAt=2015-01-15")
			.reads("6 days late")
			.reads("No meeting of the governing body is called before the deadline")
			.photographs("plan-late-" + width);
		manager.opens(decision.base() + "/deadlines/as-at?page=deadlines&on.day=30&on.month=2&on.year=2015")
			.reads("There is no such day")
			.fills("Day", "15")
			.fills("Month", "1")
			.presses("Look from there")
			.reads("Seen from 15 January 2015");
		manager.opens(decision.base() + "/deadlines/lead-times")
			.photographs("lead-times-" + width)
			.fills("Papers go out before the meeting", "many")
			.presses("Save")
			.reads("Enter a whole number of days from 0 to 100")
			.fills("Papers go out before the meeting", "7")
			.presses("Save")
			.reads("The lead times are saved.")
			.reads("20 January 2015");
		manager.opens(decision.base() + "/deadlines/calendar")
			.fills("Whom or what is it for?", "My calendar")
			.presses("Make a link")
			.reads("it is not shown again")
			.photographs("calendar-" + width)
			.presses("Revoke")
			.reads("The link is revoked.");
		manager.opens(decision.base() + "/deadlines/reminders")
			.presses("Send me no reminders")
			.reads("You asked for no reminders of deadlines.");
	}

	@Test
	void anotherDayIsChosenWithoutScripts() {
		OxfordshireDecision decision = decision();
		signedIn(decision, visitorWithoutScripts(NARROW)).opens(decision.base() + "/deadlines")
			.reads("Timeline")
			.opens(decision.base() + "/deadlines/as-at?page=deadlines")
			.fills("Day", "16")
			.fills("Month", "1")
			.fills("Year", "2015")
			.fills("Time (optional)", "12 noon")
			.presses("Look from there")
			.reads("Seen from 16 January 2015, 12 noon")
			.reads("14 days left");
	}

}
