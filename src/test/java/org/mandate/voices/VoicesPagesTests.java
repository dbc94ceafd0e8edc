package org.mandate.voices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.access.Member;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.options.Option;
import org.mandate.options.OptionStatement;
import org.mandate.options.Options;
import org.mandate.voting.BallotKind;
import org.mandate.voting.BallotPlan;
import org.mandate.voting.Publication;
import org.mandate.voting.Publishing;
import org.mandate.voting.Rule;
import org.mandate.voting.Voting;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@MandateTest
class VoicesPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Voices voices;

	@Autowired
	private Voting voting;

	@Autowired
	private Trail trail;

	private OxfordshireDecision decision;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
	}

	@Test
	void saysThatNothingIsKnownBeforeAnythingIs() throws Exception {
		Document page = page("");
		assertThat(page.select(".app-voice__says").eachText()).containsOnly("Not yet known").hasSize(3);
		assertThat(page.selectFirst(".app-voices-said").text()).startsWith("Nothing to compare yet");
		assertThat(page.text()).contains("Not yet known: no ballot has closed.", "Not yet known: it is not recorded.",
				"the scoring is not complete");
	}

	@Test
	void setsTheMembersVoteBesideTheExecutivesView() throws Exception {
		this.decision.asked().voted();
		assertThat(save(typed()).getRedirectedUrl()).isEqualTo(base());
		assertThat(voices().sentence()).isEqualTo(
				"The members and the executive preferred Option 2: Joint commissioning; what the panel’s scores put first is not yet known.");
		save(with("option", "delegated", "version", "0"));
		Document page = page("");
		assertThat(page.selectFirst(".app-voices-said").text()).contains("The voices differ",
				"The members preferred Option 2: Joint commissioning, but the executive preferred Option 3: Delegated commissioning; what the panel’s scores put first is not yet known.");
		assertThat(page.select(".app-voice__says").eachText()).containsExactly("Option 2: Joint commissioning",
				"Option 3: Delegated commissioning", "Not yet known");
		assertThat(page.text()).contains("Held by OCCG Executive", "On 23 December 2014",
				"Source The paper, section 5.1");
	}

	@Test
	void tellsNobodyAResultThatIsKeptPrivate() throws Exception {
		this.decision.asked().voted();
		this.decision
			.within(() -> this.beans.getBean(Publishing.class).change(this.decision.appraisal, 1, Publication.PRIVATE));
		save(typed());
		for (Member who : List.of(this.decision.manager, this.decision.governor, this.decision.chair)) {
			Document page = page("", who);
			Document members = Jsoup.parse(page.select(".app-voice").getFirst().outerHtml());
			assertThat(members.text()).contains("Its result is kept to commissioning managers")
				.doesNotContain("Joint", "carried", "Option");
			assertThat(members.select("a")).isEmpty();
		}
		assertThat(voices().sentence()).isEqualTo(
				"The executive preferred Option 2: Joint commissioning; the result of the members’ vote is not out; what the panel’s scores put first is not yet known.");
		assertThat(voices().members().named()).isEmpty();
	}

	@Test
	void tellsNoResultWhileTheBallotIsOpen() throws Exception {
		this.decision.asked();
		this.decision.counted("south-west", OxfordshireDecision.southWest(9, 3));
		assertThat(voices().members().isUnknown()).isTrue();
		assertThat(page("").select(".app-voice").getFirst().text()).contains("Not yet known: ballot 1 is open.")
			.doesNotContain("Option 2");
	}

	@Test
	void heedsTheLatestBallotThatClosedAndNoneThatWasWithdrawn() {
		this.decision.asked().voted();
		int second = this.decision
			.within(() -> this.voting.setUp(this.decision.appraisal, new BallotPlan(BallotKind.REFERENDUM,
					"That we go on as we are", null, Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1")));
		assertThat(voices().members().heading()).isEqualTo("Option 2: Joint commissioning");
		this.decision.within(() -> this.voting.open(this.decision.appraisal, second, "The manager"));
		assertThat(voices().members().statement()).endsWith("Ballot 2 is open.");
		this.decision
			.within(() -> this.voting.close(this.decision.appraisal, second, "Nobody returned it", "The manager"));
		assertThat(voices().members().heading()).isEqualTo("Names no option");
		assertThat(voices().members().remark()).isEqualTo("the members did not carry the motion that was put to them");
		this.decision.within(() -> this.voting.withdraw(this.decision.appraisal, second, "Wrong", "The manager"));
		assertThat(voices().members().heading()).isEqualTo("Option 2: Joint commissioning");
		this.decision.within(() -> this.voting.withdraw(this.decision.appraisal, 1, "Wrong too", "The manager"));
		assertThat(voices().members().isUnknown()).isTrue();
	}

	@Test
	void saysThatTheMembersTurnedTheProposalDown() throws Exception {
		this.decision.asked();
		this.decision.within(() -> this.voting.close(this.decision.appraisal, 1, "Nobody returned it", "The manager"));
		save(typed());
		assertThat(voices().sentence()).startsWith("The executive preferred Option 2: Joint commissioning, but the "
				+ "members’ vote did not carry Option 2: Joint commissioning;");
		assertThat(voices().agreement()).isEqualTo(ThreeVoices.Agreement.DIFFER);
	}

	@Test
	void saysWhereTheOptionIsNoLongerOnTheShortlist() throws Exception {
		save(typed());
		this.decision.within(() -> this.beans.getBean(Options.class)
			.record(this.decision.appraisal, "joint",
					new OptionStatement(Option.Standing.WITHDRAWN, "No longer offered", null, null, null)));
		assertThat(page("").text()).contains("This option is not on the shortlist: it is withdrawn.");
		assertThat(save(with("version", "0", "text", "Still")).getRedirectedUrl()).isEqualTo(base());
	}

	@Test
	void saysWhatIsMissingBesideEachField() throws Exception {
		Document page = Jsoup.parse(save(Map.of("version", "-1")).getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-summary__list a").eachText()).containsExactly(
				"Choose the option that the executive prefers", "Enter the executive’s view and its reasons",
				"Enter who holds the view, such as the executive committee",
				"Enter the source, such as a paper and its section");
		for (String href : page.select(".nhsuk-error-summary__list a").eachAttr("href")) {
			assertThat(page.select(href)).as(href).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "option|surgery|Choose the option that the executive prefers",
			"text|'  '|Enter the executive’s view and its reasons",
			"heldOn.day|32|The date must be a real date, such as 23 12 2014, or left empty",
			"heldOn.month|''|The date must be a real date, such as 23 12 2014, or left empty",
			"heldOn.year|2999|The date must be today or earlier", "heldOn.year|0014|The date must be in 2000 or later",
			"heldOn.year|x|The date must be a real date, such as 23 12 2014, or left empty",
			"source|a\u0000b|The source must not contain characters that cannot be seen. Delete them, or type it again",
			"heldBy|a\u0007b|Who holds the view must not contain characters that cannot be seen. Delete them, or type it again" })
	void refusesWhatCannotBeAndKeepsIt(String field, String value, String message) throws Exception {
		MockHttpServletResponse response = save(with(field, value));
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.select(".nhsuk-error-summary__list li").eachText()).containsExactly(message);
		assertThat(page.select(".nhsuk-error-message").eachText()).containsExactly("Error: " + message);
		assertThat(voices().view()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "text,4000,The view", "heldBy,200,Who holds the view", "source,300,The source" })
	void refusesTextThatIsTooLong(String field, int most, String name) throws Exception {
		for (int length : List.of(most + 1, 1_000_000)) {
			Document page = Jsoup.parse(save(with(field, "x".repeat(length))).getContentAsString());
			assertThat(page.select(".nhsuk-error-summary__list li").eachText())
				.containsExactly("%s must be %,d characters or fewer".formatted(name, most));
		}
		assertThat(save(with(field, "x".repeat(most))).getRedirectedUrl()).isEqualTo(base());
	}

	@ParameterizedTest
	@ValueSource(strings = { "עברית", "𝒜 😀 𠮷", "<script>alert(1)</script>", "O’Neill & \"x\"", "no" })
	void keepsTextOfAnyScriptAsItIs(String text) throws Exception {
		save(with("text", text, "heldBy", text, "source", text));
		String html = perform(get(base()), this.decision.governor).getContentAsString();
		assertThat(html).doesNotContain("<script>alert");
		assertThat(Jsoup.parse(html).select(".app-voice__text").text()).isEqualTo(text);
	}

	@Test
	void recordsOnlyWhatChangesAndKeepsTheOldWords() throws Exception {
		save(typed());
		save(typed());
		assertThat(events()).hasSize(1);
		save(with("version", "0", "text", "Other words"));
		assertThat(events()).hasSize(2);
		assertThat(events().getFirst().details().get("before").toString()).contains("Joint commissioning protects");
	}

	@Test
	void showsBothVersionsToTheSecondOfTwoPeople() throws Exception {
		save(with("text", "Theirs"));
		Document page = Jsoup.parse(save(with("text", "Mine")).getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("saved this while you were working on it",
				"Theirs");
		assertThat(page.selectFirst("textarea[name=text]").text()).isEqualTo("Mine");
		String version = page.selectFirst("input[name=version]").val();
		assertThat(save(with("text", "Mine", "version", version)).getRedirectedUrl()).isEqualTo(base());
		assertThat(Objects.requireNonNull(voices().view()).statement().text()).isEqualTo("Mine");
	}

	@Test
	void tellsTheTaskListWhetherTheViewIsRecorded() throws Exception {
		String tasks = base().replace("/voices", "");
		assertThat(text(tasks)).contains("Record the executive’s view Incomplete");
		save(typed());
		assertThat(text(tasks)).contains("Record the executive’s view Held by OCCG Executive Completed");
	}

	@Test
	void asksTheDatabaseAsOftenForManyBallotsAsForOne() throws Exception {
		this.decision.asked().voted();
		save(typed());
		int few = Statements.during(() -> page("")).size();
		assertThat(few).isLessThanOrEqualTo(10);
		for (int i = 0; i < 4; i++) {
			this.decision.within(() -> this.voting.setUp(this.decision.appraisal, new BallotPlan(BallotKind.CHOOSE,
					"Which?", null, Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1")));
		}
		assertThat(Statements.during(() -> page(""))).hasSize(few);
	}

	private static Map<String, String> typed() {
		return with();
	}

	private static Map<String, String> with(String... others) {
		return Pages
			.with(Map.of("option", "joint", "text", "Joint commissioning protects the sustainability of primary care",
					"heldBy", "OCCG Executive", "heldOn.day", "23", "heldOn.month", "12", "heldOn.year", "2014",
					"source", "The paper, section 5.1", "version", "-1"), others);
	}

	private MockHttpServletResponse save(Map<String, String> form) throws Exception {
		MockHttpServletRequestBuilder request = post(base() + "/executive");
		form.forEach(request::param);
		MockHttpServletResponse response = perform(request.with(csrf()), this.decision.manager);
		assertThat(response.getStatus()).isIn(200, 302, 303);
		return response;
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Member who) throws Exception {
		return this.mvc.perform(request.with(as(who))).andReturn().getResponse();
	}

	private Document page(String address) throws Exception {
		return page(address, this.decision.manager);
	}

	private Document page(String address, Member who) throws Exception {
		MockHttpServletResponse response = perform(get(base() + address), who);
		assertThat(response.getStatus()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private String text(String address) throws Exception {
		return Jsoup.parse(perform(get(address), this.decision.manager).getContentAsString()).text();
	}

	private ThreeVoices voices() {
		return this.decision.within(() -> this.voices.of(this.decision.appraisal));
	}

	private List<Trail.Entry> events() {
		return this.decision.within(() -> this.trail.events(this.decision.appraisal.id().id(), 0, 100)
			.stream()
			.filter((event) -> event.action().startsWith("executive-view"))
			.toList());
	}

	private String base() {
		return this.decision.base() + "/voices";
	}

}
