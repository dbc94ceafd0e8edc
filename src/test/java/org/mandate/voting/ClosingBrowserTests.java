package org.mandate.voting;

import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.TestBallot;
import org.mandate.TestOrganisations;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Closing time, reminders, live figures and published results in a browser, wide and
 * narrow.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class ClosingBrowserTests extends BrowserTest {

	@Autowired
	private ApplicationContext beans;

	private TestBallot ballot;

	@BeforeEach
	void open() {
		this.ballot = new TestBallot(this.beans, List.of("North", "South West", "Vale", "West"));
	}

	private Visitor manager(Visitor visitor) {
		return visitor.opens("/%s/sign-in".formatted(this.ballot.organisation.slug()))
			.presses("Continue as The Commissioning manager");
	}

	private void accepted(String locality) {
		this.ballot.returned(1, locality);
		Tenant.run(this.ballot.organisation.id(),
				() -> this.beans.getBean(Returns.class).accept(this.ballot.place(1, locality), this.ballot.manager));
	}

	@Test
	void theManagerSetsTheClosingTime() {
		manager(visitorWithoutScripts(NARROW)).opens(this.ballot.path(1))
			.follows("Set the closing time")
			.fills("Day", "31")
			.fills("Month", "1")
			.fills("Year", "2042")
			.fills("The time at which it closes", "teatime")
			.presses("Save the closing time")
			.reads("Enter the time like 5pm")
			.fills("The time at which it closes", "5pm")
			.presses("Save the closing time")
			.reads("The ballot closes at 5pm on Friday 31 January 2042");
		manager(visitor(WIDE)).opens(this.ballot.path(1))
			.photographs("ballot-closing")
			.follows("Change the closing time");
		manager(visitor(NARROW)).opens(this.ballot.path(1))
			.follows("Change the closing time")
			.fills("Day", "")
			.presses("Save the closing time")
			.reads("There is a problem");
	}

	@Test
	void theManagerSeesWhoHasNotReturned() {
		this.ballot.returned(1, "north");
		for (int width : List.of(WIDE, NARROW)) {
			Visitor manager = manager(visitor(width)).opens(this.ballot.path(1))
				.follows("Remind those who have not returned")
				.reads("Mandate cannot send e-mail here yet");
			manager.page().locator("summary").first().click();
			manager.looks().reads("Subject: South West: votes awaited").photographs("reminders-" + width);
		}
	}

	@Test
	void everybodyReadsAPublishedResult() {
		accepted("north");
		manager(visitor(NARROW)).opens(this.ballot.path(1))
			.follows("Change who may read the result")
			.chooses("Public")
			.presses("Save")
			.reads("Anybody can open the result");
		manager(visitor(WIDE)).opens(this.ballot.path(1) + "/publication").photographs("publication");
		Tenant.run(this.ballot.organisation.id(), () -> this.beans.getBean(Voting.class)
			.close(this.ballot.appraisal, 1, "The meeting is tomorrow", "The manager"));
		String published = "/%s/published-results".formatted(this.ballot.organisation.slug());
		for (int width : List.of(WIDE, NARROW)) {
			visitor(width).opens("/%s/sign-in".formatted(this.ballot.organisation.slug()))
				.follows("Published results")
				.follows("Ballot 1 for 2015/16")
				.reads("Votes by locality, in practices")
				.photographs("published-result-" + width);
		}
		visitorWithoutScripts(NARROW).opens(published + "/2015-16/1").reads("Votes by locality, in practices");
	}

	@Test
	void theFiguresOfAnOpenBallotRefreshInPlace() {
		accepted("north");
		Visitor visitor = visitor(NARROW);
		visitor.page().clock().install();
		manager(visitor).opens(this.ballot.path(1) + "/results").reads("They refresh by themselves");
		Page page = visitor.page();
		page.evaluate("window.scrollTo({ top: 700, behavior: 'instant' })");
		page.evaluate("document.querySelector('[data-live] a').focus({ preventScroll: true })");
		page.evaluate("window.sameDocument = true");

		page.clock().runFor(16_000);
		assertThat(page.locator("[data-live-said]").textContent()).isEmpty();

		accepted("vale");
		hears(page, "The figures changed: 2 of 4 localities are accepted.", 16_000);
		// A line above may have become shorter: what is looked at stays where it is.
		assertThat(((Number) page.evaluate("window.scrollY")).intValue()).isBetween(600, 800);
		assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Refresh");
		visitor.looks().reads("The figures changed at");

		page.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });"
				+ "document.dispatchEvent(new Event('visibilitychange'))");
		accepted("west");
		page.clock().runFor(60_000);
		assertThat(page.locator("[data-live-said]").textContent()).contains("2 of 4");
		page.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });"
				+ "document.dispatchEvent(new Event('visibilitychange'))");
		hears(page, "The figures changed: 3 of 4", 0);

		Tenant.run(this.ballot.organisation.id(), () -> this.beans.getBean(Voting.class)
			.close(this.ballot.appraisal, 1, "The meeting is tomorrow", "The manager"));
		hears(page, "The ballot has closed.", 16_000);
		assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
	}

	/**
	 * Lets time pass, in steps of so many milliseconds, until the page has said
	 * something.
	 */
	private static void hears(Page page, String words, long steps) {
		for (int i = 0; i < 40 && !page.locator("[data-live-said]").textContent().startsWith(words); i++) {
			page.clock().runFor(steps);
			page.waitForTimeout(250);
		}
		assertThat(page.locator("[data-live-said]").textContent()).startsWith(words);
	}

	@Test
	void theFiguresRefreshByALinkWithoutScripts() {
		manager(visitorWithoutScripts(NARROW)).opens(this.ballot.path(1) + "/results")
			.follows("Refresh")
			.readsHeading("Result of ballot 1");
	}

}
