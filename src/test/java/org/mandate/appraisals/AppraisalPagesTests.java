package org.mandate.appraisals;

import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.guidance.Guidance;
import org.mandate.guidance.Level;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@MandateTest
class AppraisalPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Guidance guidance;

	@Autowired
	private Trail trail;

	@Autowired
	private TestOrganisations organisations;

	private Organisation organisation;

	private Member manager;

	private Member administrator;

	@BeforeEach
	void establish() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.administrator = this.organisations.person(this.organisation, Role.ADMINISTRATOR, null);
	}

	@Test
	void saysWhatToDoWhereNothingIsYet() throws Exception {
		Document manager = page("", this.manager);
		assertThat(manager.selectFirst(".app-empty").text()).contains("No appraisal yet", "Start an appraisal");
		assertThat(manager.select(".app-empty a").attr("href")).endsWith("/appraisals/new");
		Document other = page("", this.administrator);
		assertThat(other.selectFirst(".app-empty").text()).contains("The commissioning manager starts the appraisal");
		assertThat(other.select(".app-empty a")).isEmpty();
	}

	@Test
	void namesTheNextStepOfThePersonSignedIn() throws Exception {
		Oxfordshire.started(this.appraisals, this.organisation);
		Document home = page("", this.manager);
		assertThat(home.selectFirst(".app-next__action a").text()).isEqualTo("Record what we do today");
		assertThat(home.selectFirst(".app-next__detail").text()).isEqualTo("0 of 7 functions recorded");
		Document other = page("", this.administrator);
		assertThat(other.selectFirst(".app-next__action a").text()).isEqualTo("Import the practices");
		assertThat(other.selectFirst(".app-waiting__item").text()).contains("Commissioning manager",
				"Record what we do today");
	}

	@Test
	void showsTheFindingsAndTheDeadlinesCloseBy() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		Document home = page("", this.manager);
		assertThat(home.select(".app-findings__item").eachText()).containsExactly(
				"Option 1 Greater involvement: less than today for 2 functions",
				"Option 2 Joint commissioning: more than today for 3 functions",
				"Option 3 Delegated commissioning: more than today for 5 functions");
		assertThat(home.select(".app-dates__item").eachText()).containsExactly(
				"12 noon on 9 January 2015 Proposal for delegated commissioning Passed 20 days earlier",
				"5pm on 30 January 2015 Proposal for joint commissioning 1 day left");
		assertThat(home.text()).contains("Counted from 29 January 2015");
	}

	@Test
	void listsTheTasksUnderTheStagesWithTheirStatus() throws Exception {
		Oxfordshire.started(this.appraisals, this.organisation);
		Document before = page("/appraisals/2015-16", this.manager);
		assertThat(before.select("h2.nhsuk-heading-m").eachText()).startsWith("1. Compare the models");
		assertThat(status(before, "Record what we do today")).isEqualTo("Incomplete");
		assertThat(status(before, "Compare the models with today")).isEqualTo("Cannot start yet");
		assertThat(task(before, "Compare the models with today").select("a")).isEmpty();
		assertThat(status(before, "Keep to the deadlines")).isEqualTo("Incomplete");

		Organisation other = this.organisations.establish();
		Member member = this.organisations.person(other, Role.COMMISSIONING_MANAGER, null);
		Oxfordshire.recorded(this.appraisals, other);
		Document after = Jsoup.parse(response("/" + other.slug() + "/appraisals/2015-16", member).getContentAsString());
		assertThat(status(after, "Record what we do today")).isEqualTo("Completed");
		assertThat(status(after, "Compare the models with today")).isEqualTo("Completed");
		assertThat(task(after, "Compare the models with today").text())
			.contains("Option 1: less than today for 2 functions");
	}

	@Test
	void isOverdueOnceTheLastDeadlineHasPassed() throws Exception {
		Tenant.run(this.organisation.id(),
				() -> this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1, LocalDate.of(2015, 1, 31)));
		Document page = page("/appraisals/2015-16", this.manager);
		assertThat(status(page, "Keep to the deadlines")).isEqualTo("Overdue");
		assertThat(task(page, "Keep to the deadlines").text()).contains("The last, 5pm on 30 January 2015, has passed");
	}

	@Test
	void keepsToTheBudgetsOfStatementsHoweverManyAppraisalsThereAre() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		this.guidance.editions();
		assertBudgets(1);
		for (int year = 2016; year < 2026; year++) {
			Oxfordshire.started(this.appraisals, this.organisation, new FinancialYear(year));
		}
		assertBudgets(Appraisals.AT_HOME);
	}

	/** Where people begin, the task lists of the latest three appraisals are read. */
	private void assertBudgets(int appraisals) throws Exception {
		assertThat(Statements.during(() -> page("", this.manager))).hasSizeLessThanOrEqualTo(3 + 15 * appraisals);
		assertThat(Statements.during(() -> page("/appraisals/2015-16", this.manager))).hasSizeLessThanOrEqualTo(17);
		assertThat(Statements.during(() -> page("/appraisals/2015-16/current-level", this.manager))).hasSize(2);
		assertThat(Statements.during(() -> page("/appraisals/2015-16/history", this.manager))).hasSize(2);
	}

	@Test
	void startsAnAppraisalOnce() throws Exception {
		MockHttpServletResponse response = start("next-steps-2014/1", "2015/16", "29", "1", "2015");
		assertThat(response.getRedirectedUrl()).endsWith("/appraisals/2015-16");
		AppraisalSummary started = Tenant.call(this.organisation.id(), () -> this.appraisals.of("2015-16"));
		assertThat(started.speaksFor()).isEqualTo(Oxfordshire.DECISION);
		assertThat(started.edition()).isEqualTo("next-steps-2014");
		assertThat(errors(start("next-steps-2014/1", "2015-16", "29", "1", "2015")))
			.containsExactly("There already is an appraisal for 2015/16. Open it instead of starting another.");
	}

	@Test
	void understandsADatePastedWholeAndAnEmptyOne() throws Exception {
		start("next-steps-2014/1", "2015/16", "29/1/2015", "", "");
		start("bma-2016/1", "2017/18", "", "", "");
		Tenant.run(this.organisation.id(), () -> {
			assertThat(this.appraisals.of("2015-16").speaksFor()).isEqualTo(Oxfordshire.DECISION);
			// The year began long ago, so the decision was before it.
			assertThat(this.appraisals.of("2017-18").speaksFor()).isEqualTo(LocalDate.of(2017, 3, 31));
		});
	}

	@Test
	void usesTodayBeforeTheYearBeginsAndTheDayBeforeItLater() {
		var edition = this.guidance.latest("next-steps-2014");
		assertThat(StartController.usual(edition, LocalDate.of(2014, 12, 1))).isEqualTo(LocalDate.of(2014, 12, 1));
		assertThat(StartController.usual(edition, LocalDate.of(2015, 4, 1))).isEqualTo(LocalDate.of(2015, 3, 31));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "''; ''; ''; ''; Choose the guidance that the appraisal follows",
					"next-steps-2014/1; ''; ''; ''; Enter the year as two years",
					"next-steps-2014/1; 2015/17; ''; ''; Enter the year as two years",
					"next-steps-2014/1; -1; ''; ''; Enter the year as two years",
					"next-steps-2014/1; 1000000000000; ''; ''; Enter the year as two years",
					"next-steps-2014/1; 2015/16; 31; 2; Enter a real date",
					"next-steps-2014/1; 2015/16; x; 1; Enter a real date",
					"next-steps-2014/1; 2015/16; 1.5; 1; Enter a real date",
					"next-steps-2014/1; 2015/16; 1000000000000; 1; Enter a real date",
					"next-steps-2014/99; 2015/16; 1; 1; Choose the guidance" })
	void refusesWhatCannotBe(String edition, String year, String day, String month, String message) throws Exception {
		List<String> errors = errors(start(edition, year, day, month, day.isEmpty() ? "" : "2015"));
		assertThat(errors).isNotEmpty().anyMatch((error) -> error.startsWith(message));
		assertThat(Tenant.call(this.organisation.id(), this.appraisals::all)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "\0", "עברית", "\u202e51/5102", "😀" })
	void refusesOddTextWithAMessage(String text) throws Exception {
		assertThat(errors(start(text, text, text, text, text))).hasSize(3);
		assertThat(errors(start("x".repeat(10_000), "9".repeat(10_000), "9".repeat(10_000), "1", "1"))).hasSize(3);
	}

	@Test
	void refusesADateBeforeTheGuidanceWasIssued() throws Exception {
		assertThat(errors(start("next-steps-2014/1", "2015/16", "9", "11", "2014")))
			.containsExactly("Enter a date on or after 10 November 2014, when that guidance was issued");
	}

	@Test
	void turnsThePagesOfTheHistory() throws Exception {
		AppraisalSummary appraisal = Oxfordshire.started(this.appraisals, this.organisation);
		Tenant.run(this.organisation.id(), () -> {
			for (int i = 0; i < 30; i++) {
				this.appraisals.recordCurrentLevel(appraisal.id(), "gp-budget-management", Level.NONE, "No " + i,
						"Paper");
			}
		});
		Document first = page("/appraisals/2015-16/history", this.manager);
		assertThat(first.select(".app-timeline__entry")).hasSize(25);
		assertThat(first.select(".nhsuk-pagination__next").attr("href")).endsWith("/history?page=2");
		Document second = page("/appraisals/2015-16/history?page=2", this.manager);
		assertThat(second.select(".app-timeline__entry")).hasSize(6);
		assertThat(second.select(".app-timeline__what").last().text()).isEqualTo("Started the appraisal for 2015/16");
		assertThat(second.select(".nhsuk-pagination__next")).isEmpty();
		assertThat(page("/appraisals/2015-16/history?page=900", this.manager).text()).contains("Nothing on this page");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "x", "1.5", "1000000000000", "", "%00" })
	void showsTheLatestWhereThereIsNoSuchPage(String number) throws Exception {
		Oxfordshire.started(this.appraisals, this.organisation);
		assertThat(page("/appraisals/2015-16/history?page=" + number, this.manager).select(".app-timeline__entry"))
			.isNotEmpty();
	}

	@Test
	void verifiesTheRecordAndFindsAHashPrintedOnAPaper() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		String hash = Tenant.call(this.organisation.id(), () -> this.trail.head().hash());
		Document page = page("/audit", this.administrator);
		assertThat(page.selectFirst(".app-verified__heading").text()).isEqualTo("The record is intact");
		assertThat(page.selectFirst(".app-hash").text()).isEqualTo(hash);
		Document found = page("/audit?hash=%20" + hash.toUpperCase(Locale.ROOT), this.administrator);
		assertThat(found.text()).contains("The record holds it: event",
				"Recorded the current level of Medical performers’ list, appraisal, revalidation");
		assertThat(page("/audit?hash=" + "ab".repeat(32), this.administrator).text())
			.contains("The record does not hold it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "xyz", "12", "%00", "%F0%9F%98%80", "-1", "%D7%A2" })
	void saysWhatAHashLooksLike(String hash) throws Exception {
		Document page = page("/audit?hash=" + hash, this.administrator);
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-summary__list").text()).contains("Enter the 64 characters");
		assertThat(page("/audit?hash=" + "a".repeat(5000), this.administrator).title()).startsWith("Error: ");
	}

	@Test
	void namesTheFirstEventThatIsWrong() throws Exception {
		Oxfordshire.recorded(this.appraisals, this.organisation);
		try (Connection owner = TestDatabase.asOwner(); Statement statement = owner.createStatement()) {
			owner.setAutoCommit(false);
			statement.execute("set local app.org = '" + this.organisation.id() + "'");
			statement.execute("alter table audit_event disable trigger chain");
			int changed = statement.executeUpdate(
					"update audit_event set summary = 'Something else' where action = 'current-level.recorded' and seq = "
							+ "(select max(seq) - 2 from audit_event)");
			statement.execute("alter table audit_event enable trigger chain");
			assertThat(changed).isEqualTo(1);
			owner.commit();
		}
		Document page = page("/audit", this.administrator);
		assertThat(page.selectFirst(".app-verified--wrong").text()).contains("The record is not intact",
				"this event was changed after it was recorded");
	}

	@Test
	void findsNoAppraisalOfAnImpossibleYear() throws Exception {
		Oxfordshire.started(this.appraisals, this.organisation);
		for (String year : List.of("2016-17", "2015", "x", "2015-99", "😀")) {
			assertThat(response("/" + this.organisation.slug() + "/appraisals/" + year, this.manager).getStatus())
				.as(year)
				.isEqualTo(404);
		}
	}

	private static Element task(Document page, String title) {
		return page.select(".nhsuk-task-list__item")
			.stream()
			.filter((item) -> item.text().startsWith(title))
			.findFirst()
			.orElseThrow();
	}

	private static String status(Document page, String title) {
		return task(page, title).selectFirst(".nhsuk-task-list__status").text();
	}

	private MockHttpServletResponse start(String edition, String year, String day, String month, String ofYear)
			throws Exception {
		return this.mvc
			.perform(post("/" + this.organisation.slug() + "/appraisals").param("edition", edition)
				.param("year", year)
				.param("speaksFor.day", day)
				.param("speaksFor.month", month)
				.param("speaksFor.year", ofYear)
				.with(csrf())
				.with(as(this.manager)))
			.andReturn()
			.getResponse();
	}

	private static List<String> errors(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString()).select(".nhsuk-error-summary__list li").eachText();
	}

	private Document page(String path, Member member) throws Exception {
		MockHttpServletResponse response = response("/" + this.organisation.slug() + path, member);
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private MockHttpServletResponse response(String address, Member member) throws Exception {
		String encoded = address.contains("😀") ? address.replace("😀", "%F0%9F%98%80") : address;
		return this.mvc.perform(get(URI.create(encoded)).with(as(member))).andReturn().getResponse();
	}

}
