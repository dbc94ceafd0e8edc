package org.mandate.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.access.Member;
import org.mandate.considerations.StatementText;
import org.mandate.considerations.Subject;
import org.mandate.database.Statements;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;
import org.mandate.meetings.MeetingId;
import org.mandate.meetings.TestMeetings;
import org.mandate.recommendations.RecommendationText;
import org.mandate.recommendations.Recommendations;
import org.mandate.risks.RiskStatement;
import org.mandate.risks.Risks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@MandateTest
class SearchPagesTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Recommendations recommendations;

	private OxfordshireDecision decision;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans).compared();
	}

	private Document found(String words) throws Exception {
		return found(words, this.decision.governor);
	}

	private Document found(String words, Member reader) throws Exception {
		return found(words, reader, "", "1");
	}

	private Document found(String words, Member reader, String in, String page) throws Exception {
		MockHttpServletResponse response = this.mvc
			.perform(get("/" + this.decision.organisation.slug() + "/search").with(as(reader))
				.param("q", words)
				.param("in", in)
				.param("page", page))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(words).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private static List<String> titles(Document page, String kind) {
		return page.select("section[aria-labelledby=" + kind + "] .app-hit > a").eachText();
	}

	private void begin(String wording) {
		this.decision.within(() -> {
			this.recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint",
					this.decision.manager);
			this.recommendations.revise(this.decision.appraisal.id(), 1,
					new RecommendationText("joint", "in a year", null, wording, "Because of the hawthorn hedge"),
					this.decision.manager);
		});
	}

	private MeetingId resolved() {
		this.decision.within(
				() -> this.recommendations.put(this.decision.appraisal, 2, "The rest follows", this.decision.manager));
		TestMeetings body = new TestMeetings(this.beans, this.decision.organisation, "Governing Body").withFive();
		MeetingId id = body.opened(LocalDate.of(2015, 1, 29),
				TestMeetings.recommendation(this.decision.appraisal.id()));
		body.left(id, 1, TestMeetings.approved()).closed(id, null, this.decision.manager);
		return id;
	}

	private void said(Subject subject, String text) {
		this.decision.within(() -> this.beans.getBean(org.mandate.considerations.Statements.class)
			.record(this.decision.appraisal, subject, new StatementText(true, text, "The test")));
	}

	@Test
	void findsAnAppraisalByItsYearAndWhatIsRecordedInIt() throws Exception {
		assertThat(titles(found("2015/16"), "appraisals")).first().isEqualTo("Appraisal for 2015/16");
		assertThat(titles(found("2015-16"), "appraisals")).first().isEqualTo("Appraisal for 2015/16");
		assertThat(titles(found("OPCLIS"), "appraisals")).containsExactly("What we do today, 2015/16");
		this.decision.within(() -> this.beans.getBean(Risks.class)
			.add(this.decision.appraisal, new RiskStatement("delegated", "Brambles", "They overgrow the budget", null,
					null, null, null, "The test")));
		said(Subject.LEGAL, "The brambles are protected by law");
		Document page = found("bramble");
		assertThat(titles(page, "appraisals")).containsExactlyInAnyOrder("Risk 1: Brambles, 2015/16",
				"Implications: Legal, 2015/16");
		assertThat(page.select(".app-hit > a").eachAttr("href")).contains(this.decision.base() + "/risks/1",
				this.decision.base() + "/implications");
		assertThat(page.select("mark").eachText()).contains("brambles");
	}

	@Test
	void findsADraftAndThenTheSealedPaper() throws Exception {
		begin("OCCG wishes to plant hedgerows");
		assertThat(titles(found("hedgerow"), "papers")).containsExactly("Recommendation for 2015/16, version 2");
		resolved();
		Document page = found("hedgerow");
		assertThat(titles(page, "papers")).containsExactly("Sealed paper 1 for 2015/16");
		assertThat(page.select(".app-hit > a").eachAttr("href")).contains(this.decision.base() + "/papers/1");
		assertThat(titles(page, "decisions"))
			.containsExactly("2015-001 Co-commissioning, Governing Body, 29 January 2015");
		assertThat(page.select("mark").eachText()).contains("hedgerows");
		assertThat(found("hawthorn").select(".app-hit__extract").text()).contains("hawthorn hedge").doesNotContain("{");
	}

	@Test
	void findsAPracticeByItsCodeOrAnyPartOfItsName() throws Exception {
		this.decision.asked();
		assertThat(titles(found("k00000"), "practices")).containsExactly("North practice 0 (K00000)");
		assertThat(titles(found("K0001"), "practices")).hasSize(10);
		assertThat(titles(found("orth East practice 3"), "practices"))
			.containsExactly("North East practice 3 (K00016)");
		Document all = found("practice");
		assertThat(titles(all, "practices")).hasSize(20);
		Element more = all.select("section[aria-labelledby=practices] > p a").first();
		assertThat(more.text()).isEqualTo("More of practices");
		assertThat(more.attr("href")).endsWith("/search?q=practice&in=practices&page=2");
		assertThat(titles(found("practice", this.decision.governor, "practices", "4"), "practices")).hasSize(20);
		assertThat(found("practice", this.decision.governor, "practices", "4").text()).doesNotContain("More of");
		assertThat(found("practice", this.decision.governor, "practices", "5").text()).contains("Nothing found");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "``|are looked through. Votes are not", "`   `|are looked through. Votes are not",
					"the|There is no word to look for", "of the and|There is no word to look for",
					"%|There is no word to look for", "???|There is no word to look for", "xyzzyx|Nothing found",
					"'|There is no word to look for", "\"|There is no word to look for",
					"\"joint xyzzyx\"|Nothing found", "':*|There is no word to look for",
					"!|There is no word to look for", "xyzzyx & !|Nothing found", "\\|There is no word to look for" })
	void saysSomethingUseful(String words, String says) throws Exception {
		Document page = found(words);
		assertThat(page.select("main").text()).contains(says);
		assertThat(page.select("main input[name=q]").val()).isEqualTo(words.strip());
	}

	@Test
	void cutsWhatIsTooLongAndSaysSo() throws Exception {
		Document page = found("hedge ".repeat(50));
		assertThat(page.text()).contains("Only the first 200 characters were looked for");
		assertThat(page.select("main input[name=q]").val()).hasSizeLessThanOrEqualTo(200);
		found("𠮷".repeat(150_000));
		found("a\u0000b\u001bc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hedgerows", "hedge", "\"plant hedgerows\"", "wishes hedg", "HEDGEROWS plant",
			"hedgerow or xyzzyx", "hedgerow -xyzzyx" })
	void understandsWordsTheirBeginningsAndPhrases(String words) throws Exception {
		begin("OCCG wishes to plant hedgerows");
		assertThat(titles(found(words), "papers")).hasSize(1);
		if (!words.contains(" or ")) {
			assertThat(titles(found(words + " -plant"), "papers")).isEmpty();
		}
	}

	@Test
	void showsMarkupAsText() throws Exception {
		begin("A 1 < 2 hedge & <img src=x onerror=alert(1)> <mark>of beech</mark> &lt;b&gt;");
		Document page = found("hedge");
		assertThat(page.select("main script, main img, main b, main svg")).isEmpty();
		assertThat(page.select(".app-hit__extract").text()).contains("1 < 2 hedge &").contains("of beech", "&lt;b&gt;");
		assertThat(page.select("main mark").eachText()).containsOnly("hedge");
		assertThat(found("<script>alert(1)</script>").select("main script")).isEmpty();
	}

	@Test
	void findsNothingOfAnotherOrganisation() throws Exception {
		begin("OCCG wishes to plant hedgerows");
		resolved();
		this.decision.asked();
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		for (String words : List.of("hedgerow", "K00000", "North practice")) {
			Document page = Jsoup.parse(this.mvc
				.perform(get("/" + other.organisation.slug() + "/search").with(as(other.manager)).param("q", words))
				.andReturn()
				.getResponse()
				.getContentAsString());
			assertThat(page.text()).contains("Nothing found");
		}
	}

	@Test
	void tellsNothingOfAnOpenBallot() throws Exception {
		this.decision.asked();
		this.decision.counted("south-west", OxfordshireDecision.southWest(9, 3));
		assertThat(found("9 joint", this.decision.manager).select(".app-hit a").eachAttr("href"))
			.noneMatch((href) -> href.contains("ballots"));
		assertThat(found("south-west return").text()).doesNotContain("Agree with");
	}

	@Test
	void leavesOutWhatAReaderIsAskedAboutFirst() throws Exception {
		begin("OCCG wishes to plant hedgerows");
		this.decision
			.within(() -> this.beans.getBean(Interests.class)
				.declare(UUID.randomUUID(),
						new InterestStatement("Governing body member", InterestType.FINANCIAL, null,
								"A nursery of hedges", LocalDate.of(2014, 1, 1), null, null, null),
						this.decision.governor));
		Document page = found("hedgerow");
		assertThat(titles(page, "papers")).isEmpty();
		assertThat(page.text()).contains("The recommendation and papers for 2015/16 were left out");
		assertThat(page.select("a:contains(say first whether)").attr("href"))
			.isEqualTo(this.decision.base() + "/recommendation");
		assertThat(titles(found("hedgerow", this.decision.manager), "papers")).hasSize(1);
	}

	@Test
	void asksTheDatabaseAsOftenForMuchAsForLittle() throws Exception {
		begin("OCCG wishes to plant hedgerows");
		int little = Statements.during(() -> found("hedgerow")).size();
		for (int i = 0; i < 30; i++) {
			int number = i;
			this.decision.within(() -> this.beans.getBean(Risks.class)
				.add(this.decision.appraisal, new RiskStatement("delegated", "Hedgerow " + number, "It grows", null,
						null, null, null, "The test")));
		}
		resolved();
		assertThat(Statements.during(() -> found("hedgerow"))).hasSize(little).hasSizeLessThanOrEqualTo(9);
		assertThat(titles(found("hedgerow"), "appraisals")).hasSize(20);
		assertThat(titles(found("hedgerow", this.decision.governor, "appraisals", "2"), "appraisals")).hasSize(10);
	}

	@Test
	void standsInTheHeaderOfEveryPageOfAMember() throws Exception {
		Document home = Jsoup
			.parse(this.mvc.perform(get("/" + this.decision.organisation.slug()).with(as(this.decision.governor)))
				.andReturn()
				.getResponse()
				.getContentAsString());
		assertThat(home.select("header form[action$=/search] input[name=q]")).hasSize(1);
		assertThat(found("x").select("header form[action$=/search]")).isEmpty();
		assertThat(this.mvc.perform(get("/" + this.decision.organisation.slug() + "/sign-in"))
			.andReturn()
			.getResponse()
			.getContentAsString()).doesNotContain("search-everything");
	}

}
