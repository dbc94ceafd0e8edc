package org.mandate.coversheets;

import java.time.LocalDate;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.considerations.StatementText;
import org.mandate.considerations.Subject;
import org.mandate.database.TestDatabase;
import org.mandate.meetings.MeetingId;
import org.mandate.meetings.TestMeetings;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A paper on its way to the governing body and after it, in a browser, wide and narrow:
 * its cover sheet, the officers' approvals, whether it is complete, finding it again, and
 * whether it is genuine. Every page is checked with axe and for sideways scroll.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class CoverBrowserTests extends BrowserTest {

	@Autowired
	private ApplicationContext beans;

	private Visitor as(String role, OxfordshireDecision decision, Visitor visitor) {
		return visitor.opens("/" + decision.organisation.slug() + "/sign-in").presses("Continue as The " + role);
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void thePaperIsMadeCompleteApprovedPutAndFoundAgain(int width) {
		OxfordshireDecision decision = new OxfordshireDecision(this.beans).compared();
		decision.within(() -> this.beans.getBean(Recommendations.class)
			.begin(decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", decision.manager));
		Visitor manager = as("Commissioning manager", decision, visitor(width));
		coverSheet(manager, decision, width);
		approvals(manager, decision, width);
		new PaperParts(this.beans, decision).said(Subject.LEGAL, new StatementText(true, "None", "The test"));
		manager.opens(decision.base() + "/recommendation")
			.reads("8 of the nine implications are not recorded")
			.photographs("completeness-" + width)
			.expects(422)
			.presses("Put it although it is not complete")
			.reads("Enter why you put it although it is not complete");
		new PaperParts(this.beans, decision).implications().written();
		manager.opens(decision.base() + "/recommendation")
			.reads("Nothing is missing")
			.presses("Put to the governing body")
			.reads("Put to the governing body as version 1")
			.opens(decision.base());
		TestMeetings body = new TestMeetings(this.beans, decision.organisation, "Governing Body").withFive();
		MeetingId id = body.opened(LocalDate.of(2015, 1, 29), TestMeetings.recommendation(decision.appraisal.id()));
		body.left(id, 1, TestMeetings.approved()).closed(id, null, decision.manager);
		search(manager, decision, width);
		body.published(id);
		verification(manager, decision, width);
	}

	private static void coverSheet(Visitor manager, OxfordshireDecision decision, int width) {
		manager.opens(decision.base() + "/recommendation")
			.reads("There is no cover sheet yet")
			.follows("Its cover sheet")
			.fills("Title", "")
			.presses("Save")
			.reads("Enter the title of the paper")
			.fills("Title", "Primary care co-commissioning")
			.fills("Paper number", "15/04")
			.fills("Day", "29")
			.fills("Month", "1")
			.fills("Year", "2015")
			.chooses("For decision")
			.chooses("Conflict noted: may discuss, may not vote")
			.fills("Author", "Sam Rowan")
			.fills("Lead", "Drew Oakley")
			.presses("Save")
			.reads("The cover sheet is saved.")
			.photographs("cover-sheet-" + width);
	}

	private void approvals(Visitor manager, OxfordshireDecision decision, int width) {
		manager.follows("Approvals by officers")
			.presses("Ask another officer")
			.presses("Ask")
			.reads("Choose as what the officer approves")
			.chooses("Financial officer");
		manager.page().getByLabel("Who is asked?").selectOption("The Chair");
		manager.presses("Ask")
			.reads("The Chair is asked to approve the paper.")
			.follows("Ask an officer")
			.fills("Name of somebody outside", "Bo Lime, solicitor")
			.presses("Ask")
			.follows("Record the answer")
			.chooses("Approval given")
			.fills("How do you know?", "As told by e-mail of 12 January 2015")
			.presses("Record the answer");
		manager.page().locator("a[href$='/not-needed/estates']").click();
		manager.looks().fills("Why is it not needed?", "No premises are concerned").presses("Save");
		as("Chair", decision, visitor(width)).reads("asks you to approve the paper for 2015/16 as financial officer")
			.follows("Answer the request")
			.follows("Give or refuse your approval")
			.chooses("Approval given")
			.presses("Record the answer")
			.reads("The answer is recorded.")
			.opens(decision.base() + "/paper/cover")
			.reads("Conflict noted: may discuss, may not vote");
		manager.opens(decision.base() + "/approvals")
			.reads("As told: As told by e-mail of 12 January 2015")
			.photographs("approvals-" + width);
	}

	private static void search(Visitor manager, OxfordshireDecision decision, int width) {
		manager.opens("/" + decision.organisation.slug());
		Page page = manager.page();
		page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search everything"))
			.fill("joint commis");
		manager.presses("Search")
			.readsHeading("Search")
			.reads("Sealed paper 1 for 2015/16")
			.photographs("search-" + width)
			.follows("Sealed paper 1 for 2015/16")
			.opens("/" + decision.organisation.slug() + "/search")
			.fills("What are you looking for?", "of the")
			.presses("Search")
			.reads("There is no word to look for");
	}

	private void verification(Visitor manager, OxfordshireDecision decision, int width) {
		manager.opens(decision.base() + "/papers/1");
		String hash = manager.page().locator("footer code").first().innerText();
		visitor(width).opens("/" + decision.organisation.slug() + "/sign-in")
			.follows("Is a paper genuine?")
			.fills("Content hash", "not a hash")
			.presses("Check")
			.reads("Enter at least the first 12 of the 64 digits")
			.fills("Content hash", hash.substring(0, 30).toUpperCase(Locale.ROOT) + " ")
			.presses("Check")
			.reads("Yes, it is a paper of NHS Oxfordshire CCG")
			.photographs("verification-" + width)
			.follows("Read the published paper")
			.opens("/" + decision.organisation.slug() + "/verification/" + "0".repeat(64))
			.reads("No paper with this hash was sealed here");
	}

}
