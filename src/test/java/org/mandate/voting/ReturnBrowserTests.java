package org.mandate.voting;

import java.util.UUID;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Comments, a second entry and a file in a browser.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class ReturnBrowserTests extends BrowserTest {

	private static final String PASSWORD = "a long enough pass phrase";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	@Autowired
	private JdbcClient jdbc;

	private OxfordshireDecision decision;

	private Member director;

	private String southWest;

	@BeforeEach
	void ask() {
		this.decision = new OxfordshireDecision(this.beans).asked();
		UUID locality = this.decision
			.within(() -> this.voting.ballot(this.decision.appraisal, 1).unit("south-west").locality());
		this.director = this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.LOCALITY_DIRECTOR, locality);
		this.southWest = this.decision.base() + "/ballots/1/returns/south-west";
	}

	private void changes(String sql, Object... values) {
		this.decision.within(() -> this.beans.getBean(TransactionTemplate.class)
			.executeWithoutResult((status) -> this.jdbc.sql(sql).params(values).update()));
	}

	private Visitor signIn(Member member, Visitor visitor) {
		String email = member.id().id() + "@example.org";
		changes("update person set email = ?, password_hash = ? where id = ?", email,
				this.beans.getBean(PasswordEncoder.class).encode(PASSWORD), member.id().id());
		return visitor.opens("/" + this.decision.organisation.slug() + "/sign-in")
			.fills("Email address", email)
			.fills("Password", PASSWORD)
			.presses("Sign in");
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void commentsAreRecordedAndWithdrawn(int width) {
		Visitor visitor = signIn(this.director, visitor(width)).opens(this.southWest)
			.follows("Record a comment or concern")
			.presses("Record it")
			.reads("There is a problem")
			.photographs("comments-problem-" + width)
			.chooses("Funding")
			.fills("The comment or concern", "Who pays for the extra work?")
			.presses("Record it")
			.reads("The comment is recorded.")
			.chooses("Timing")
			.fills("The comment or concern", "April is too soon.")
			.presses("Record it")
			.presses("Withdraw comment 1, Funding")
			.reads("Withdrawn")
			.photographs("comments-" + width)
			.opens(this.southWest)
			.reads("April is too soon.");
		assertThat(visitor.path()).isEqualTo(this.southWest);
		this.decision.voted();
		visitor.opens(this.decision.base() + "/ballots/1/results")
			.reads("Comments and concerns Timing April is too soon. South West")
			.photographs("comments-result-" + width)
			.opens(this.decision.base() + "/paper")
			.reads("South West: “April is too soon.”");
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void aSecondEntryThatDiffersIsDecidedByTheManager(int width) {
		changes("update ballot set second_entry = true");
		Member second = this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.LOCALITY_DIRECTOR, this.director.locality());
		this.decision.within(() -> {
			this.returns.save(this.decision.place("south-west"), OxfordshireDecision.southWest(9, 3), 0, this.director);
			this.returns.submit(this.decision.place("south-west"), null, this.director);
		});
		signIn(this.director, visitor(width)).opens(this.southWest)
			.reads("somebody else enters them a second time")
			.photographs("second-entry-own-" + width);
		signIn(second, visitor(width)).opens(this.southWest)
			.photographs("second-entry-awaited-" + width)
			.opens(this.southWest + "/second-entry")
			.fills("Agree with Option 2: Joint commissioning", "8")
			.fills("Prefer Option 1: Greater involvement", "4")
			.fills("Abstained", "2")
			.photographs("second-entry-" + width)
			.presses("Compare with the first entry")
			.reads("The two entries differ.");
		signIn(this.decision.manager, visitor(width)).opens(this.southWest)
			.reads("Compare the two entries")
			.opens(this.southWest + "/second-entry")
			.presses("Accept this entry")
			.reads("Choose the entry that is right")
			.photographs("two-entries-" + width)
			.chooses("The second entry")
			.fills("Why", "Counted again together")
			.presses("Accept this entry")
			.reads("The second entry is accepted and counts in the result.")
			.photographs("second-entry-chosen-" + width);
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void aFileIsPastedPreviewedSavedAndUndone(int width) {
		Visitor visitor = signIn(this.director, visitor(width)).opens(this.southWest)
			.follows("From a file, or pasted rows")
			.photographs("file-" + width)
			.presses("Show what it means")
			.reads("Choose a file, or paste its rows")
			.fills("Or paste the rows here", "K00057\tOption 9\nK00000\tAbsent\n")
			.presses("Show what it means")
			.reads("2 problems: nothing was saved")
			.reads("K00000 votes in North, not in South West")
			.photographs("file-problems-" + width);
		Page page = visitor.page();
		Download download = page.waitForDownload(() -> page
			.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download the rows with their problems"))
			.click());
		assertThat(download.suggestedFilename()).isEqualTo("south-west-problems.csv");
		visitor.opens(this.southWest + "/file")
			.fills("Or paste the rows here", "K00057\tAgrees with Option 2\nK00058\tAbstained\n")
			.presses("Show what it means")
			.reads("Not in the file")
			.photographs("file-preview-" + width)
			.presses("Save as the draft")
			.readsHeading("Check before you return the votes")
			.photographs("file-check-" + width)
			.presses("Undo the file")
			.reads("The file is undone.");
	}

}
