package org.mandate.analysis;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.TestOrganisations;
import org.mandate.access.ActingAs;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.options.Option;
import org.mandate.options.OptionStatement;
import org.mandate.options.Options;
import org.mandate.organisations.Organisation;
import org.mandate.scoring.ScoredAppraisal;

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
 * The pages of the analysis in a browser: wide, narrow, printed, without scripts, and
 * with sliders.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ TestOrganisations.class, ScoredAppraisal.class })
class AnalysisBrowserTests extends BrowserTest {

	private static final String PASSWORD = "a long enough pass phrase";

	private static final List<String> PAGES = List.of("", "/sensitivity", "/cost", "/what-if");

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private ScoredAppraisal scored;

	@Autowired
	private Options options;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation ccg;

	private Member manager;

	private AppraisalSummary appraisal;

	private String email;

	private String analysis;

	@BeforeEach
	void score() {
		this.ccg = this.organisations.establish();
		this.manager = this.organisations.person(this.ccg, Role.COMMISSIONING_MANAGER, null);
		this.email = UUID.randomUUID() + "@example.org";
		this.analysis = "/%s/appraisals/2015-16/analysis".formatted(this.ccg.slug());
		within(() -> {
			MemberId reader = this.people.add(this.email, "Dr Jo Hazel", null, Set.of(Role.GOVERNING_BODY_MEMBER),
					null);
			this.transaction
				.executeWithoutResult((status) -> this.jdbc.sql("update person set password_hash = ? where id = ?")
					.params(this.encoder.encode(PASSWORD), reader.id())
					.update());
			this.appraisal = this.scored.started();
		});
	}

	private void within(Runnable work) {
		Tenant.run(this.ccg.id(), () -> ActingAs.run(this.manager, work));
	}

	private Visitor signIn(Visitor visitor) {
		return visitor.opens("/" + this.ccg.slug() + "/sign-in")
			.fills("Email address", this.email)
			.fills("Password", PASSWORD)
			.presses("Sign in");
	}

	/**
	 * Three models, a local option with a name as long as it may be, and the baseline.
	 */
	private void everything() {
		Map<String, Integer> weights = new LinkedHashMap<>();
		weights.put("Fit with the primary care strategy and with the plans of the five-year forward view", 100);
		weights.put("Benefit for patients", 85);
		weights.put("Capacity to deliver", 60);
		weights.put("Affordability", 40);
		weights.put("Support of member practices", 40);
		weights.put("Speed", 5);
		within(() -> {
			String name = "Shared lead commissioner with the neighbouring groups under a committee in common of all of them";
			String local = this.options.add(this.appraisal, name, "One group leads", null).key();
			this.scored.weighed(this.appraisal, this.manager, weights);
			Map<String, List<Integer>> scores = ScoredAppraisal.models(List.of(3, 3, 9, 9, 4, 10),
					List.of(7, 7, 7, 7, 9, 6), List.of(10, 8, 4, 3, 5, 2));
			scores.put(local, List.of(8, 6, 3, 6, 2, 1));
			scores.put(Option.NO_CHANGE, List.of(1, 2, 10, 10, 3, 10));
			this.scored.agreed(this.appraisal, this.manager, scores);
			cost("greater-involvement", "0");
			cost("joint", "64000");
			cost("delegated", "210500.50");
		});
	}

