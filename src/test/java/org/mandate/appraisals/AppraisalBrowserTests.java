package org.mandate.appraisals;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The appraisal's pages on the demonstration, through a browser: accessible, without
 * sideways scroll, and nothing on the console.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
class AppraisalBrowserTests extends BrowserTest {

	private static final String APPRAISAL = "/10q/appraisals/2015-16";

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void everyPageOfTheAppraisalIsAccessibleAndFits(int width) {
		Visitor manager = signedIn(width, "/10q", "Sam Rowan");
		manager.opens("/10q").photographs("home-" + width);
		manager.opens("/10q/appraisals");
		manager.opens("/10q/appraisals/new").photographs("start-" + width);
		manager.presses("Start the appraisal").reads("There is a problem");
		manager.opens(APPRAISAL).photographs("tasks-" + width);
		manager.opens(APPRAISAL + "/comparison").photographs("comparison-" + width);
		openAll(manager).looks().photographs("comparison-open-" + width);
		manager.opens(APPRAISAL + "/current-level").photographs("current-levels-" + width);
		manager.opens(APPRAISAL + "/current-level/complaints-management").photographs("current-level-" + width);
		manager.opens(APPRAISAL + "/deadlines").photographs("deadlines-" + width);
		manager.opens(APPRAISAL + "/history").photographs("history-" + width);
		openAll(manager).looks().photographs("history-open-" + width);
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void whereLittleIsRecordedThePagesAreAccessibleAndFitToo(int width) {
		Visitor manager = signedIn(width, "/04r", "Charlie Juniper");
		manager.opens("/04r").reads("Record what we do today").photographs("home-derbyshire-" + width);
		manager.opens("/04r/appraisals/2015-16/comparison")
			.reads("Not recorded yet")
			.photographs("comparison-derbyshire-" + width);
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void theAdministratorVerifiesTheRecord(int width) {
		Visitor administrator = signedIn(width, "/10q", "Robin Ash");
		administrator.opens("/10q/audit").reads("The record is intact").photographs("audit-" + width);
		administrator.fills("Hash from a paper", "12").presses("Look it up").reads("Enter the 64 characters");
	}

	@Test
	void theComparisonIsWholeWithoutScriptsAndOpensByKeyboard() {
		Visitor visitor = visitorWithoutScripts(NARROW);
		signIn(visitor, "/10q", "Morgan Birch");
		visitor.opens(APPRAISAL + "/comparison");
		Locator summary = visitor.page().locator("td summary").first();
		summary.focus();
		visitor.page().keyboard().press("Enter");
		assertThat(visitor.page().locator("td details[open] .app-citations").first().isVisible()).isTrue();
	}

	private Visitor signedIn(int width, String organisation, String name) {
		return signIn(visitor(width), organisation, name);
	}

	private static Visitor signIn(Visitor visitor, String organisation, String name) {
		return visitor.opens(organisation + "/sign-in").presses("Continue as " + name);
	}

	private static Visitor openAll(Visitor visitor) {
		visitor.page().evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
		return visitor;
	}

}
