package org.mandate.options;

import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@MandateTest
class OptionPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Options options;

	@Autowired
	private TestOrganisations organisations;

	private Organisation organisation;

	private Member manager;

	private AppraisalSummary appraisal;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.appraisal = started("next-steps-2014", 2015);
	}

	private AppraisalSummary started(String edition, int year) {
		return Tenant.call(this.organisation.id(),
				() -> this.appraisals.start(new FinancialYear(year), edition, 1, LocalDate.of(2015, 1, 29)));
	}

	@Test
	void startsWithTheModelsAndAnExcludedBaseline() throws Exception {
		Document page = page(base());
		assertThat(page.select("tbody th").eachText()).containsExactly("Option 1: Greater involvement",
				"Option 2: Joint commissioning", "Option 3: Delegated commissioning", "No change");
		assertThat(page.select("tbody tr").last().text()).contains("Excluded", "The area teams are being reorganised",
				"2.3");
	}

	@Test
	void keepsNoChangeWhereTheGuidanceGivesARightToIt() {
		AppraisalSummary later = started("bma-2016", 2017);
		List<Option> shortlist = Tenant.call(this.organisation.id(), () -> this.options.shortlist(later));
		assertThat(shortlist).extracting(Option::key)
			.containsExactly("greater-involvement", "joint", "delegated", Option.NO_CHANGE);
	}

	@Test
	void excludesAnOptionWithItsReason() throws Exception {
		assertThat(save("greater-involvement", "EXCLUDED", "A retrograde step", "Report, other options", "", "", "-1")
			.getRedirectedUrl()).isEqualTo(base());
		Document page = page(base());
		assertThat(page.select("tbody tr").first().text()).contains("Excluded", "A retrograde step",
				"Source: Report, other options");
		Document history = page(base().replace("/options", "/history"));
		assertThat(history.selectFirst(".app-timeline__what").text())
			.isEqualTo("Excluded the option Greater involvement");
	}

	@Test
	void recordsACostWithItsSourceAndNothingTwice() throws Exception {
		save("joint", "SHORTLISTED", "", "", "1.25m", "Finance paper", "-1");
		assertThat(one("joint").annualCost()).isEqualByComparingTo("1250000");
		assertThat(page(base()).text()).contains("£1,250,000", "Source: Finance paper");
		assertThat(page(base() + "/joint").selectFirst("input[name=annualCost]").val()).isEqualTo("1,250,000");
		save("joint", "SHORTLISTED", "", "", "1250000", "Finance paper", "-1");
		assertThat(one("joint").version()).isZero();
		save("joint", "SHORTLISTED", "", "", "0", "Nothing to pay", "0");
		assertThat(one("joint").annualCost()).isEqualByComparingTo("0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			             |     |           |      |        | Choose whether the option is on the shortlist
			SOMEWHERE    |     |           |      |        | Choose whether the option is on the shortlist
			EXCLUDED     |     |           |      |        | Enter why the option is not on the shortlist
			WITHDRAWN    | ' ' |           |      |        | Enter why the option is not on the shortlist
			SHORTLISTED  |     |           | -5   | Paper  | The cost must be 0 or more
			SHORTLISTED  |     |           | lots | Paper  | The cost must be a sum in pounds, such as 250,000 or 1.2m
			SHORTLISTED  |     |           | 5    |        | Enter where the cost is from
			""")
	void saysWhatIsWrongBesideTheField(String standing, String reason, String source, String cost, String costSource,
			String message) throws Exception {
		Document page = Jsoup
			.parse(save("joint", standing, reason, source, cost, costSource, "-1").getContentAsString());
		assertThat(page.select(".nhsuk-error-summary__list a").eachText()).containsExactly(message);
		assertThat(page.select(".nhsuk-error-message")).hasSize(1);
		assertThat(one("joint").version()).isEqualTo(-1);
	}

	@Test
	void refusesAMegabyteOfTextAndKeepsIt() throws Exception {
		String long1 = "x".repeat(1_000_000);
		Document page = Jsoup.parse(save("joint", "EXCLUDED", long1, long1, "", "", "-1").getContentAsString());
		assertThat(page.select(".nhsuk-error-summary__list a").eachText()).containsExactly(
				"The reason must be 1,000 characters or fewer", "The source must be 300 characters or fewer");
		assertThat(page.selectFirst("textarea[name=reason]").wholeText().strip()).hasSize(1_000_000);
	}

	@Test
	void showsBothVersionsToTheSecondOfTwoPeople() throws Exception {
		save("joint", "EXCLUDED", "Theirs", "", "", "", "-1");
		Document page = Jsoup.parse(save("joint", "WITHDRAWN", "Mine", "", "", "", "-1").getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("Theirs", "Excluded");
		assertThat(page.selectFirst("textarea[name=reason]").wholeText().strip()).isEqualTo("Mine");
		String version = page.selectFirst("input[name=version]").val();
		save("joint", "WITHDRAWN", "Mine", "", "", "", version);
		assertThat(one("joint").standing()).isEqualTo(Option.Standing.WITHDRAWN);
	}

	@Test
	void addsOptionsOfTheOrganisationsOwn() throws Exception {
		assertThat(add("Joint with a pooled fund", "As joint, with <b>one</b> fund", "").getRedirectedUrl())
			.isEqualTo(base());
		add("Joint: with a pooled fund", "Another", "Paper 7");
		assertThat(page(base()).select("tbody th").eachText()).containsSubsequence("Option 3: Delegated commissioning",
				"Joint with a pooled fund", "Joint: with a pooled fund", "No change");
		assertThat(one("joint-with-a-pooled-fund").summary()).isEqualTo("As joint, with <b>one</b> fund");
		assertThat(one("joint-with-a-pooled-fund-2").source()).isEqualTo("Paper 7");
		assertThat(add("共同委託", "A name without Latin letters", "").getRedirectedUrl()).isEqualTo(base());
		assertThat(one("option").name()).isEqualTo("共同委託");
		assertThat(errors(add("joint COMMISSIONING", "Again", "")))
			.containsExactly("There is an option called joint COMMISSIONING. Give this one another name.");
		assertThat(errors(add(" ", "", "x".repeat(301)))).containsExactly("Enter the name of the option",
				"Enter what the option is", "The source must be 300 characters or fewer");
	}

	@Test
	void takesTheSameStatementsForOneOptionAsForMany() throws Exception {
		List<String> few = Statements.during(() -> page(base()));
		for (int i = 0; i < 10; i++) {
			add("Option of ours " + i, "Number " + i, "");
		}
		assertThat(Statements.during(() -> page(base()))).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void findsNoOptionThatIsNone() throws Exception {
		assertThat(new Pages(this.mvc, this.manager).status(base() + "/nothing")).isEqualTo(404);
		assertThat(save("nothing", "EXCLUDED", "Why", "", "", "", "-1").getStatus()).isEqualTo(404);
	}

	private Option one(String key) {
		return Tenant.call(this.organisation.id(), () -> this.options.one(this.appraisal, key));
	}

	private String base() {
		return "/" + this.organisation.slug() + this.appraisal.path() + "/options";
	}

	private MockHttpServletResponse save(String option, String standing, String reason, String source, String cost,
			String costSource, String version) throws Exception {
		return this.mvc
			.perform(post(base() + "/" + option).param("standing", standing)
				.param("reason", reason)
				.param("source", source)
				.param("annualCost", cost)
				.param("costSource", costSource)
				.param("version", version)
				.with(csrf())
				.with(as(this.manager)))
			.andReturn()
			.getResponse();
	}

	private MockHttpServletResponse add(String name, String summary, String source) throws Exception {
		return this.mvc
			.perform(post(base()).param("name", name)
				.param("summary", summary)
				.param("source", source)
				.with(csrf())
				.with(as(this.manager)))
			.andReturn()
			.getResponse();
	}

	private static List<String> errors(MockHttpServletResponse response) throws Exception {
		return Jsoup.parse(response.getContentAsString()).select(".nhsuk-error-summary__list a").eachText();
	}

	private Document page(String address) throws Exception {
		return new Pages(this.mvc, this.manager).page(address);
	}

}
