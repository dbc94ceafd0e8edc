package org.mandate.recommendations;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@MandateTest
class RecommendationPagesTests {

	private static final String WORDING = "OCCG wishes to opt for a joint commissioning approach";

	private static final Map<String, String> SUBMISSION = Map.of("basis", "1", "reason",
			"What is missing is told at the meeting");

	private static final Resolution.Meeting MEETING = new Resolution.Meeting(UUID.randomUUID(), UUID.randomUUID(),
			"Governing Body, 29 January 2015, item 1. Alex Ash presided. Took part in the decision: Alex Ash.");

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	private OxfordshireDecision decision;

	private String address;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		this.address = this.decision.base() + "/recommendation";
	}

	private Document page(String path, Member member) throws Exception {
		return new Pages(this.mvc, member).page(this.address + path);
	}

	private ResultActions send(String path, Member member, Map<String, String> fields) throws Exception {
		MockHttpServletRequestBuilder request = post(this.address + path).with(as(member)).with(csrf());
		fields.forEach(request::param);
		return this.mvc.perform(request);
	}

	private Document refused(String path, Member member, Map<String, String> fields) throws Exception {
		Document page = Jsoup.parse(
				send(path, member, fields).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-summary a")).isNotEmpty();
		page.select(".nhsuk-error-summary a")
			.forEach((link) -> assertThat(page.select(link.attr("href"))).as(link.text()).isNotEmpty());
		return page;
	}

	private static Map<String, String> text() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("basis", "1");
		fields.put("model", "joint");
		fields.put("wording", "Our own words");
		fields.put("review", "in a year");
		fields.put("rationale", "");
		return fields;
	}

	private void resolved(Member by) {
		this.decision
			.within(() -> this.beans.getBean(Recommendations.class)
				.resolve(
						this.decision.appraisal, new Resolution.Minute(Decision.APPROVED, null,
								LocalDate.of(2015, 1, 29), 12, 0, 1, null, MEETING, by.equals(this.decision.chair)),
						by));
	}

	private static Map<String, String> with(Map<String, String> fields, String field, String value) {
		fields.put(field, value);
		return fields;
	}

	private void begun() throws Exception {
		send("/draft", this.decision.manager, Map.of("source", "CHOSEN_MODEL", "model", "joint"))
			.andExpect(redirectedUrl(this.address + "/draft"));
	}

	private void put() throws Exception {
		begun();
		send("/submission", this.decision.manager, SUBMISSION).andExpect(redirectedUrl(this.address));
	}

	@Test
	void takesTheDecisionFromTheVoteToTheSealedPaper() throws Exception {
		this.decision.asked().voted();
		assertThat(page("", this.decision.governor).text()).contains("Nothing is recommended yet");
		Document empty = page("", this.decision.manager);
		assertThat(empty.text()).contains("The record proposes Joint commissioning");
		assertThat(empty.select("form[action$=/draft] button").text()).isEqualTo("Draft from the record");
		send("/draft", this.decision.manager, Map.of("source", "RECORD"))
			.andExpect(redirectedUrl(this.address + "/draft"));
		assertThat(page("/draft", this.decision.manager).select("textarea[name=wording]").val()).startsWith(WORDING);
		send("/submission", this.decision.manager, SUBMISSION).andExpect(redirectedUrl(this.address));
		for (Member leading : List.of(this.decision.chair, this.decision.manager)) {
			assertThat(page("", leading).select(".app-next a").attr("href"))
				.isEqualTo("/" + this.decision.organisation.slug() + "/meetings");
		}
		assertThat(page("", this.decision.governor).text()).contains("resolves on it at a meeting")
			.doesNotContain("Put it on the agenda");
		resolved(this.decision.chair);
		Document sealed = page("", this.decision.governor);
		assertThat(sealed.text()).contains("Approved", "12 for, 0 against, 1 abstained", "29 January 2015")
			.doesNotContain("on behalf");
		assertThat(sealed.select("a[href$=/papers/1]")).hasSize(1);
		assertThat(sealed.select("main form")).isEmpty();
	}

	@Test
	void letsTheManagerChooseTheModelWhereTheRecordNamesNone() throws Exception {
		assertThat(page("", this.decision.manager).select("input[name=model]")).hasSize(3);
		for (Map<String, String> wrong : List.of(Map.of("source", "CHOSEN_MODEL"),
				Map.of("source", "CHOSEN_MODEL", "model", "elsewhere"))) {
			send("/draft", this.decision.manager, wrong).andExpect(redirectedUrl(this.address));
		}
		begun();
		assertThat(page("", this.decision.manager).select(".app-wording").text()).startsWith(WORDING);
	}

	@Test
	void saysOfEachFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
		begun();
		Document page = refused("/versions", this.decision.manager, Map.of("basis", "1"));
		assertThat(page.select(".nhsuk-error-message").eachText()).containsExactly(
				"Error: Choose the model to recommend", "Error: Enter the wording of the recommendation",
				"Error: Enter when it will be reviewed, in words or as a date");
		Document kept = refused("/versions", this.decision.manager, with(text(), "model", ""));
		assertThat(kept.select("textarea[name=wording]").val()).isEqualTo("Our own words");
	}

	@ParameterizedTest
	@ValueSource(strings = { "wording", "review", "rationale" })
	void refusesTextThatIsTooLongOrHoldsControlCharacters(String field) throws Exception {
		begun();
		for (String wrong : List.of("x".repeat(4001), "a\u0000b", "a\u001bb")) {
			Document page = refused("/versions", this.decision.manager, with(text(), field, wrong));
			assertThat(page.select(".nhsuk-error-message")).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u202eright to left \u05d0\u05d1", "four bytes \ud83d\ude80\ud840\udc00",
			"<script>x</script>" })
	void keepsTextOfEveryScriptAsItWasTyped(String typed) throws Exception {
		begun();
		send("/versions", this.decision.manager, with(with(text(), "wording", typed), "rationale", typed))
			.andExpect(redirectedUrl(this.address));
		Document page = page("", this.decision.manager);
		assertThat(page.select(".app-wording").first().wholeText()).isEqualTo(typed);
		assertThat(page.select(".app-wording").attr("dir")).isEqualTo("auto");
	}

	@ParameterizedTest
	@CsvSource({ "31,2,2016", "1,13,2016", "a,b,c", "1,9,16", "1,9,''", "1.5,9,2016", "-1,9,2016", "1,9,1999",
			"1000000000000,9,2016" })
	void refusesAReviewOnADayThatIsNone(String day, String month, String year) throws Exception {
		begun();
		Map<String, String> fields = with(with(with(text(), "reviewOn.day", day), "reviewOn.month", month),
				"reviewOn.year", year);
		Document page = refused("/versions", this.decision.manager, fields);
		assertThat(page.select(".nhsuk-error-message").text()).contains("The date of the review must be");
		assertThat(page.select("input[name=reviewOn.day]").val()).isEqualTo(day);
	}

	@Test
	void understandsADatePastedWhole() throws Exception {
		begun();
		send("/versions", this.decision.manager, with(text(), "reviewOn.day", "1/9/2015"))
			.andExpect(redirectedUrl(this.address));
		assertThat(page("", this.decision.manager).text()).contains("in a year; on 1 September 2015");
	}

	@Test
	void refusesAModelThatIsNotOnOffer() throws Exception {
		begun();
		assertThat(refused("/versions", this.decision.manager, with(text(), "model", "merger")).text())
			.contains("Choose one of the models on offer");
	}

	@Test
	void showsTheSecondOfTwoBothTextsAndLosesNeither() throws Exception {
		begun();
		send("/versions", this.decision.manager, with(text(), "wording", "The words of the first"));
		Document conflict = Jsoup
			.parse(send("/versions", this.decision.manager, with(text(), "wording", "The words of the second"))
				.andExpect(status().isConflict())
				.andReturn()
				.getResponse()
				.getContentAsString());
		assertThat(conflict.select(".app-wording").text()).isEqualTo("The words of the first");
		assertThat(conflict.select("ins").text()).contains("second");
		assertThat(conflict.select("del").text()).contains("first");
		Map<String, String> mine = new LinkedHashMap<>();
		conflict.select("form[action$=/versions] [name]").forEach((field) -> mine.put(field.attr("name"), field.val()));
		send("/versions", this.decision.manager, mine).andExpect(redirectedUrl(this.address));
		assertThat(page("", this.decision.manager).select(".app-wording").text()).isEqualTo("The words of the second");
		assertThat(page("/versions/2", this.decision.manager).select(".app-wording").text())
			.isEqualTo("The words of the first");
	}

	@Test
	void showsWhatChangedBetweenTwoVersions() throws Exception {
		begun();
		send("/versions", this.decision.manager,
				with(with(text(), "model", "delegated"), "wording", "OCCG wishes to opt for full delegation."));
		Document page = page("/versions/2", this.decision.governor);
		assertThat(page.select("ins").text()).contains("[added:", "full delegation.");
		assertThat(page.select("del").text()).contains("[removed:", "joint commissioning");
		assertThat(page.text()).contains("Joint commissioning became Delegated commissioning.");
		this.mvc.perform(get(this.address + "/versions/3").with(as(this.decision.governor)))
			.andExpect(status().isNotFound());
		this.mvc.perform(get(this.address + "/versions/x").with(as(this.decision.governor)))
			.andExpect(status().isNotFound());
	}

	@Test
	void asksWhyARecommendationIsTakenBack() throws Exception {
		put();
		for (String wrong : List.of("", "  ", "x".repeat(1001), "a\u0000b")) {
			refused("/withdrawal", this.decision.manager, Map.of("reason", wrong));
		}
		send("/withdrawal", this.decision.manager, Map.of("reason", "A figure is missing"))
			.andExpect(redirectedUrl(this.address));
		assertThat(page("", this.decision.manager).select("form[action$=/submission]")).hasSize(1);
	}

	@Test
	void showsTheMeetingAtWhichItWasResolved() throws Exception {
		put();
		resolved(this.decision.manager);
		Document sealed = page("", this.decision.governor);
		assertThat(sealed.text()).contains("12 for", "The Commissioning manager, on behalf of whoever presided",
				"Alex Ash presided. Took part in the decision: Alex Ash.");
		assertThat(sealed.select("a[href$=/meetings/" + MEETING.meeting() + "/items/" + MEETING.item() + "]"))
			.hasSize(1);
	}

	@Test
	void keepsOthersFromDecidingAndOtherOrganisationsOut() throws Exception {
		put();
		for (String path : List.of("/draft", "/withdrawal")) {
			this.mvc.perform(get(this.address + path).with(as(this.decision.governor)))
				.andExpect(status().isForbidden());
		}
		send("/versions", this.decision.chair, text()).andExpect(status().isForbidden());
		send("/submission", this.decision.chair, Map.of("basis", "1")).andExpect(status().isForbidden());
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		for (String path : List.of("", "/versions/1", "/draft")) {
			this.mvc.perform(get(this.address + path).with(as(other.manager))).andExpect(status().isNotFound());
		}
		Member director = this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.ADMINISTRATOR, null);
		page("", director);
	}

}
