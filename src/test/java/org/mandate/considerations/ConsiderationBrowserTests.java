package org.mandate.considerations;

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
 * What is considered, on the demonstration, through a browser: accessible, without
 * sideways scroll, and nothing on the console.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
class ConsiderationBrowserTests extends BrowserTest {

	private static final String OXFORDSHIRE = "/10q/appraisals/2015-16";

	private static final String DERBYSHIRE = "/04r/appraisals/2015-16";

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void everyPageIsAccessibleAndFits(int width) {
		Visitor manager = signedIn(visitor(width), "/10q", "Sam Rowan");
		for (String page : new String[] { "differences", "considerations", "requirements", "capacity", "finance",
				"implications", "considerations/joint", "considerations/joint/new", "requirements/pooled-fund",
				"capacity/roles/new", "finance/lines/new", "implications/it", "implications/conflicts" }) {
			manager.opens(OXFORDSHIRE + "/" + page).photographs(page.replace('/', '-') + "-" + width);
			manager.page().evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
			manager.looks();
		}
		manager.opens(OXFORDSHIRE + "/considerations/joint").follows("Change").readsHeading("Change an opportunity");
		manager.opens(OXFORDSHIRE + "/considerations/joint")
			.follows("Withdraw")
			.readsHeading("Withdraw this opportunity");
		manager.opens(OXFORDSHIRE + "/capacity/roles/new").presses("Save").reads("There is a problem");
		manager.opens(OXFORDSHIRE + "/finance/lines/new").presses("Save").reads("There is a problem");
		manager.opens(OXFORDSHIRE + "/considerations/joint").presses("Take over what is ticked").reads("Tick what");
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void showsWhatSouthernDerbyshireReported(int width) {
		Visitor member = signedIn(visitor(width), "/04r", "Nicky Poplar");
		member.opens(DERBYSHIRE + "/implications").reads("9 of 9 given").reads("a retrograde step");
		member.opens(DERBYSHIRE + "/finance")
			.reads("About £64 million")
			.reads("It cannot be known until ")
			.reads("and “Allocation for primary medical services” (the allocation) is known.")
			.photographs("finance-derbyshire-" + width);
		member.opens(DERBYSHIRE + "/considerations").reads("5 for").photographs("considerations-derbyshire-" + width);
		assertThat(member.page().locator("main form").count()).isZero();
	}

	@Test
	void everyJobCanBeDoneWithoutScripts() {
		Visitor manager = signedIn(visitorWithoutScripts(NARROW), "/04r", "Charlie Juniper");
		manager.opens(DERBYSHIRE + "/considerations/joint");
		Locator first = manager.page().locator("input[name=entries]").first();
		first.check();
		manager.presses("Take over what is ticked").reads("1 entry taken over");
		manager.presses("Add your own").chooses("Threat");
		manager.fills("In words", "Two committees to serve").fills("Where is it from?", "Invented for this test");
		manager.presses("Save").reads("Two committees to serve");
		manager.opens(DERBYSHIRE + "/capacity/roles/new")
			.fills("What is the role called?", "Contracts officer")
			.fills("How many do you have?", "0.5")
			.fills("Option 3: Delegated commissioning", "2.25")
			.fills("Where is it from?", "Invented for this test")
			.presses("Save")
			.reads("Option 3: 1.75 FTE short (Contracts officer 1.75).");
		manager.opens(DERBYSHIRE + "/finance/lines/new?category=SURPLUS")
			.fills("What is it for?", "1% surplus")
			.fills("How much?", "£0.64m")
			.fills("Where is it from?", "Invented for this test")
			.presses("Save")
			.reads("£640,000");
	}

	private static Visitor signedIn(Visitor visitor, String organisation, String name) {
		return visitor.opens(organisation + "/sign-in").presses("Continue as " + name);
	}

}