	private void cost(String key, String pounds) {
		this.options.record(this.appraisal, key, new OptionStatement(Option.Standing.SHORTLISTED, null, null,
				new BigDecimal(pounds), "Invented for the test"));
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void everyPageIsAccessibleAndFits(int width) {
		Visitor reader = signIn(visitor(width));
		reader.opens(this.analysis).readsHeading("waits for the scoring").photographs("analysis-missing-" + width);
		everything();
		for (String page : PAGES) {
			reader.opens(this.analysis + page).photographs("analysis" + page.replace('/', '-') + "-" + width);
		}
		reader.page().locator("summary", new Page.LocatorOptions().setHasText("Change scores too")).click();
		reader.looks().photographs("analysis-what-if-scores-" + width);
		reader.opens(this.analysis + "/what-if?w1=4").readsHeading("What if?").photographs("analysis-wrong-" + width);
	}

	@Test
	void textOnChartsKeepsItsSizeAndEveryPartItsMark() {
		everything();
		Visitor reader = signIn(visitor(NARROW));
		for (String page : List.of("", "/sensitivity")) {
			reader.opens(this.analysis + page);
			assertThat(reader.page().locator("svg[role=img]").count()).isPositive();
			for (Locator text : reader.page().locator("svg[role=img] text").all()) {
				assertThat(((Number) text.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")).doubleValue())
					.isGreaterThanOrEqualTo(15.0);
			}
			// Each mark fits into its part, also where there are three characters.
			Object tooWide = reader.page()
				.evaluate("[...document.querySelectorAll('svg[role=img] text.app-chart__figure')].filter(text => { "
						+ "const part = text.previousElementSibling.getBoundingClientRect(), own = text.getBoundingClientRect(); "
						+ "return own.left < part.left - 1 || own.right > part.right + 1 }).map(text => text.textContent).join()");
			assertThat(tooWide).isEqualTo("");
		}
	}

	@Test
	void chartsPrintInBlackAndWhite() {
		everything();
		Visitor reader = signIn(visitor(WIDE)).opens(this.analysis + "/sensitivity");
		reader.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		// Browsers leave colours out on paper unless told not to; patterns and marks tell
		// the parts apart without them.
		assertThat(reader.page()
			.locator(".app-chart__drawing")
			.first()
			.evaluate("e => getComputedStyle(e).printColorAdjust")).isEqualTo("exact");
		for (Locator chart : reader.page().locator("figure.app-chart").all()) {
			List<String> kinds = chart.locator(".app-chart__legend rect.app-chart__part")
				.all()
				.stream()
				.map((key) -> key.getAttribute("class"))
				.toList();
			List<String> marks = chart.locator(".app-chart__legend text").allTextContents();
			assertThat(marks).doesNotHaveDuplicates().hasSameSizeAs(kinds);
			for (Locator part : chart.locator("svg[role=img] rect.app-chart__part:not(.app-chart__part--1)").all()) {
				assertThat((Boolean) part
					.evaluate("e => e.nextElementSibling.matches('.app-chart__pattern[fill^=\"url(\"]')")).isTrue();
			}
		}
		reader.page().evaluate("document.documentElement.style.filter = 'grayscale(1)'");
		reader.photographs("analysis-print");
	}

	@Test
	void slidersShowTheRankingAsTheyMove() {
		everything();
		Visitor reader = signIn(visitor(WIDE)).opens(this.analysis + "/what-if");
		Page page = reader.page();
		Locator slider = page.getByLabel("Affordability, slider", new Page.GetByLabelOptions().setExact(true));
		assertThat(slider.inputValue()).isEqualTo("40");
		slider.focus();
		page.keyboard().press("End");
		Locator said = page.locator(".app-what-if__sentence");
		PlaywrightAssertions.assertThat(said).containsText("would");
		assertThat(page.getByLabel("Affordability", new Page.GetByLabelOptions().setExact(true)).inputValue())
			.isEqualTo("100");
		page.getByLabel("Affordability", new Page.GetByLabelOptions().setExact(true)).fill("x");
		PlaywrightAssertions.assertThat(said).containsText("Correct what is marked");
		page.getByLabel("Affordability", new Page.GetByLabelOptions().setExact(true)).fill("0");
		assertThat(slider.inputValue()).isEqualTo("0");
		PlaywrightAssertions.assertThat(said).containsText("would");
		reader.looks();
		String shown = said.innerText();
		reader.opens(reader.path()).reads(shown);
		BoundingBox box = page.getByLabel("Affordability, slider", new Page.GetByLabelOptions().setExact(true))
			.boundingBox();
		assertThat(box.height).isGreaterThanOrEqualTo(44);
		reader.photographs("analysis-what-if-tried");
	}

	@Test
	void withoutScriptsThePlainFormDoes() {
		everything();
		Visitor reader = signIn(visitorWithoutScripts(NARROW)).opens(this.analysis + "/what-if");
		assertThat(reader.page().locator("input[type=range]").count()).isZero();
		reader.fills("Benefit for patients", "0")
			.presses("Show the ranking")
			.reads("Agreed ranking and this one")
			.reads("would");
		assertThat(reader.page()
			.getByLabel("Benefit for patients", new Page.GetByLabelOptions().setExact(true))
			.inputValue()).isEqualTo("0");
	}

}
