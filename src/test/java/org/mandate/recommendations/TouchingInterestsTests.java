package org.mandate.recommendations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Who sits on the governing body is told that their interests may touch a recommendation
 * before they open it, and that is recorded.
 */
@MandateTest
class TouchingInterestsTests {

	private static final String WORDS = "Partner of Invented Practice";

	private static final List<String> OPENED = List.of("/recommendation", "/recommendation/versions/1", "/paper",
			"/papers/1");

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Interests interests;

	@Autowired
	private Recommendations recommendations;

	@Autowired
	private TouchingInterests touching;

	private OxfordshireDecision decision;

	private Member governor;

	private String asking;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		this.governor = this.decision.governor;
		this.asking = this.decision.base() + "/recommendation/interests";
	}

	private Member person(Role role) {
		return this.beans.getBean(TestOrganisations.class).person(this.decision.organisation, role, null);
	}

	private static InterestStatement says(String description) {
		return new InterestStatement("Member", InterestType.FINANCIAL, null, description, LocalDate.of(2014, 4, 1),
				null, "CANARY-mitigation", "CANARY-refusal");
	}

	private UUID declared(Member holder, String description) {
		UUID key = UUID.randomUUID();
		this.decision.within(() -> this.interests.declare(key, says(description), holder));
		return key;
	}

	private void changed(UUID interest, int seen, InterestStatement statement) {
		this.decision
			.within(() -> this.interests.change(interest, seen, statement, LocalDate.of(2015, 1, 1), this.governor));
	}

	private void begun() {
		this.decision.within(() -> this.recommendations.begin(this.decision.appraisal,
				Recommendations.Source.CHOSEN_MODEL, "joint", this.decision.manager));
	}

	private void resolved() {
		this.decision.within(() -> {
			int version = this.recommendations.current(this.decision.appraisal.id()).orElseThrow().version().number();
			this.recommendations.put(this.decision.appraisal, version, "The rest follows at the meeting",
					this.decision.manager);
			this.recommendations.resolve(this.decision.appraisal,
					new Resolution.Minute(Decision.APPROVED, null, LocalDate.of(2015, 1, 29), 12, 0, 1, null,
							new Resolution.Meeting(UUID.randomUUID(), UUID.randomUUID(), "An item of a meeting."),
							true),
					this.decision.chair);
		});
	}

	private MockHttpServletResponse opened(String path, Member member) throws Exception {
		return this.mvc.perform(get(path).with(as(member))).andReturn().getResponse();
	}

	private Document page(String path, Member member) throws Exception {
		MockHttpServletResponse response = opened(path, member);
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private MockHttpServletResponse sent(Map<String, String> form, Member member) throws Exception {
		MockHttpServletRequestBuilder request = post(this.asking).with(as(member)).with(csrf());
		form.forEach(request::param);
		return this.mvc.perform(request).andReturn().getResponse();
	}

	/** The form of the page, with answers in its order. */
	private Map<String, String> form(String then, Member member, String... answers) throws Exception {
		Document page = page(this.asking + "?then=" + then, member);
		Map<String, String> form = new LinkedHashMap<>();
		for (Element field : page.select("main form input[type=hidden]")) {
			form.put(field.attr("name"), field.val());
		}
		for (int i = 0; i < answers.length; i++) {
			form.put("answers[" + i + "].touches", answers[i]);
		}
		return form;
	}

	private void answered(Member member, String... answers) throws Exception {
		assertThat(sent(form("paper", member, answers), member).getRedirectedUrl())
			.isEqualTo(this.decision.base() + "/paper");
	}

	private void isAsked(String path, Member member) throws Exception {
		MockHttpServletResponse response = opened(this.decision.base() + path, member);
		assertThat(response.getRedirectedUrl()).as(path)
			.isEqualTo(this.asking + "?then=" + URLEncoder.encode(path.substring(1), StandardCharsets.UTF_8));
		assertThat(response.getContentAsString()).isEmpty();
	}

	private void isNotAsked(Member member) throws Exception {
		for (String path : OPENED) {
			page(this.decision.base() + path, member);
		}
	}

	private static List<String> problems(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).isEqualTo(200);
		Document page = Jsoup.parse(response.getContentAsString());
		page.select(".nhsuk-error-summary a")
			.forEach((link) -> assertThat(page.select(link.attr("href"))).as(link.text()).hasSize(1));
		assertThat(page.select(".nhsuk-error-message")).hasSameSizeAs(page.select(".nhsuk-error-summary a"));
		return page.select(".nhsuk-error-summary a").eachText();
	}

	@ParameterizedTest
	@EnumSource(names = { "GOVERNING_BODY_MEMBER", "CHAIR" })
	void tellsThoseWhoDecideBeforeTheyOpenAnything(Role role) throws Exception {
		Member member = person(role);
		declared(member, WORDS);
		begun();
		resolved();
		for (String path : OPENED) {
			isAsked(path, member);
		}
		Document asked = page(this.asking + "?then=papers/1", member);
		assertThat(asked.select("main").text())
			.contains(WORDS, "Does it touch this recommendation?", "You are asked so that the record shows")
			.doesNotContain("OCCG wishes");
		assertThat(asked.select("input[type=radio]")).hasSize(2);
		assertThat(asked.select("input[checked]")).isEmpty();
		assertThat(sent(form("papers/1", member, "yes"), member).getRedirectedUrl())
			.isEqualTo(this.decision.base() + "/papers/1");
		isNotAsked(member);
	}

	@Test
	void tellsADirectorAndAChair() throws Exception {
		Member director = this.decision.within(() -> this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.LOCALITY_DIRECTOR,
					this.beans.getBean(org.mandate.organisations.Organisations.class).addLocality("North", null).id()));
		declared(director, WORDS);
		declared(this.decision.chair, WORDS);
		begun();
		isAsked("/recommendation", director);
		isAsked("/recommendation", this.decision.chair);
	}

	@Test
	void asksNobodyWithoutAnInterestAndNobodyWhoDoesNotDecide() throws Exception {
		begun();
		resolved();
		isNotAsked(this.governor);
		assertThat(opened(this.asking, this.governor).getRedirectedUrl())
			.isEqualTo(this.decision.base() + "/recommendation");
		for (Role role : List.of(Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR, Role.CONFLICTS_GUARDIAN,
				Role.ACCOUNTABLE_OFFICER)) {
			Member member = person(role);
			declared(member, WORDS);
			isNotAsked(member);
			assertThat(opened(this.asking, member).getStatus()).isEqualTo(403);
		}
		UUID ended = declared(this.governor, WORDS);
		changed(ended, 1, says(WORDS).ended(LocalDate.of(2015, 1, 1)));
		isNotAsked(this.governor);
	}

	@Test
	void asksNobodyWhileThereIsNoRecommendation() throws Exception {
		declared(this.governor, WORDS);
		page(this.decision.base() + "/recommendation", this.governor);
		page(this.decision.base() + "/paper", this.governor);
		assertThat(opened(this.asking, this.governor).getStatus()).isEqualTo(404);
		assertThat(sent(Map.of(), this.governor).getStatus()).isEqualTo(404);
	}

	@Test
	void saysBesideEachWhatIsMissingAndKeepsWhatWasChosen() throws Exception {
		declared(this.governor, WORDS);
		declared(this.governor, "Another");
		begun();
		assertThat(problems(sent(form("paper", this.governor), this.governor))).containsExactly(
				"Choose Yes if interest 1 touches the recommendation, or No",
				"Choose Yes if interest 2 touches the recommendation, or No");
		MockHttpServletResponse half = sent(form("paper", this.governor, "no", "perhaps"), this.governor);
		assertThat(problems(half)).containsExactly("Choose Yes if interest 2 touches the recommendation, or No");
		Document page = Jsoup.parse(half.getContentAsString());
		assertThat(page.select("input[checked]").eachAttr("name")).containsExactly("answers[0].touches");
		assertThat(page.select("input[checked]").val()).isEqualTo("no");
		assertThat(page.select("input[name=then]").val()).isEqualTo("paper");
		assertThat(page.title()).startsWith("Error: ");
		assertThat(problems(sent(Map.of(), this.governor))).hasSize(2);
		isAsked("/recommendation", this.governor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//example.org", "https://example.org/paper", "../../../interests", "paper/../../x",
			"papers/0", "papers/1/../../x", "papers/1\r\nLocation: x", "recommendation/draft", "\\\\example.org" })
	void leadsNowhereElse(String then) throws Exception {
		begun();
		assertThat(opened(
				this.asking + "?then=" + java.net.URLEncoder.encode(then, java.nio.charset.StandardCharsets.UTF_8),
				this.governor)
			.getRedirectedUrl()).isEqualTo(this.decision.base() + "/recommendation");
		declared(this.governor, WORDS);
		Map<String, String> form = form("paper", this.governor, "yes");
		form.put("then", then);
		assertThat(sent(form, this.governor).getRedirectedUrl()).isEqualTo(this.decision.base() + "/recommendation");
	}

	@ParameterizedTest
	@CsvSource({ "recommendation", "recommendation/versions/1", "paper", "papers/12" })
	void leadsWhereTheyWanted(String then) throws Exception {
		begun();
		declared(this.governor, WORDS);
		assertThat(sent(form(then, this.governor, "no"), this.governor).getRedirectedUrl())
			.isEqualTo(this.decision.base() + "/" + then);
	}

	@Test
	void recordsWhatWasSaidOnceWithoutTheWordsOfTheInterest() throws Exception {
		UUID first = declared(this.governor, WORDS);
		UUID second = declared(this.governor, "CANARY-second");
		begun();
		Map<String, String> form = form("paper", this.governor, "yes", "no");
		assertThat(AtOnce.times(6, () -> sent(form, this.governor).getStatus())).containsOnly(303);
		List<Trail.Entry> events = this.decision.events("recommendation.interests-told");
		assertThat(events).singleElement().satisfies((event) -> {
			assertThat(event.summary()).isEqualTo(
					"Was told, before opening recommendation 1, that interests may touch it, and said that 1 of 2 does");
			assertThat(event.details().toString()).contains(first.toString(), second.toString())
				.doesNotContain(WORDS, "CANARY");
		});
		assertThat(page(this.decision.base() + "/history", this.decision.manager).text()).contains("Was told, before")
			.doesNotContain(WORDS, "CANARY");
		assertThat(this.decision.within(() -> this.touching.of(this.decision.appraisal.id())))
			.allSatisfy((answer) -> assertThat(answer.person()).isEqualTo(this.governor.id()))
			.extracting(TouchingInterests.Answer::interest, TouchingInterests.Answer::version,
					TouchingInterests.Answer::touches)
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(first, 1, true),
					org.assertj.core.groups.Tuple.tuple(second, 1, false));
	}

	@Test
	void isOnlyEverAddedTo() throws Exception {
		UUID interest = declared(this.governor, WORDS);
		begun();
		answered(this.governor, "yes");
		assertThat(page(this.asking, this.governor).select("input[checked]").val()).isEqualTo("yes");
		answered(this.governor, "no");
		answered(this.governor, "no");
		assertThat(this.decision.events("recommendation.interests-told")).hasSize(2);
		assertThat(this.decision.within(() -> this.touching.of(this.decision.appraisal.id()))).singleElement()
			.satisfies((answer) -> assertThat(answer.touches()).isFalse());
		JdbcClient jdbc = this.beans.getBean(JdbcClient.class);
		this.decision.within(() -> this.beans.getBean(TransactionTemplate.class).executeWithoutResult((status) -> {
			assertThat(jdbc.sql("select touches from touching_interest where interest_id = ? order by position")
				.param(interest)
				.query(Boolean.class)
				.list()).containsExactly(true, false);
			assertThat(jdbc
				.sql("select has_table_privilege('mandate_app', 'touching_interest', 'update, delete, truncate')")
				.query(Boolean.class)
				.single()).isFalse();
		}));
	}

	@Test
	void asksAgainOfAnInterestThatChangedAndOfAnotherRecommendation() throws Exception {
		UUID first = declared(this.governor, WORDS);
		declared(this.governor, "Another");
		begun();
		answered(this.governor, "yes", "no");
		changed(first, 1, says("Partner of two practices"));
		isAsked("/paper", this.governor);
		Document page = page(this.asking, this.governor);
		assertThat(page.text()).contains("Partner of two practices");
		assertThat(page.select("input[checked]").eachAttr("name")).containsExactly("answers[1].touches");
		answered(this.governor, "no", "no");
		declared(this.governor, "A third");
		isAsked("/paper", this.governor);
		answered(this.governor, "no", "no", "no");
		resolved();
		isNotAsked(this.governor);
		begun();
		isAsked("/papers/1", this.governor);
		assertThat(page(this.asking, this.governor).select("input[checked]")).isEmpty();
		answered(this.governor, "no", "yes", "no");
		assertThat(this.decision.events("recommendation.interests-told").getFirst().summary())
			.contains("recommendation 2");
	}

	@Test
	void takesNoAnswerForWordsThatWereNotRead() throws Exception {
		UUID first = declared(this.governor, WORDS);
		begun();
		Map<String, String> form = form("paper", this.governor, "no");
		changed(first, 1, says("Partner of two practices"));
		MockHttpServletResponse response = sent(form, this.governor);
		assertThat(problems(response))
			.containsExactly("You changed this interest meanwhile. Read it as it is now, and choose Yes or No");
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.text()).contains("Partner of two practices");
		assertThat(page.select("input[checked]")).isEmpty();
		assertThat(page.select("input[name='answers[0].version']").val()).isEqualTo("2");
		assertThat(this.decision.events("recommendation.interests-told")).isEmpty();
		assertThat(this.decision.within(() -> this.touching.answer(this.decision.appraisal,
				Map.of(first, new TouchingInterests.Said(1, true)), this.governor)))
			.isFalse();
		assertThat(this.decision.events("recommendation.interests-told")).isEmpty();
	}

	@Test
	void showsWhoWasToldAndTheWordsOnlyToThoseWhoMaySeeThem() throws Exception {
		declared(this.governor, WORDS);
		declared(this.governor, "Another");
		begun();
		String recommendation = this.decision.base() + "/recommendation";
		assertThat(page(recommendation, this.decision.manager).select("#told")).isEmpty();
		answered(this.governor, "yes", "no");
		for (Member reader : List.of(this.decision.manager, this.decision.chair)) {
			assertThat(page(recommendation, reader).select("section:has(#told) tbody tr").text())
				.contains("The Governing body member", "1 of 2 interests")
				.doesNotContain(WORDS, "Another", "Change what you said");
		}
		assertThat(page(recommendation, person(Role.CONFLICTS_GUARDIAN)).select("section:has(#told) tbody").text())
			.contains("1 of 2 interests", "Touches it: " + WORDS, "Does not: Another")
			.doesNotContain("CANARY");
		Document own = page(recommendation, this.governor);
		assertThat(own.select("section:has(#told) tbody tr").text()).contains("You", "Touches it: " + WORDS);
		assertThat(own.select("section:has(#told) a").attr("href")).isEqualTo(this.asking);
		assertThat(page(recommendation, person(Role.GOVERNING_BODY_MEMBER)).select("#told")).isEmpty();
		assertThat(page(recommendation, person(Role.ADMINISTRATOR)).select("#told")).isEmpty();
	}

	@Test
	void staysWithinTheOrganisation() throws Exception {
		UUID interest = declared(this.governor, WORDS);
		begun();
		answered(this.governor, "yes");
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		for (String path : List.of(this.asking, this.decision.base() + "/recommendation",
				this.decision.base() + "/paper")) {
			assertThat(opened(path, other.governor).getStatus()).as(path).isEqualTo(404);
		}
		assertThat(sent(Map.of("answers[0].interest", interest.toString(), "answers[0].version", "1",
				"answers[0].touches", "no"), other.governor)
			.getStatus()).isEqualTo(404);
		other.within(() -> {
			this.recommendations.begin(other.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", other.manager);
			assertThat(this.touching.of(this.decision.appraisal.id())).isEmpty();
			assertThat(this.touching.answer(other.appraisal, Map.of(interest, new TouchingInterests.Said(1, false)),
					other.governor))
				.isTrue();
			assertThat(this.touching.of(other.appraisal.id())).isEmpty();
		});
		assertThat(this.decision.within(() -> this.touching.of(this.decision.appraisal.id()))).singleElement()
			.satisfies((answer) -> assertThat(answer.touches()).isTrue());
	}

	@Test
	void addsAFixedNumberOfStatementsToAPage() throws Exception {
		begun();
		resolved();
		String paper = this.decision.base() + "/papers/1";
		int manager = Statements.during(() -> page(paper, this.decision.manager)).size();
		assertThat(Statements.during(() -> page(paper, this.governor))).hasSize(manager + 1);
		for (int i = 0; i < 3; i++) {
			declared(this.governor, WORDS + i);
		}
		assertThat(Statements.during(() -> isAsked("/papers/1", this.governor))).hasSize(3);
		assertThat(Statements.during(() -> page(this.asking, this.governor))).hasSize(4);
		answered(this.governor, "yes", "no", "no");
		assertThat(Statements.during(() -> page(paper, this.governor))).hasSize(manager + 3);
		String recommendation = this.decision.base() + "/recommendation";
		Member guardian = person(Role.CONFLICTS_GUARDIAN);
		List<String> few = Statements.during(() -> page(recommendation, guardian));
		declared(this.decision.chair, WORDS);
		answered(this.decision.chair, "yes");
		assertThat(Statements.during(() -> page(recommendation, guardian))).hasSameSizeAs(few)
			.hasSizeLessThanOrEqualTo(9);
	}

}
