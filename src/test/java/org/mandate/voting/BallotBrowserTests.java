package org.mandate.voting;

import java.util.List;

import com.microsoft.playwright.Locator;
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

/**
 * Composing a rule, grouping practices, voting again, withdrawing and counting again in a
 * browser, wide and narrow.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class BallotBrowserTests extends BrowserTest {

	@Autowired
	private ApplicationContext beans;

	private TestBallot ballot;

	@BeforeEach
	void open() {
		this.ballot = new TestBallot(this.beans, List.of("North", "South West"));
	}

	private Visitor manager(Visitor visitor) {
		return visitor.opens("/%s/sign-in".formatted(this.ballot.organisation.slug()))
			.presses("Continue as The Commissioning manager");
	}

	private String ballots() {
		return this.ballot.path(1).substring(0, this.ballot.path(1).lastIndexOf('/'));
	}

	@Test
	void theRuleIsReadBesideItAsItIsComposed() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor manager = manager(visitor(width)).opens(ballots() + "/new")
				.reads("The ballot is carried by more than half of the practices that voted for a choice, in the total.")
				.chooses("At least two thirds")
				.chooses("In every locality or group");
			becomes(manager, "at least two thirds of the practices that voted for a choice, in every locality.");
			manager.chooses("At least a percentage");
			becomes(manager, "The rule is not complete");
			manager.fills("The percentage", "60");
			becomes(manager, "at least 60% of the practices that voted for a choice, in every locality.");
			manager.looks().photographs("ballot-rule-" + width);
		}
	}

	/** The reading follows what is chosen, after a moment. */
	private static void becomes(Visitor visitor, String words) {
		visitor.page().locator("[data-rule-reading]").filter(new Locator.FilterOptions().setHasText(words)).waitFor();
	}

	@Test
	void theRuleIsComposedWithoutScripts() {
		manager(visitorWithoutScripts(NARROW)).opens(ballots() + "/new")
			.chooses("For or against a motion")
			.fills("The question or motion put to the practices", "That we opt for joint commissioning")
			.chooses("Other groups of practices")
			.chooses("At least two thirds")
			.presses("Read the rule again")
			.reads("The ballot is carried by at least two thirds of the practices that voted for a choice, in the total.")
			.presses("Save and see who is entitled")
			.follows("Say which practice belongs to which group")
			.presses("Save the groups")
			.reads("There is a problem");
	}

	@Test
	void oneLocalityVotesAgainAndTheBallotIsWithdrawn() {
		this.ballot.returned(1, "north");
		Tenant.run(this.ballot.organisation.id(), () -> {
			this.beans.getBean(Returns.class).accept(this.ballot.place(1, "north"), this.ballot.manager);
			this.beans.getBean(Voting.class).close(this.ballot.appraisal, 1, "Nobody knows", "The manager");
		});
		manager(visitorWithoutScripts(NARROW)).opens(this.ballot.path(1))
			.follows("Let one locality vote again")
			.presses("Open the re-vote")
			.reads("There is a problem")
			.chooses("North")
			.fills("Why it votes again", "The meeting was not quorate")
			.presses("Open the re-vote")
			.reads("North can vote again");
		for (int width : List.of(WIDE, NARROW)) {
			manager(visitor(width)).opens(this.ballot.path(1)).photographs("ballot-revote-" + width);
			manager(visitor(width)).opens(this.ballot.path(1) + "/results")
				.reads("It supersedes what was returned before")
				.photographs("ballot-revote-result-" + width);
			manager(visitor(width)).opens(this.ballot.path(1) + "/recount").photographs("recount-" + width);
			visitor(width).opens("/help/recount").photographs("recount-public-" + width);
		}
		manager(visitor(NARROW)).opens(this.ballot.path(1))
			.presses("Close the re-vote of North")
			.follows("Withdraw this ballot")
			.fills("Why it is withdrawn", "The question was put wrongly")
			.presses("Withdraw the ballot")
			.reads("This ballot was withdrawn");
	}

}
