package org.mandate.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.Organisation;

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
 * A panel of five scorers in five browsers: nobody sees another's scores early, and
 * nothing is lost when they finish at once.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class PanelBrowserTests extends BrowserTest {

	private static final String PASSWORD = "a long enough pass phrase";

	private static final List<String> NAMES = List.of("Ada North", "Ben East", "Cy South", "Di West", "Ed Centre");

	@Autowired
	private TestOrganisations testOrganisations;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private People people;

	@Autowired
	private Scoring scoring;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation ccg;

	private AppraisalSummary appraisal;

	private Member manager;

	private String base;

	@BeforeEach
	void start() {
		this.ccg = this.testOrganisations.establish();
		Tenant.run(this.ccg.id(), () -> {
			person("Mo Manager", Role.COMMISSIONING_MANAGER);
			NAMES.forEach((name) -> person(name, Role.GOVERNING_BODY_MEMBER));
			this.appraisal = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					LocalDate.of(2015, 1, 29));
			this.manager = this.people.active()
				.stream()
				.filter((each) -> each.name().equals("Mo Manager"))
				.findFirst()
				.orElseThrow();
		});
		this.base = "/" + this.ccg.slug() + this.appraisal.path() + "/scoring";
	}

	private void person(String name, Role role) {
		UUID id = this.people.add(email(name), name, null, Set.of(role), null).id();
		this.transaction
			.executeWithoutResult((status) -> this.jdbc.sql("update person set password_hash = ? where id = ?")
				.params(this.encoder.encode(PASSWORD), id)
				.update());
	}

	private String email(String name) {
		return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
	}

	private Visitor signedIn(String name, Visitor visitor) {
		return visitor.opens("/" + this.ccg.slug() + "/sign-in")
			.fills("Email address", email(name))
			.fills("Password", PASSWORD)
			.presses("Sign in");
	}

	@Test
	void fiveScorersInFiveBrowsersAtOnce() {
		Visitor boss = signedIn("Mo Manager", visitor(WIDE));
		prepare(boss);
		List<Visitor> scorers = new ArrayList<>();
		for (int i = 0; i < NAMES.size(); i++) {
			Visitor visitor = (i == 0) ? visitorWhoTaps() : (i == 1) ? visitorWithoutScripts(NARROW) : visitor(WIDE);
			scorers.add(signedIn(NAMES.get(i), visitor).opens(this.base).presses("Fill in your scoring sheet"));
		}
		assertThat(scorers.get(0).page().locator(".app-sheet input.nhsuk-input").first().boundingBox().height)
			.isGreaterThanOrEqualTo(40);
		scorers.get(2)
			.fills("Option 1: Greater involvement on Strategic fit", "11")
			.photographs("sheet-1280")
			.presses("Save as a draft");
		scorers.get(2).reads("must be 10 or less").photographs("sheet-errors-1280");
		scorers.get(0).photographs("sheet-320");
		for (int i = 0; i < NAMES.size(); i++) {
			fill(scorers.get(i).page(), i + 3);
		}
		// One finishes first: nobody else sees anything of it.
		scorers.get(0).presses("Finish").reads("Finished").reads("The others have not all finished");
		assertThat(scorers.get(0).page().locator("td.app-numeric").allInnerTexts())
			.allMatch((each) -> each.contains("3"));
		for (Visitor other : List.of(boss, scorers.get(4))) {
			Visitor second = (other == boss) ? boss : signedIn(NAMES.get(4), visitor(WIDE));
			for (String path : List.of("", "/panel", "/agreed", "/weights", "/files/agreed.csv")) {
				assertThat(read(second.page(), this.base + path)).as(path).doesNotContain("Comment of 3");
			}
			assertThat(read(second.page(), this.base.replace("/scoring", "/history"))).doesNotContain("Comment of 3")
				.contains("finished their scoring sheet");
		}
		// The other four at once.
		for (int i = 2; i < NAMES.size(); i++) {
			scorers.get(i)
				.page()
				.evaluate("setTimeout(() => document.querySelector('button[name=finish]').click(), 300)");
		}
		scorers.get(1).presses("Finish");
		for (int i = 1; i < NAMES.size(); i++) {
			scorers.get(i).page().waitForSelector("text=Your sheet is finished");
			scorers.get(i).looks();
		}
		Scorecard card = Tenant.call(this.ccg.id(), () -> this.scoring.card(this.appraisal, this.manager));
		assertThat(card.open()).isTrue();
		for (Criterion criterion : card.criteria()) {
			card.shortlist().forEach((option) -> {
				Spread spread = card.spread(criterion, option);
				assertThat(spread.voices()).extracting(Spread.Voice::score).containsExactly(3, 4, 5, 6, 7);
				assertThat(spread.words()).isEqualTo("From 3 to 7, median 5");
			});
		}
		assertThat(card.scores()).filteredOn((score) -> score.comment() != null).hasSize(5);
		agree(boss, card);
		Visitor phone = signedIn("Mo Manager", visitor(NARROW));
		for (String path : List.of("", "/criteria", "/weights", "/panel", "/agreed")) {
			phone.opens(this.base + path).photographs("scoring" + path.replace('/', '-') + "-320");
		}
		for (String path : List.of("", "/criteria", "/weights", "/panel", "/agreed", "/mine")) {
			scorers.get(3).opens(this.base + path).photographs("scoring" + path.replace('/', '-') + "-1280");
		}
	}

	/** What the page's person is sent, without looking at it. */
	private static String read(Page page, String path) {
		String origin = String.valueOf(page.evaluate("location.origin"));
		return page.request().get(origin + path).text();
	}

	/**
	 * From nothing to an invited panel, through the pages, without scripts for a part.
	 */
	private void prepare(Visitor boss) {
		boss.opens(this.base)
			.photographs("scoring-empty-1280")
			.presses("Choose the criteria")
			.presses("Adopt them")
			.presses("Add a local criterion")
			.presses("Save")
			.reads("Enter what a score of 5 means")
			.fills("Name", "Trust of practices")
			.fills("What it asks", "Whether practices trust those who decide")
			.fills("What does 0 mean?", "None does")
			.fills("What does 5 mean?", "Half of them do")
			.fills("What does 10 mean?", "All do")
			.presses("Save");
		Visitor phone = signedIn("Mo Manager", visitorWithoutScripts(NARROW)).opens(this.base + "/weights")
			.presses("Rank the swings");
		number(phone.page(), new int[] { 1, 2, 3, 4, 5, 6 });
		phone.presses("Save and weigh them").readsHeading("Weigh the swings");
		number(phone.page(), new int[] { 100, 80, 60, 60, 40, 90 });
		phone.presses("Save the weights").reads("so its weight must be 40 or less");
		number(phone.page(), new int[] { 100, 80, 60, 60, 40, 20 });
		phone.presses("Save the weights").reads("27.8%");
		boss.opens(this.base + "/weights/order").photographs("order-1280");
		boss.opens(this.base + "/weights/values").photographs("values-1280").opens(this.base + "/panel");
		NAMES.forEach(boss::chooses);
		boss.photographs("panel-invite-1280").presses("Invite").reads("5 people are on the panel now.");
		Visitor narrow = signedIn("Mo Manager", visitor(NARROW));
		for (String path : List.of("/weights/order", "/weights/values", "/panel", "/criteria/new", "/files/criteria",
				"/mine")) {
			narrow.opens(this.base + path);
		}
		String first = Tenant.call(this.ccg.id(), () -> this.scoring.card(this.appraisal, this.manager))
			.criteria()
			.getFirst()
			.id()
			.toString();
		narrow.opens(this.base + "/criteria/" + first).opens(this.base + "/criteria/" + first + "/withdrawal");
		boss.opens(this.base + "/files/weights")
			.fills("Or paste the rows here", "criterion,rank,weight\nNobody,1,100")
			.presses("Show what it means")
			.reads("is not one of the criteria")
			.photographs("file-problems-1280")
			.opens(this.base + "/files/criteria")
			.fills("Or paste the rows here",
					"criterion,what it asks,0 means,5 means,10 means\nTrust of practices,Do they trust,None,Half,All")
			.presses("Show what it means")
			.reads("Is reworded")
			.photographs("file-preview-1280")
			.presses("Save all of it")
			.reads("brought in from the file");
	}

	private static void number(Page page, int[] figures) {
		List<Locator> boxes = page.locator(".app-number input").all();
		assertThat(boxes).hasSize(figures.length);
		for (int i = 0; i < figures.length; i++) {
			boxes.get(i).fill(Integer.toString(figures[i]));
		}
	}

	private static void fill(Page page, int score) {
		List<Locator> boxes = page.locator(".app-sheet__option input[name^='scores']").all();
		assertThat(boxes).hasSize(24);
		for (Locator box : boxes) {
			if (!String.valueOf(box.getAttribute("name")).contains("no-change")) {
				box.fill(Integer.toString(score));
			}
			else {
				box.fill("");
			}
		}
		page.locator(".app-sheet__comment summary").first().click();
		page.locator(".app-sheet__comment textarea").first().fill("Comment of " + score);
	}

	private void agree(Visitor boss, Scorecard card) {
		boss.opens(this.base + "/agreed").photographs("agreed-open-1280");
		Map<String, String> first = new LinkedHashMap<>();
		for (Criterion criterion : card.criteria()) {
			boss.opens(this.base + "/agreed/" + criterion.id());
			if (first.isEmpty()) {
				boss.photographs("agreement-1280");
				signedIn("Mo Manager", visitor(NARROW)).opens(this.base + "/agreed/" + criterion.id())
					.photographs("agreement-320");
			}
			for (String option : List.of("greater-involvement", "joint", "delegated")) {
				boss.page().locator("[name='scores[" + option + "]']").fill("5");
				boss.page().locator("[name='reasons[" + option + "]']").fill("The middle of the five");
				first.put(option, "5");
			}
			boss.presses("Save what is agreed");
		}
		boss.reads("All agreed.").opens(this.base).reads("Every weight and every agreed score is there.");
	}

}
