package org.mandate.analysis;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.access.ActingAs;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.options.Option;
import org.mandate.options.OptionStatement;
import org.mandate.options.Options;
import org.mandate.organisations.Organisation;
import org.mandate.scoring.ScoredAppraisal;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@MandateTest
@Import(ScoredAppraisal.class)
class AnalysisPageTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private ScoredAppraisal scored;

	@Autowired
	private Options options;

	@Autowired
	private Analysis analysis;

	private Organisation organisation;

	private Member manager;

	private AppraisalSummary appraisal;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.appraisal = Tenant.call(this.organisation.id(), this.scored::started);
	}

	private void within(Runnable work) {
		Tenant.run(this.organisation.id(), () -> ActingAs.run(this.manager, work));
	}

	private void weighed(Object... namesAndWeights) {
		Map<String, Integer> weights = new LinkedHashMap<>();
		for (int i = 0; i < namesAndWeights.length; i += 2) {
			weights.put((String) namesAndWeights[i], (Integer) namesAndWeights[i + 1]);
		}
		within(() -> this.scored.weighed(this.appraisal, this.manager, weights));
	}

	private void agreed(List<Integer> greater, List<Integer> joint, List<Integer> delegated) {
		within(() -> this.scored.agreed(this.appraisal, this.manager,
				ScoredAppraisal.models(greater, joint, delegated)));
	}

	/** Access 50%, Quality 25%, Reach 25%; Option 2 leads with 7.00 before 6.25. */
	private void usual() {
		weighed("Access", 100, "Quality", 50, "Reach", 50);
		agreed(List.of(4, 4, 4), List.of(8, 5, 7), List.of(5, 9, 6));
	}

	private String address(String page) {
		return "/%s/appraisals/2015-16/analysis%s".formatted(this.organisation.slug(), page);
	}

	private MockHttpServletResponse response(String page) throws Exception {
		return this.mvc
			.perform(get(UriComponentsBuilder.fromUriString(address(page)).encode().build().toUri())
				.with(as(this.manager)))
			.andReturn()
			.getResponse();
	}

	private Document page(String page) throws Exception {
		MockHttpServletResponse response = response(page);
		assertThat(response.getStatus()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private static List<List<String>> cells(Document page, String caption) {
		Element table = page.select("table:has(caption:containsOwn(%s))".formatted(caption)).first();
		assertThat(table).as(caption).isNotNull();
		return table.select("tbody tr").stream().map((row) -> row.select("th, td").eachText()).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/sensitivity", "/cost", "/what-if" })
	void waitsForTheScoringAndSaysForWhat(String address) throws Exception {
		weighed("Access", 100, "Quality", 50);
		within(() -> this.scored.agreed(this.appraisal, this.manager,
				Map.of("joint", List.of(7), "delegated", List.of(6, 6))));
		Document page = page(address);
		assertThat(page.selectFirst("h1").text()).endsWith("The analysis waits for the scoring");
		assertThat(page.select("main li").eachText()).containsExactlyInAnyOrder("Option 1 on Access",
				"Option 2 on Quality", "Option 1 on Quality");
		assertThat(page.text()).contains("3 of 6 scores are agreed.");
		assertThat(page.select("main a[href$=/appraisals/2015-16/scoring]")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/results.csv", "/results.xlsx", "/sensitivity.csv", "/sensitivity.xlsx" })
	void thereIsNothingToDownloadBefore(String address) throws Exception {
		MockHttpServletResponse response = response(address);
		assertThat(response.getStatus()).isEqualTo(303);
		assertThat(response.getHeader("Location")).isEqualTo("../analysis");
	}

	@Test
	void ranksTheOptionsAndSaysWhatItWouldTake() throws Exception {
		usual();
		Document page = page("");
		assertThat(page.selectFirst(".app-robustness h2").text())
			.isEqualTo("Option 2: Joint commissioning leads by 0.75 points");
		assertThat(page.selectFirst(".app-robustness p").text()).isEqualTo(
				"Option 2: Joint commissioning leads with a value of 7.00 out of 10, 0.75 points ahead of Option 3: "
						+ "Delegated commissioning; the smallest change of a single weight that would put Option 3 first "
						+ "is “Quality” rising from 25.0% to more than 36.8%, and no single score changed by one "
						+ "point would take its lead away.");
		assertThat(cells(page, "Ranking")).containsExactly(List.of("Option 2: Joint commissioning", "1", "7.00", "–"),
				List.of("Option 3: Delegated commissioning", "2", "6.25", "0.75"),
				List.of("Option 1: Greater involvement", "3", "4.00", "3.00"));
		assertThat(cells(page, "Points by criterion")).containsExactly(
				List.of("1. Access", "50.0% raw 100", "4.00 score 8", "2.50 score 5", "2.00 score 4"),
				List.of("2. Quality", "25.0% raw 50", "1.25 score 5", "2.25 score 9", "1.00 score 4"),
				List.of("3. Reach", "25.0% raw 50", "1.75 score 7", "1.50 score 6", "1.00 score 4"),
				List.of("Value", "100%", "7.00", "6.25", "4.00"));
		assertThat(page.select("section:has(#dominance) li").eachText()).containsExactly(
				"Option 2: Joint commissioning dominates Option 1: Greater involvement: better on 3 of 3, worse on none.",
				"Option 3: Delegated commissioning dominates Option 1: Greater involvement: better on 3 of 3, worse on none.");
		assertThat(page.select("svg[role=img] title").text()).isEqualTo("Value of each option, by criterion");
		assertThat(page.select("svg[role=img] desc").text())
			.isEqualTo("Option 2 has the highest value, 7.00 of 10 points, 0.75 more than Option 3. "
					+ "Access adds most to it, 4.00 points.");
	}

	@Test
	void aCommonCriterionChangesTheRatioAndThePageSaysWhyThatMatters() throws Exception {
		usual();
		Document page = page("");
		assertThat(cells(page, "A common criterion")).containsExactly(
				List.of("Weighted sum of Option 2", "1,400", "2,400"),
				List.of("Weighted sum of Option 3", "1,250", "2,250"), List.of("Difference", "150", "150"),
				List.of("Ratio", "1.120", "1.067"));
		assertThat(page.selectFirst("section:has(#differences)").text())
			.contains("no option is “20% better” than another")
			.contains("A ratio that such a criterion can change says nothing about the options.")
			.contains("from 0.75 to 0.50, and every other difference becomes smaller by the same factor");
	}

	@Test
	void twoValuesThatLookAlikeAndAreNotAreToldApart() throws Exception {
		weighed("Access", 100, "Quality", 99, "Reach", 50);
		agreed(List.of(0, 0, 0), List.of(5, 6, 5), List.of(6, 5, 5));
		Document page = page("");
		assertThat(cells(page, "Ranking")).startsWith(List.of("Option 3: Delegated commissioning", "1", "5.40", "–"),
				List.of("Option 2: Joint commissioning", "2", "5.40", "0.004"));
		assertThat(page.selectFirst(".nhsuk-inset-text").text()).contains(
				"Option 3 and Option 2 both show as 5.40, and it is not a tie: Option 3 is 0.004 ahead of Option 2 "
						+ "(exactly 1/249 of a point: 1345/249 against 448/83).");
		assertThat(page.selectFirst(".app-robustness h2").text()).endsWith("leads by 0.004 points");
	}

	@Test
	void aTieIsATie() throws Exception {
		weighed("Access", 100, "Quality", 100);
		agreed(List.of(1, 1), List.of(6, 4), List.of(4, 6));
		Document page = page("");
		assertThat(cells(page, "Ranking").stream().map((row) -> row.get(1)).toList()).containsExactly("1=", "1=", "3");
		assertThat(page.select(".nhsuk-inset-text")).isEmpty();
		assertThat(page.selectFirst(".app-robustness p").text()).isEqualTo(
				"Option 2: Joint commissioning and Option 3: Delegated commissioning lead together with a value of 5.00 "
						+ "out of 10, 4.00 points ahead of Option 1: Greater involvement, so the scores do not decide "
						+ "between them.");
		assertThat(cells(page("/sensitivity"), "Where the first place changes")).containsExactly(
				List.of("Access", "50.0%", "Option 3 as soon as it falls", "Option 2 as soon as it rises",
						"Option 3 at once"),
				List.of("Quality", "50.0%", "Option 2 as soon as it falls", "Option 3 as soon as it rises",
						"Option 2 at once"));
	}

	@Test
	void saysWhereEachWeightTurnsTheResultAndWhereItNeverDoes() throws Exception {
		usual();
		Document page = page("/sensitivity");
		assertThat(cells(page, "Where the first place changes")).containsExactly(
				List.of("Access", "50.0%", "Option 3 below 33.3%", "Never", "Option 3, 16.7 percentage points down"),
				List.of("Quality", "25.0%", "Never", "Option 3 above 36.8%", "Option 3, 11.8 percentage points up"),
				List.of("Reach", "25.0%", "Never", "Never", "Never"));
		assertThat(page.select("svg[aria-labelledby^=one-way] .app-chart__words").eachText()).containsExactly(
				"Option 3 below 33.3%.", "Option 3 above 36.8%.", "Never: Option 2 comes first at every weight.");
		assertThat(page.text())
			.contains("Option 2 and Option 3 lead together with equal weights. That changes the first place.")
			.contains("10,000 sets of weights")
			.contains("the seed 20150129");
	}

	@Test
	void aWeightMayTurnTheResultOnEachSide() throws Exception {
		weighed("Access", 100, "Quality", 100);
		agreed(List.of(10, 1), List.of(6, 6), List.of(1, 9));
		Document page = page("/sensitivity");
		assertThat(cells(page, "Where the first place changes").getFirst()).containsExactly("Access", "50.0%",
				"Option 3 below 37.5%", "Option 1 above 55.6%", "Option 1, 5.6 percentage points up");
		List<String> widths = page.select("svg[aria-labelledby^=one-way] rect.app-chart__part").eachAttr("width");
		assertThat(widths.subList(0, 3)).containsExactly("37.500%", "18.056%", "44.444%");
		assertThat(page.select("svg[aria-labelledby^=one-way] svg.app-chart__marker").eachAttr("x"))
			.containsExactly("50.000%", "50.000%");
	}

	@Test
	void oneWeightMayBeTheWhole() throws Exception {
		weighed("Access", 100, "Quality", 0);
		agreed(List.of(1, 1), List.of(6, 4), List.of(4, 6));
		assertThat(cells(page("/sensitivity"), "Where the first place changes")).containsExactly(
				List.of("Access", "100.0%", "Cannot be moved", "Cannot be moved", "Cannot be moved"),
				List.of("Quality", "0.0%", "Never", "Option 3 above 50.0%", "Option 3, 50.0 percentage points up"));
		assertThat(cells(page("/sensitivity"), "Without each criterion").getFirst()).containsExactly("Access",
				"No weight would be left");
	}

	@Test
	void oneCriterionAndOneOptionWillDo() throws Exception {
		within(() -> {
			for (String key : List.of("greater-involvement", "delegated")) {
				this.options.record(this.appraisal, key,
						new OptionStatement(Option.Standing.EXCLUDED, "Not wanted", null, null, null));
			}
		});
		weighed("Access", 100);
		within(() -> this.scored.agreed(this.appraisal, this.manager, Map.of("joint", List.of(0))));
		assertThat(page("").selectFirst(".app-robustness h2").text())
			.isEqualTo("Option 2: Joint commissioning is the only option");
		assertThat(cells(page("/sensitivity"), "Without each criterion").getFirst()).containsExactly("Access",
				"It is the only criterion");
		assertThat(cells(page("/cost"), "Cost a year").getFirst()).containsExactly("Option 2: Joint commissioning",
				"0.00", "Not known", "Not known", "Not known");
		page("/what-if");
	}

	@Test
	void theBaselineIsShownAndNotRanked() throws Exception {
		weighed("Access", 100);
		within(() -> this.scored.agreed(this.appraisal, this.manager, Map.of("greater-involvement", List.of(3), "joint",
				List.of(6), "delegated", List.of(5), Option.NO_CHANGE, List.of(10))));
		Document page = page("");
		assertThat(cells(page, "Ranking").getLast()).containsExactly("No change", "Not ranked", "10.00",
				"For comparison only");
		assertThat(page.selectFirst(".app-robustness h2").text()).startsWith("Option 2");
		assertThat(page.select("section:has(#dominance) li").eachText())
			.anyMatch((line) -> line.startsWith("No change"));
	}

	@Test
	void putsCostBesideBenefitAndAssumesNothing() throws Exception {
		usual();
		cost("greater-involvement", "0");
		cost("joint", "50000");
		Document page = page("/cost");
		assertThat(cells(page, "Cost a year")).containsExactly(
				List.of("Option 2: Joint commissioning", "7.00", "£50,000", "£7,142.86",
						"£16,666.67 for each of 3.00 extra points"),
				List.of("Option 3: Delegated commissioning", "6.25", "Not known", "Not known", "Not known"),
				List.of("Option 1: Greater involvement", "4.00", "£0", "Nothing: it costs nothing", "The cheapest"));
		assertThat(page.selectFirst(".app-robustness p").text()).isEqualTo(
				"Option 1: Greater involvement is the cheapest, at £0 a year, with 4.00 points. The cost of Option 3 is "
						+ "not known, and nothing is assumed for it.");
		cost("delegated", "64000.50");
		assertThat(page("/cost").select(".app-robustness li").eachText()).containsExactly(
				"Option 3: Delegated commissioning is dominated by Option 2: Joint commissioning, which costs £14,000.50 "
						+ "a year less and has a value 0.75 points higher.");
	}

	private void cost(String key, String pounds) {
		within(() -> this.options.record(this.appraisal, key, new OptionStatement(Option.Standing.SHORTLISTED, null,
				null, new BigDecimal(pounds), "Invented for the test")));
	}

	@Test
	void downloadsWhatThePagesShow() throws Exception {
		usual();
		String csv = new String(response("/results.csv").getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(csv.lines()).contains("1,Option 2: Joint commissioning,7.00,7,0.00,8,4.00,5,1.25,7,1.75,not known",
				"2,Option 3: Delegated commissioning,6.25,25/4,0.75,5,2.50,9,2.25,6,1.50,not known",
				",Raw weight,,,,100,,50,,50,,", ",Normalised weight,,,,50.0%,1/2,25.0%,1/4,25.0%,1/4,");
		String sensitivity = new String(response("/sensitivity.csv").getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(sensitivity.lines()).contains("Access,50.0%,1/2,Option 3 below 33.3%,1/3,Never,,Option 3 leads",
				"Quality,25.0%,1/4,Never,,Option 3 above 36.8%,7/19,Option 2 leads");
		for (String file : List.of("/results.xlsx", "/sensitivity.xlsx")) {
			MockHttpServletResponse response = response(file);
			assertThat(response.getStatus()).isEqualTo(200);
			try (ReadableWorkbook workbook = new ReadableWorkbook(
					new ByteArrayInputStream(response.getContentAsByteArray()))) {
				assertThat(workbook.getFirstSheet().read()).hasSizeGreaterThan(3);
			}
		}
	}

	@Test
	void triesOtherWeightsAndScoresWithoutKeepingAnything() throws Exception {
		usual();
		Document page = page("/what-if");
		assertThat(page.select("input[name^=w]").eachAttr("value")).containsExactly("100", "50", "50");
		assertThat(page.select("input[name^=s]")).hasSize(9);
		assertThat(page.selectFirst("[role=status]").text()).startsWith("These are the agreed weights and scores.");
		String of = page.selectFirst("input[name=of]").val();
		Findings before = Tenant.call(this.organisation.id(), () -> this.analysis.of(this.appraisal));
		Document tried = page("/what-if?of=" + of + "&w1=10&w2=90&w3=0&s1-2=10");
		assertThat(tried.select("input[name^=w]").eachAttr("value")).containsExactly("10", "90", "0");
		assertThat(tried.selectFirst("[role=status]").text())
			.isEqualTo("Option 1 would come first, by 0.80 points, instead of Option 2.");
		assertThat(cells(tried, "Agreed ranking")).containsExactly(
				List.of("Option 2: Joint commissioning", "1", "7.00", "3", "5.30", "1.70 less"),
				List.of("Option 3: Delegated commissioning", "2", "6.25", "2", "8.60", "2.35 more"),
				List.of("Option 1: Greater involvement", "3", "4.00", "1", "9.40", "5.40 more"));
		assertThat(Tenant.call(this.organisation.id(), () -> this.analysis.of(this.appraisal))).isEqualTo(before);
	}

	@Test
	void keepsWhatCannotBeTriedAndSaysWhatIsWrong() throws Exception {
		usual();
		String of = page("/what-if").selectFirst("input[name=of]").val();
		Document page = page("/what-if?of=" + of + "&w1=-1&w2=7.5&w3=101&s2-3=eleven&s1-1=");
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-summary li").eachText()).containsExactly(
				"The weight of Access must be a whole number from 0 to 100",
				"The weight of Quality must be a whole number from 0 to 100",
				"The weight of Reach must be a whole number from 0 to 100",
				"The score of Option 1 on Access must be a whole number from 0 to 10",
				"The score of Option 2 on Reach must be a whole number from 0 to 10");
		for (Element link : page.select(".nhsuk-error-summary a")) {
			assertThat(page.select(link.attr("href"))).hasSize(1);
		}
		assertThat(page.select("input[name^=w]").eachAttr("value")).containsExactly("-1", "7.5", "101");
		assertThat(page.selectFirst("details").hasAttr("open")).isTrue();
		assertThat(page.selectFirst("[role=status]").text()).isEqualTo("Correct what is marked to see the ranking.");

		assertThat(page("/what-if?of=" + of + "&w1=0&w2=0&w3=0").select(".nhsuk-error-summary li").eachText())
			.containsExactly("At least one weight must be above 0");
		assertThat(page("/what-if?of=" + of + "&w99=7&sx=7&w[<b>]=1&s9-9=1").select(".nhsuk-error-summary")).isEmpty();
		Document old = page("/what-if?of=stale&w1=1");
		assertThat(old.select(".nhsuk-error-summary li").text()).startsWith("The criteria or the options changed");
		assertThat(old.select("input[name^=w]").eachAttr("value")).containsExactly("100", "50", "50");
	}

	@Test
	void takesFourStatementsHoweverMuchThereIs() throws Exception {
		weighed("Access", 100);
		agreed(List.of(4), List.of(8), List.of(5));
		for (String address : List.of("", "/sensitivity", "/cost", "/what-if", "/results.csv")) {
			page("");
			assertThat(Statements.during(() -> response(address))).as(address).hasSize(4);
		}
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.appraisal = Tenant.call(this.organisation.id(), this.scored::started);
		within(() -> {
			for (int i = 0; i < 5; i++) {
				this.options.add(this.appraisal, "Shared lead practice " + i, "One practice leads", null);
			}
		});
		Object[] weights = new Object[20];
		for (int i = 0; i < 10; i++) {
			weights[2 * i] = "Criterion " + i;
			weights[2 * i + 1] = 100 - 7 * i;
		}
		weighed(weights);
		Map<String, List<Integer>> scores = new LinkedHashMap<>();
		Tenant.call(this.organisation.id(), () -> this.options.shortlist(this.appraisal))
			.forEach((option) -> scores.put(option.key(), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, scores.size())));
		within(() -> this.scored.agreed(this.appraisal, this.manager, scores));
		for (String address : List.of("", "/sensitivity", "/cost", "/what-if", "/results.csv")) {
			assertThat(Statements.during(() -> response(address))).as(address).hasSize(4);
		}
	}

}
