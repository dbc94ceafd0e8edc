package org.mandate.voting;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.TestOrganisations;
import org.mandate.TestPractices;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A locality of 27 practices, entered practice by practice in a browser: with the
 * keyboard alone, with a thumb, and through a connection that drops.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class RollBrowserTests extends BrowserTest {

	private static final String PASSWORD = "a long enough pass phrase";

	private static final int PRACTICES = 27;

	@Autowired
	private TestOrganisations testOrganisations;

	@Autowired
	private Organisations organisations;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private People people;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation ccg;

	private AppraisalSummary appraisal;

	private Member manager;

	private String email;

	private String roll;

	@BeforeEach
	void ask() {
		this.ccg = this.testOrganisations.establish();
		this.manager = this.testOrganisations.person(this.ccg, Role.COMMISSIONING_MANAGER, null);
		this.email = UUID.randomUUID() + "@example.org";
		within(() -> {
			Locality locality = this.organisations.addLocality("City", null);
			MemberId director = this.people.add(this.email, "Dr Jo Hazel", null, Set.of(Role.LOCALITY_DIRECTOR),
					locality.id());
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.sql("update person set password_hash = ? where id = ?")
					.params(this.encoder.encode(PASSWORD), director.id())
					.update();
				practices(locality);
			});
			this.appraisal = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					LocalDate.of(2015, 1, 29));
			this.voting.setUp(this.appraisal,
					new BallotPlan(BallotKind.CONFIRM, "Do you agree with joint commissioning for 2015/16?", "joint",
							Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1"));
			this.voting.open(this.appraisal, 1, "The manager");
		});
		this.roll = "/%s/appraisals/2015-16/ballots/1/returns/city/roll".formatted(this.ccg.slug());
	}

	private void practices(Locality locality) {
		for (int i = 1; i <= PRACTICES; i++) {
			TestPractices.member(this.jdbc, locality.id(), "K84%03d".formatted(i),
					"Medical Centre and Surgery No %02d".formatted(i), 0);
		}
	}

	@Test
	void aRollOf27PracticesIsEnteredWithTheKeyboardAlone() {
		Visitor director = signIn(visitor(WIDE)).opens(this.roll).reads("0 of 27 practices, 27 to go.");
		Page page = director.page();
		while (!focused(page).startsWith("votes[")) {
			page.keyboard().press("Tab");
		}
		for (int i = 1; i <= PRACTICES; i++) {
			assertThat(focused(page)).isEqualTo("votes[K84%03d]".formatted(i));
			// From "Not returned", the last, the arrow goes round to the first.
			page.keyboard().press("ArrowDown");
			for (int more = 0; more < i % 4; more++) {
				page.keyboard().press("ArrowDown");
			}
			page.keyboard().press("Tab");
		}
		director.reads(
				"27 of 27 practices. Agrees with Option 2: 6. Prefers Option 1: 7. Prefers Option 3: 7. Abstained: 7.");
		assertThat(page.evaluate("document.activeElement.textContent.trim()")).isEqualTo("Continue");
		page.keyboard().press("Enter");
		page.waitForURL("**/check");
		director.looks().readsHeading("Check before you return the votes").photographs("roll-check");
		assertThat(figures()).isEqualTo(
				new Figures(Map.of("joint", 6, "greater-involvement", 7, "delegated", 7), null, null, 7, 0, 0, 0));
		assertThat(unit().latest().orElseThrow().way()).isEqualTo(Way.ROLL);
		assertThat(kept(page)).isZero();
		director.opens(this.roll).photographs("roll-1280");
	}

	@Test
	void aRollOf27PracticesIsTappedWithAThumb() {
		Visitor director = signIn(visitorWhoTaps()).opens(this.roll + "?at=meeting");
		Page page = director.page();
		for (int i = 1; i <= PRACTICES - 1; i++) {
			page.locator("label[for='votesK84%03d%s']".formatted(i, (i % 5 == 0) ? "-4" : "")).tap();
		}
		director.reads("26 of 27 practices, 1 to go. Agrees with Option 2: 21. Abstained: 5.");
		for (Locator label : page.locator(".app-roll__option label").all().subList(0, 16)) {
			BoundingBox box = label.boundingBox();
			assertThat(box.height).isGreaterThanOrEqualTo(44);
			assertThat(box.width).isGreaterThanOrEqualTo(44);
		}
		Locator next = page.locator("[data-roll-next] a");
		assertThat(next.boundingBox().height).isGreaterThanOrEqualTo(44);
		assertThat(page.locator(".app-roll-bar").boundingBox().y + page.locator(".app-roll-bar").boundingBox().height)
			.isLessThanOrEqualTo(800);
		page.evaluate("window.scrollTo(0, 0)");
		next.tap();
		assertThat(focused(page)).isEqualTo("votes[K84027]");
		BoundingBox practice = page.locator("#practice-K84027").boundingBox();
		assertThat(practice.y + practice.height).isLessThanOrEqualTo(page.locator(".app-roll-bar").boundingBox().y);
		director.looks();
		page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/roll-phone.png")));
		page.locator("label[for='votesK84027-7']").tap();
		waitFor(page, "Saved ");
		page.getByText("Continue").tap();
		page.waitForURL("**/check");
		director.looks().reads("Absent");
		assertThat(figures()).isEqualTo(new Figures(Map.of("joint", 21), null, null, 5, 0, 0, 1));
		assertThat(unit().latest().orElseThrow().way()).isEqualTo(Way.MEETING);
		director.opens(this.roll).photographs("roll-320");
	}

	@Test
	void whatIsTappedThroughADroppedConnectionIsKeptAndSentWhenItIsBack() {
		Visitor director = signIn(visitor(NARROW)).opens(this.roll + "?at=meeting");
		Page page = director.page();
		page.context().setOffline(true);
		agree(page, 1, 3);
		waitFor(page, "Kept on this device; not saved yet. It is sent when the connection is back.");
		page.locator("button", new Page.LocatorOptions().setHasText("Continue")).click();
		director.looks().readsHeading("What each practice of City did");
		assertThat(unit().entries()).isEmpty();
		page.context().setOffline(false);
		waitFor(page, "Saved ");
		director.looks();
		assertThat(figures().of("joint")).isEqualTo(3);
		assertThat(kept(page)).isZero();
	}

	@Test
	void whatIsKeptOutlivesThePage() {
		Visitor director = signIn(visitor(NARROW)).opens(this.roll);
		Page page = director.page();
		page.context().setOffline(true);
		agree(page, 1, 4);
		waitFor(page, "Kept on this device; not saved yet.");
		page.navigate("about:blank");
		page.context().setOffline(false);
		director.opens(this.roll);
		waitFor(page, "Saved ");
		director.reads("4 of 27 practices, 23 to go. Agrees with Option 2: 4.");
		assertThat(figures().of("joint")).isEqualTo(4);
		assertThat(kept(page)).isZero();
	}

	@Test
	void whatAnotherSavedMeanwhileIsComparedAndNothingLost() {
		Visitor director = signIn(visitor(NARROW)).opens(this.roll);
		Page page = director.page();
		page.context().setOffline(true);
		agree(page, 1, 5);
		within(() -> this.returns.saveRoll(new Returns.Place(this.appraisal, 1, "city"), roll("delegated", 6), Way.ROLL,
				0, this.manager));
		page.context().setOffline(false);
		waitFor(page, "Somebody else saved this return.");
		assertThat(figures().of("delegated")).isEqualTo(6);
		assertThat(kept(page)).isOne();
		director.looks().presses("Continue");
		page.waitForSelector("text=Where the two differ");
		director.looks()
			.reads("Medical Centre and Surgery No 06 (K84006)")
			.photographs("roll-conflict")
			.presses("Save mine instead")
			.readsHeading("Check before you return the votes");
		assertThat(figures().of("joint")).isEqualTo(5);
		director.opens(this.roll);
		assertThat(kept(page)).isZero();
	}

	@Test
	void whoKeepsTheOtherVersionIsNotAskedAgain() {
		Visitor director = signIn(visitor(WIDE)).opens(this.roll);
		Page page = director.page();
		page.context().setOffline(true);
		agree(page, 1, 2);
		within(() -> this.returns.saveRoll(new Returns.Place(this.appraisal, 1, "city"), roll("delegated", 6), Way.ROLL,
				0, this.manager));
		page.context().setOffline(false);
		waitFor(page, "Somebody else saved this return.");
		director.presses("Continue");
		page.waitForSelector("text=Where the two differ");
		director.follows("Keep these figures").opens(this.roll).reads("Prefers Option 3: 6.");
		assertThat(kept(page)).isZero();
	}

	@Test
	void whoWasSignedOutKeepsWhatWasTappedAndSendsItOnceSignedInAgain() {
		Visitor director = signIn(visitor(NARROW)).opens(this.roll).expects(403);
		Page page = director.page();
		page.context().clearCookies();
		agree(page, 1, 3);
		waitFor(page, "You are signed out.");
		assertThat(kept(page)).isOne();
		director.follows("Sign in again");
		signIn(director);
		page.waitForURL("**" + this.roll);
		waitFor(page, "Saved ");
		assertThat(figures().of("joint")).isEqualTo(3);
	}

	@Test
	void withoutScriptsThePlainFormDoes() {
		Visitor director = signIn(visitorWithoutScripts(NARROW)).opens(this.roll)
			.presses("All agreed")
			.reads("27 of 27 practices. Agrees with Option 2: 27.");
		director.page().locator("#votesK84002-4").check();
		director.presses("Continue").readsHeading("Check before you return the votes");
		assertThat(figures().of("joint")).isEqualTo(26);
		assertThat(figures().abstained()).isOne();
	}

	@Test
	void theScriptFillsWhatIsEmptyToo() {
		Visitor director = signIn(visitor(WIDE)).opens(this.roll);
		director.page().locator("#votesK84002-4").check();
		director.page().getByText("The rest agreed").click();
		director.reads("27 of 27 practices. Agrees with Option 2: 26. Abstained: 1.");
		assertThat(unit().entries()).isEmpty();
		director.page().getByText("Continue").click();
		director.page().waitForURL("**/check");
		assertThat(figures().of("joint")).isEqualTo(26);
	}

	private Visitor signIn(Visitor visitor) {
		if (!visitor.page().url().contains("/sign-in")) {
			visitor.opens("/" + this.ccg.slug() + "/sign-in");
		}
		return visitor.fills("Email address", this.email).fills("Password", PASSWORD).presses("Sign in");
	}

	private static void agree(Page page, int from, int to) {
		for (int i = from; i <= to; i++) {
			page.locator("#votesK84%03d".formatted(i)).check();
		}
	}

	private static void waitFor(Page page, String words) {
		PlaywrightAssertions.assertThat(page.locator("[data-roll-state]"))
			.containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(20000));
	}

	private static String focused(Page page) {
		return String.valueOf(page.evaluate("document.activeElement.name ?? ''"));
	}

	private static int kept(Page page) {
		return (Integer) page.evaluate("localStorage.length");
	}

	private Roll roll(String vote, int practices) {
		Map<UUID, String> votes = new LinkedHashMap<>();
		List<Elector> electors = this.returns.electors(this.voting.ballot(this.appraisal, 1), "city");
		electors.subList(0, practices).forEach((elector) -> votes.put(elector.practice(), vote));
		return new Roll(votes);
	}

	private BallotRecord.UnitRecord unit() {
		return Tenant.call(this.ccg.id(), () -> this.voting.ballot(this.appraisal, 1).unit("city"));
	}

	private Figures figures() {
		return unit().latest().orElseThrow().figures();
	}

	private void within(Runnable work) {
		Tenant.run(this.ccg.id(), work);
	}

}
