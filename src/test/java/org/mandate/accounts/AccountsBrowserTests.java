package org.mandate.accounts;

import org.junit.jupiter.api.Test;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The year-end pack and the practices' earnings in a browser, wide, and narrow without
 * scripts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
class AccountsBrowserTests extends BrowserTest {

	@Test
	void linksAreEnteredAndThePackIsLookedAt() {
		for (int width : new int[] { WIDE, NARROW }) {
			Visitor visitor = (width == NARROW) ? visitorWithoutScripts(width) : visitor(width);
			visitor.opens("/04r/sign-in").presses("Continue as Charlie Juniper").follows("Practices");
			visitor.follows("Earnings")
				.opens("/04r/practices/earnings?year=2014-15")
				.reads("Without a link for 2014/15")
				.photographs("earnings-" + width)
				.follows("Enter links of many practices from a file")
				.fills("Or paste the rows here", "practice_code,year,link\nK99999,2014-15,https://example.org/1")
				.presses("Save the links")
				.reads("K99999 is not on the register")
				.photographs("earnings-file-" + width);
			visitor.opens("/04r/practices/earnings?year=2014-15");
			visitor.page().locator("section[aria-labelledby=lacking] li a").first().click();
			visitor.presses("Save")
				.reads("Enter the link")
				.photographs("earnings-link-" + width)
				.fills("Where are they published?", "https://example.org/earnings")
				.presses("Save")
				.reads("The link for 2014/15 is saved")
				.photographs("earnings-practice-" + width);
			visitor.opens("/04r")
				.follows("the year-end pack of the registers")
				.opens("/04r/year-end?year=2014-15")
				.reads("practices without a link to their earnings")
				.photographs("year-end-" + width);
		}
	}

}
