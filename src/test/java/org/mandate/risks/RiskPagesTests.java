package org.mandate.risks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.options.Option;
import org.mandate.options.OptionStatement;
import org.mandate.options.Options;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@MandateTest
class RiskPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Risks risks;

	@Autowired
	private Options options;

	@Autowired
	private Trail trail;

	@Autowired
	private TestOrganisations organisations;

	private Organisation organisation;

	private Member manager;

	private AppraisalSummary appraisal;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.appraisal = this.organisations.appraisal(this.organisation);
	}

	@Test
	void recordsARiskAndShowsItOnTheMatrixAndInTheTable() throws Exception {
		assertThat(add(typed()).getRedirectedUrl()).isEqualTo(base());
		Document page = page(base());
		assertThat(page.select(".app-matrix caption").eachText()).containsExactly("Before mitigation: Option 2",
				"After mitigation: Option 2");
		assertThat(page.select(".app-matrix__held").eachText()).containsExactly("12 High Risk 1: Workload",
				"6 Moderate Risk 1: Workload");
		String line = page.selectFirst(".app-risks tbody tr").text();
		assertThat(line).contains("Risk 1", "Workload", "There may not be enough staff", "Joint commissioning",
				"12 High", "4 likely × 3 moderate", "6 Moderate", "2 unlikely × 3 moderate", "A joint post",
				"The executive", "Source: The paper, section 4");
		assertThat(page.select(".app-warning")).isEmpty();
		assertThat(page(base() + "/1").selectFirst("select[name=likelihood] option[selected]").text())
			.isEqualTo("4 Likely");
	}

	@Test
	void saysWhatIsNotRatedAndTakesItForNothing() throws Exception {
		add(with("likelihood", "", "consequence", "", "residualLikelihood", "", "residualConsequence", ""));
		add(with("title", "Money", "likelihood", "1", "consequence", "1", "residualLikelihood", "",
				"residualConsequence", ""));
		Document page = page(base());
		String part = page.getElementsByTag("section").text();
		assertThat(part).contains("2 risks, 1 rated; the highest score before mitigation is 1.",
				"1 is not rated yet, which does not mean low.", "Not rated yet Risk 1 Workload",
				"Not rated after mitigation: risk 1, risk 2.");
		assertThat(page.select(".app-risks tbody tr").getFirst().text()).contains("Not rated yet")
			.doesNotContain("Low");
		assertThat(page(base() + "?sort=before&order=ascending").select(".app-risks tbody th span").eachText())
			.containsExactly("Money", "Workload");
		assertThat(page(base() + "?sort=before&order=descending").select(".app-risks tbody th span").eachText())
			.containsExactly("Money", "Workload");
	}

	@Test
	void warnsWhereTheScoreIsHigherAfterMitigation() throws Exception {
		add(with("residualLikelihood", "5", "residualConsequence", "5"));
		assertThat(page(base()).select(".app-warning").eachText())
			.containsExactly("Check this: The score after mitigation, 25, is above the score before it, 12.");
		add(with("mitigation", ""));
		assertThat(page(base() + "/2").select(".app-warning").eachText())
			.containsExactly("Check this: The score falls from 12 to 6, but no mitigation is recorded.");
		add(with("likelihood", "", "consequence", ""));
		assertThat(page(base() + "/3").select(".app-warning").eachText())
			.containsExactly("Check this: It is rated after mitigation, but not before it.");
	}

	@Test
	void saysWhatIsMissingBesideEachField() throws Exception {
		Map<String, String> nothing = new LinkedHashMap<>();
		Document page = Jsoup.parse(add(nothing).getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-summary__list a").eachText()).containsExactly(
				"Choose whose risk it is: one of the options in the list", "Enter a title, such as Workload",
				"Enter what may happen, and why");
		for (String href : page.select(".nhsuk-error-summary__list a").eachAttr("href")) {
			assertThat(page.select(href)).as(href).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "likelihood|6|Choose one of the five steps of likelihood, or not rated yet",
			"consequence|0|Choose one of the five steps of consequence, or not rated yet",
			"likelihood|2.5|Choose one of the five steps of likelihood, or not rated yet",
			"residualLikelihood|-1|Choose one of the five steps of likelihood, or not rated yet",
			"residualConsequence|rare|Choose one of the five steps of consequence, or not rated yet",
			"likelihood|''|Choose the likelihood before mitigation too, or leave both as not rated yet",
			"consequence|''|Choose the consequence before mitigation too, or leave both as not rated yet",
			"residualLikelihood|''|Choose the likelihood after mitigation too, or leave both as not rated yet",
			"residualConsequence|''|Choose the consequence after mitigation too, or leave both as not rated yet",
			"option|surgery|Choose whose risk it is: one of the options in the list",
			"title|'  '|Enter a title, such as Workload", "description|\u2003|Enter what may happen, and why" })
	void refusesWhatCannotBe(String field, String typed, String message) throws Exception {
		MockHttpServletResponse response = add(with(field, typed));
		assertThat(errors(response)).containsExactly(message);
		assertThat(Jsoup.parse(response.getContentAsString()).selectFirst("textarea[name=mitigation]").text())
			.isEqualTo("A joint post");
		assertThat(register().isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "title,200,The title", "description,2000,The description", "mitigation,2000,The mitigation",
			"owner,100,The owner", "source,300,The source" })
	void refusesTextThatIsTooLongAndKeepsIt(String field, int most, String name) throws Exception {
		for (int length : List.of(most + 1, 1_000_000)) {
			MockHttpServletResponse response = add(with(field, "x".repeat(length)));
			assertThat(errors(response)).containsExactly("%s must be %,d characters or fewer".formatted(name, most));
			assertThat(response.getContentAsString()).contains("x".repeat(length));
		}
		assertThat(add(with(field, "x".repeat(most))).getRedirectedUrl()).isEqualTo(base());
	}

	@Test
	void countsALineEndAsOneCharacter() throws Exception {
		assertThat(add(with("description", "x".repeat(1998) + "\r\ny")).getRedirectedUrl()).isEqualTo(base());
		assertThat(risk(1).statement().description()).hasSize(2000).endsWith("\ny");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "a\u0007b", "a\u001bb" })
	void refusesCharactersThatCannotBeShown(String text) throws Exception {
		for (String field : List.of("title", "description", "mitigation", "owner", "source")) {
			assertThat(errors(add(with(field, text)))).as(field).singleElement().asString().contains("cannot be seen");
		}
		assertThat(errors(add(with("option", text)))).hasSize(1);
		assertThat(errors(add(with("likelihood", text)))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "עברית", "العربية مع 123", "𝒜 😀 𠮷", "<script>alert(1)</script>", "O’Neill & \"x\"", "no" })
	void keepsTextOfAnyScriptAsItIs(String text) throws Exception {
		add(with("title", text, "description", text, "mitigation", text, "owner", text, "source", text));
		Member reader = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		for (Member who : List.of(this.manager, reader)) {
			for (String address : List.of(base(), base() + "/1")) {
				String html = perform(get(address), who).getContentAsString();
				assertThat(html).doesNotContain("<script>alert");
				assertThat(Jsoup.parse(html).wholeText() + Jsoup.parse(html).select("input").eachAttr("value"))
					.contains(text);
			}
		}
	}

	@Test
	void makesOneRiskOfAFormSentTwiceAndLosesNoWords() throws Exception {
		Map<String, String> form = with("id", UUID.randomUUID().toString());
		add(form);
		assertThat(add(form).getRedirectedUrl()).isEqualTo(base());
		assertThat(register().standing()).isEqualTo(1);
		form.put("title", "Typed after going back");
		Document page = Jsoup.parse(add(form).getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("Workload");
		assertThat(page.selectFirst("input[name=title]").val()).isEqualTo("Typed after going back");
		assertThat(page.selectFirst("main form").attr("action")).isEqualTo(base() + "/1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "1-1-1-1-1-1", "\u0007" })
	void recordsARiskAlsoWhereTheFormsIdWasTamperedWith(String id) throws Exception {
		assertThat(add(with("id", id)).getRedirectedUrl()).isEqualTo(base());
		assertThat(register().standing()).isEqualTo(1);
	}

	@Test
	void numbersRisksOfManyAtOnceOneByOne() throws Exception {
		List<Callable<String>> work = IntStream.range(0, 18)
			.<Callable<String>>mapToObj((at) -> () -> add(with("title", "Risk of " + at)).getRedirectedUrl())
			.toList();
		assertThat(AtOnce.all(work)).containsOnly(base());
		assertThat(register().options().stream().flatMap((each) -> each.standing().stream()).map(Risk::number))
			.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 18).boxed().toList());
	}

	@Test
	void showsBothVersionsToTheSecondOfTwoPeople() throws Exception {
		add(typed());
		Map<String, String> theirs = with("title", "Theirs", "version", "0");
		Map<String, String> mine = with("title", "Mine", "version", "0");
		assertThat(send("/1", theirs).getRedirectedUrl()).isEqualTo(base());
		Document page = Jsoup.parse(send("/1", mine).getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("saved this while you were working on it",
				"Theirs");
		assertThat(page.selectFirst("input[name=title]").val()).isEqualTo("Mine");
		assertThat(risk(1).title()).isEqualTo("Theirs");
		mine.put("version", page.selectFirst("input[name=version]").val());
		assertThat(send("/1", mine).getRedirectedUrl()).isEqualTo(base());
		assertThat(risk(1).title()).isEqualTo("Mine");
	}

	@Test
	void recordsOnlyWhatChanges() throws Exception {
		add(typed());
		send("/1", with("version", "0"));
		send("/1", with("version", "7"));
		assertThat(events("risk")).hasSize(1);
		send("/1", with("version", "0", "likelihood", "5"));
		Trail.Entry change = events("risk.changed").getFirst();
		assertThat(change.summary()).isEqualTo("Changed risk 1, Workload");
		assertThat(change.details().get("before").toString()).contains("4 likely × 3 moderate = 12");
		assertThat(change.details().get("after").toString()).contains("5 almost certain × 3 moderate = 15");
	}

	@Test
	void withdrawsARiskWithAReasonAndPutsItBack() throws Exception {
		add(typed());
		assertThat(errors(send("/1/withdrawal", Map.of("reason", " ", "version", "0"))))
			.containsExactly("Enter why it is withdrawn");
		assertThat(errors(send("/1/withdrawal", Map.of("reason", "x".repeat(1001), "version", "0"))))
			.containsExactly("The reason must be 1,000 characters or fewer");
		assertThat(send("/1/withdrawal", Map.of("reason", "Said twice", "version", "0")).getRedirectedUrl())
			.isEqualTo(base());
		Document page = page(base());
		assertThat(page.select(".app-matrix")).isEmpty();
		assertThat(page.text()).contains("Risks that were withdrawn",
				"Risk 1 Workload Withdrawn by The Commissioning manager: Said twice");
		assertThat(events("risk.withdrawn").getFirst().reason()).isEqualTo("Said twice");
		assertThat(page(base() + "/1").text()).contains("Saving puts it back on the register.");
		add(with("title", "Another"));
		assertThat(register().standing()).isEqualTo(1);
		assertThat(send("/1", with("version", "1")).getRedirectedUrl()).isEqualTo(base());
		assertThat(risk(1).stands()).isTrue();
		assertThat(events("risk.put-back")).hasSize(1);
	}

	@Test
	void doesNotWithdrawWhatSomebodyElseChangedMeanwhile() throws Exception {
		add(typed());
		send("/1", with("version", "0", "title", "Theirs"));
		MockHttpServletResponse response = send("/1/withdrawal", Map.of("reason", "Mine", "version", "0"));
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("saved this while you were working on it");
		assertThat(page.selectFirst("textarea[name=reason]").text()).isEqualTo("Mine");
		assertThat(risk(1).stands()).isTrue();
	}

	@Test
	void keepsTheRisksOfAnOptionThatWasWithdrawnApart() throws Exception {
		add(typed());
		add(with("option", "delegated", "title", "Money"));
		Tenant.run(this.organisation.id(), () -> this.options.record(this.appraisal, "joint",
				new OptionStatement(Option.Standing.WITHDRAWN, "No longer offered", null, null, null)));
		Document page = page(base());
		assertThat(page.select(".app-risks tbody th span").eachText()).containsExactly("Money");
		assertThat(page.text()).contains("Risks of options that were withdrawn",
				"Risk 1 Workload (Option 2: Joint commissioning): 12 High");
		assertThat(errors(add(typed()))).containsExactly("Choose whose risk it is: one of the options in the list");
		assertThat(send("/1", with("version", "0", "title", "Still of the withdrawn option")).getRedirectedUrl())
			.isEqualTo(base());
		String csv = download(".csv");
		assertThat(csv).contains("Option 2: Joint commissioning,Withdrawn,Still of the withdrawn option");
	}

	@Test
	void filtersByOptionAndSortsByEveryColumn() throws Exception {
		add(with("title", "b", "owner", "Zed"));
		add(with("title", "a", "option", "delegated", "likelihood", "5", "consequence", "5", "owner", ""));
		add(with("title", "c", "option", "no-change", "likelihood", "1", "residualLikelihood", "1", "owner", "Amy"));
		assertThat(titles("")).containsExactly("b", "a", "c");
		assertThat(titles("?sort=title")).containsExactly("a", "b", "c");
		assertThat(titles("?sort=title&order=descending")).containsExactly("c", "b", "a");
		assertThat(titles("?sort=option")).containsExactly("b", "a", "c");
		assertThat(titles("?sort=before")).containsExactly("a", "b", "c");
		assertThat(titles("?sort=before&order=ascending")).containsExactly("c", "b", "a");
		assertThat(titles("?sort=after")).containsExactly("b", "a", "c");
		assertThat(titles("?sort=owner&order=descending")).containsExactly("b", "c", "a");
		assertThat(titles("?option=delegated")).containsExactly("a");
		assertThat(titles("?option=nothing&sort=%00&order=up")).containsExactly("b", "a", "c");
		Document page = page(base() + "?sort=title&option=delegated");
		assertThat(page.select("th[aria-sort=ascending]").eachText()).containsExactly("Risk");
		assertThat(page.select(".app-sorting a").eachAttr("href"))
			.allMatch((href) -> href.contains("option=delegated"));
		assertThat(page.select("section h2").eachText()).containsExactly("Option 3: Delegated commissioning");
	}

	@Test
	void downloadsEverythingAsCsvAndSpreadsheet() throws Exception {
		add(with("title", "=1+1", "likelihood", "", "consequence", ""));
		add(typed());
		send("/2/withdrawal", Map.of("reason", "Said twice", "version", "0"));
		String csv = download(".csv");
		assertThat(csv).contains("'=1+1", "Not rated yet,Not rated yet,,,A joint post", "4 Likely,3 Moderate,12,High",
				"Said twice");
		MockHttpServletResponse response = perform(get(base() + "/register.xlsx"), this.manager);
		assertThat(response.getHeader("Content-Disposition")).contains("risks-", ".xlsx");
		try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
			assertThat(book.getFirstSheet().read()).hasSize(3);
			assertThat(book.getFirstSheet().read().get(1).getCellText(3)).isEqualTo("'=1+1");
		}
	}

	@Test
	void changesTheBandsAndSaysSoInTheHistory() throws Exception {
		add(typed());
		assertThat(bands("3", "9", "13", "-1").getRedirectedUrl()).isEqualTo(base());
		assertThat(page(base()).text()).contains("low 1 to 2, moderate 3 to 8, high 9 to 12, extreme 15 to 25");
		assertThat(bands("3", "9", "12", "0").getRedirectedUrl()).isEqualTo(base());
		assertThat(page(base()).select(".app-matrix__held").getFirst().text()).startsWith("12 Extreme");
		bands("3", "9", "12", "1");
		assertThat(events("risk-bands.changed")).hasSize(2);
		Document history = page("/" + this.organisation.slug() + this.appraisal.path() + "/history");
		assertThat(history.selectFirst(".app-timeline__what").text())
			.isEqualTo("Changed the bands of risk scores: low 1 to 2, moderate 3 to 8, high 9 to 10, extreme 12 to 25");
		assertThat(history.selectFirst(".app-changes").text()).contains("Extreme from 13 12");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"1|8|15|The score from which a risk is moderate must be a whole number from 2 to 23",
			"''|8|15|Enter the score from which a risk is moderate, from 2 to 23",
			"4|8|26|The score from which a risk is extreme must be a whole number from 4 to 25",
			"4|8.5|15|The score from which a risk is high must be a whole number from 3 to 24",
			"4|-8|15|The score from which a risk is high must be a whole number from 3 to 24",
			"4|99999999999|15|The score from which a risk is high must be a whole number from 3 to 24",
			"8|8|15|High must begin above moderate, which begins at 8: otherwise the two overlap",
			"9|8|15|High must begin above moderate, which begins at 9: otherwise the two overlap",
			"4|15|8|Extreme must begin above high, which begins at 15: otherwise the two overlap",
			"7|8|15|No risk could be moderate: 7 cannot be the product of two steps from 1 to 5. Choose another score",
			"4|21|24|No risk could be high: 21 to 23 cannot be the product of two steps from 1 to 5. Choose another score",
			"x|y|z|The score from which a risk is moderate must be a whole number from 2 to 23" })
	void refusesBandsThatCannotBe(String moderate, String high, String extreme, String message) throws Exception {
		MockHttpServletResponse response = bands(moderate, high, extreme, "-1");
		assertThat(errors(response)).startsWith(message);
		assertThat(Jsoup.parse(response.getContentAsString()).selectFirst("input[name=highFrom]").val())
			.isEqualTo(high);
		assertThat(register().bands()).isEqualTo(Bands.USUAL);
	}

	@Test
	void showsTheOthersBandsToTheSecondOfTwoPeople() throws Exception {
		bands("3", "9", "13", "-1");
		Document page = Jsoup.parse(bands("5", "10", "20", "-1").getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("low 1 to 2, moderate 3 to 8");
		assertThat(page.selectFirst("input[name=moderateFrom]").val()).isEqualTo("5");
		assertThat(bands("5", "10", "20", page.selectFirst("input[name=version]").val()).getRedirectedUrl())
			.isEqualTo(base());
		assertThat(register().bands()).isEqualTo(new Bands(5, 10, 20));
	}

	@Test
	void findsNoRiskThatThereIsNot() throws Exception {
		for (String address : List.of("/1", "/0", "/-1", "/99999999999", "/x", "/1/withdrawal")) {
			assertThat(perform(get(base() + address), this.manager).getStatus()).as(address).isIn(400, 404);
		}
		assertThat(send("/1", typed()).getStatus()).isEqualTo(404);
		assertThat(send("/1/withdrawal", Map.of("reason", "x", "version", "0")).getStatus()).isEqualTo(404);
	}

	@Test
	void tellsTheTaskListWhatIsMissing() throws Exception {
		String tasks = "/" + this.organisation.slug() + this.appraisal.path();
		assertThat(page(tasks).text()).contains(
				"Record the risks of each option None recorded yet for Option 1, Option 2, Option 3 Incomplete",
				"Rate the risks Needs a risk Cannot start yet");
		for (String option : List.of("greater-involvement", "joint", "delegated")) {
			add(with("option", option, "likelihood", "", "consequence", "", "residualLikelihood", "",
					"residualConsequence", ""));
		}
		assertThat(page(tasks).text()).contains("Record the risks of each option 3 risks Completed",
				"Rate the risks 3 of 3 not rated yet Incomplete");
	}

	@Test
	void asksTheDatabaseAsOftenForManyRisksAsForOne() throws Exception {
		add(typed());
		for (String address : List.of("", "/1", "/bands", "/register.csv")) {
			assertThat(Statements.during(() -> page(base() + address))).as(address).hasSizeLessThanOrEqualTo(3);
		}
		int few = Statements.during(() -> page(base())).size();
		for (int i = 0; i < 12; i++) {
			add(with("option", (i % 2 == 0) ? "delegated" : "joint", "title", "Risk " + i));
		}
		assertThat(Statements.during(() -> page(base()))).hasSize(few);
		assertThat(Statements.during(() -> Tenant.run(this.organisation.id(), () -> this.risks.of(this.appraisal))))
			.hasSize(2);
	}

	private List<String> titles(String query) throws Exception {
		return page(base() + query).select(".app-risks tbody th > span").eachText();
	}

	private static Map<String, String> typed() {
		return with();
	}

	/** A risk as typed, with other values for some fields. */
	private static Map<String, String> with(String... others) {
		return Pages.with(
				Map.of("option", "joint", "title", "Workload", "description", "There may not be enough staff",
						"likelihood", "4", "consequence", "3", "mitigation", "A joint post", "residualLikelihood", "2",
						"residualConsequence", "3", "owner", "The executive", "source", "The paper, section 4"),
				others);
	}

	private MockHttpServletResponse add(Map<String, String> form) throws Exception {
		return send("", form);
	}

	private MockHttpServletResponse bands(String moderate, String high, String extreme, String version)
			throws Exception {
		return send("/bands",
				Map.of("moderateFrom", moderate, "highFrom", high, "extremeFrom", extreme, "version", version));
	}

	private MockHttpServletResponse send(String address, Map<String, String> form) throws Exception {
		MockHttpServletRequestBuilder request = post(base() + address);
		form.forEach(request::param);
		return perform(request.with(csrf()), this.manager);
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Member who) throws Exception {
		return this.mvc.perform(request.with(as(who))).andReturn().getResponse();
	}

	private Document page(String address) throws Exception {
		MockHttpServletResponse response = perform(get(address), this.manager);
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private String download(String kind) throws Exception {
		return perform(get(base() + "/register" + kind), this.manager).getContentAsString(StandardCharsets.UTF_8);
	}

	private static List<String> errors(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).isEqualTo(200);
		Document page = Jsoup.parse(response.getContentAsString());
		List<String> summary = page.select(".nhsuk-error-summary__list li").eachText();
		assertThat(page.select(".nhsuk-error-message").eachText())
			.containsExactlyElementsOf(summary.stream().map((each) -> "Error: " + each).toList());
		return summary;
	}

	private RiskRegister register() {
		return Tenant.call(this.organisation.id(), () -> this.risks.of(this.appraisal));
	}

	private Risk risk(int number) {
		return register().options()
			.stream()
			.flatMap((each) -> each.all().stream())
			.filter((risk) -> risk.number() == number)
			.findFirst()
			.orElseThrow();
	}

	private List<Trail.Entry> events(@Nullable String action) {
		return Tenant.call(this.organisation.id(), () -> this.trail.events(this.appraisal.id().id(), 0, 100))
			.stream()
			.filter((event) -> event.action().startsWith(action))
			.toList();
	}

	private String base() {
		return "/" + this.organisation.slug() + this.appraisal.path() + "/risks";
	}

}
