package org.mandate.coversheets;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
import org.mandate.meetings.TestMeetings;
import org.mandate.recommendations.PaperCheck;
import org.mandate.recommendations.Recommendations;

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
class CoverSheetPagesTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private CoverSheets covers;

	private OxfordshireDecision decision;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
	}

	private String address() {
		return this.decision.base() + "/paper/cover";
	}

	private Document page(Member member) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(get(address()).with(as(member))).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private MockHttpServletResponse save(Map<String, String> form) throws Exception {
		MockHttpServletRequestBuilder request = post(address()).with(as(this.decision.manager)).with(csrf());
		form.forEach(request::param);
		return this.mvc.perform(request).andReturn().getResponse();
	}

	private Document refused(Map<String, String> form) throws Exception {
		MockHttpServletResponse response = save(form);
		assertThat(response.getStatus()).isEqualTo(200);
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		page.select(".nhsuk-error-summary a")
			.forEach((link) -> assertThat(page.select(link.attr("href"))).as(link.text()).hasSize(1));
		return page;
	}

	private static Map<String, String> with(String... others) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("version", "-1");
		form.put("title", "Primary care co-commissioning");
		form.put("paperNumber", "15/04");
		form.putAll(Pages.date("meetingOn", "29 1 2015"));
		form.put("purpose", "DECISION");
		form.put("conflicts", "DISCUSSION_ONLY");
		form.put("conflictsDetail", "GPs: partners of member practices");
		form.put("author", "Sam Rowan");
		form.put("lead", "Drew Oakley");
		return Pages.with(form, others);
	}

	private CoverSheet cover() {
		return this.decision.within(() -> this.covers.of(this.decision.appraisal)).orElseThrow();
	}

	private List<String> findings() {
		return this.decision.within(() -> this.beans.getBean(Recommendations.class).findings(this.decision.appraisal))
			.stream()
			.filter(PaperCheck.Finding::missing)
			.map(PaperCheck.Finding::sentence)
			.filter((sentence) -> sentence.contains("cover sheet"))
			.toList();
	}

	@Test
	void isFilledInByTheManagerAndReadByEverybody() throws Exception {
		assertThat(page(this.decision.governor).text()).contains("The cover sheet is not filled in yet");
		assertThat(page(this.decision.manager).select("input[name=title]").val()).isEqualTo(CoverStatement.TITLE);
		assertThat(save(with()).getRedirectedUrl()).isEqualTo(address());
		Document read = page(this.decision.governor);
		assertThat(read.text()).contains("15/04", "29 January 2015", "For decision",
				"Conflict noted: may discuss, may not vote", "GPs: partners of member practices", "Sam Rowan",
				"Drew Oakley");
		assertThat(read.select("main form")).isEmpty();
		assertThat(page(this.decision.manager).select("input[name=purpose][checked]").val()).isEqualTo("DECISION");
	}

	@Test
	void canBeLeftForLaterAndSaysThenWhatIsMissing() throws Exception {
		assertThat(findings()).containsExactly("There is no cover sheet yet");
		save(Map.of("title", "Co-commissioning", "version", "-1"));
		assertThat(findings()).containsExactly("The cover sheet lacks the date of the meeting, the paper number, "
				+ "what the meeting is to do with it, the conflicts of interest, the author and the lead");
		save(with("version", "0", "lead", ""));
		assertThat(findings()).containsExactly("The cover sheet lacks the lead");
		save(with("version", "1"));
		assertThat(findings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "title|''|Enter the title of the paper",
			"purpose|x|Choose decision, discussion or information",
			"conflicts|x|Choose one of the five about conflicts of interest",
			"meetingOn.day|31 2|The date of the meeting must be a real date, such as 29 1 2015, or left empty",
			"meetingOn.year|1999|The date of the meeting must be from 1 April 2013 to the end of 2099",
			"author|a\u0007b|The author must not contain characters that cannot be seen. Delete them, or type it again" })
	void saysBesideTheFieldWhatIsWrong(String field, String value, String message) throws Exception {
		Document page = refused(with(field, value));
		assertThat(page.select(".nhsuk-error-message").eachText()).containsExactly("Error: " + message);
		assertThat(page.select("input[name=paperNumber]").val()).isEqualTo("15/04");
		assertThat(this.decision.within(() -> this.covers.of(this.decision.appraisal))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "paperNumber,40,The paper number", "title,200,The title", "conflictsDetail,1000,Who has the conflict",
			"author,200,The author", "lead,200,The lead" })
	void refusesTextThatIsTooLong(String field, int most, String name) throws Exception {
		assertThat(refused(with(field, "x".repeat(most + 1))).select(".nhsuk-error-message").eachText())
			.containsExactly("Error: %s must be %,d characters or fewer".formatted(name, most));
		assertThat(save(with(field, "x".repeat(most))).getRedirectedUrl()).isEqualTo(address());
	}

	@ParameterizedTest
	@ValueSource(strings = { "עברית", "𝒜 😀", "<script>alert(1)</script>", "O’Neill & \"x\"", "No" })
	void keepsTextOfAnyScriptAsItIs(String text) throws Exception {
		save(with("title", text, "author", text, "conflictsDetail", text, "paperNumber", text));
		Document page = page(this.decision.governor);
		assertThat(page.select("dd").eachText()).contains(text);
		assertThat(page.select("main script")).isEmpty();
	}

	@Test
	void showsBothTextsToTheSecondOfTwoPeople() throws Exception {
		save(with("title", "Theirs"));
		Document page = Jsoup.parse(save(with("title", "Mine")).getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text())
			.contains("saved the cover sheet while you were working on it", "Theirs");
		assertThat(page.select("input[name=title]").val()).isEqualTo("Mine");
		String version = page.select("input[name=version]").val();
		assertThat(save(with("title", "Mine", "version", version)).getRedirectedUrl()).isEqualTo(address());
		assertThat(cover().statement().title()).isEqualTo("Mine");
		List<Trail.Entry> changed = this.decision.events("cover-sheet.changed");
		assertThat(changed).hasSize(1);
		assertThat(changed.getFirst().details().get("before").toString()).contains("Theirs");
		save(with("title", "Mine", "version", "1"));
		assertThat(this.decision.events("cover-sheet.changed")).as("nothing changed").hasSize(1);
	}

	@Test
	void asksTheDatabaseAFixedNumberOfTimes() throws Exception {
		int before = Statements.during(() -> page(this.decision.governor)).size();
		save(with());
		assertThat(Statements.during(() -> page(this.decision.governor))).hasSize(before).hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void isSeenByNobodyOfAnotherOrganisation() throws Exception {
		save(with());
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		assertThat(other.within(() -> this.covers.of(this.decision.appraisal))).isEmpty();
		assertThat(this.mvc.perform(get(address()).with(as(other.manager))).andReturn().getResponse().getStatus())
			.isEqualTo(404);
	}

	@Test
	void tellsTheTaskList() throws Exception {
		assertThat(tasks()).contains("Fill in the cover sheet Cannot start yet",
				"Have officers approve the paper Cannot start yet");
		this.decision.within(() -> this.beans.getBean(Recommendations.class)
			.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", this.decision.manager));
		save(with("author", ""));
		assertThat(tasks()).contains("Fill in the cover sheet 1 to fill in Incomplete",
				"Have officers approve the paper Incomplete");
		save(with("version", "0"));
		assertThat(tasks()).contains("Fill in the cover sheet Completed");
	}

	private String tasks() throws Exception {
		return Jsoup
			.parse(this.mvc.perform(get(this.decision.base()).with(as(this.decision.manager)))
				.andReturn()
				.getResponse()
				.getContentAsString())
			.text();
	}

	@Test
	void takesTheDateFromTheAgenda() throws Exception {
		save(with());
		LocalDate february = LocalDate.of(2015, 2, 26);
		new TestMeetings(this.beans, this.decision.organisation, "Governing Body").withFive()
			.called(february, TestMeetings.recommendation(this.decision.appraisal.id()));
		assertThat(cover().meetingOn()).isEqualTo(february);
		Document page = page(this.decision.manager);
		assertThat(page.select("input[name^=meetingOn]")).isEmpty();
		assertThat(page.text()).contains("26 February 2015, from the agenda: Governing Body, 26 February 2015, item 1");
		save(with("version", "0", "lead", "Somebody else", "meetingOn.day", "99"));
		assertThat(cover().statement().lead()).isEqualTo("Somebody else");
		assertThat(cover().statement().meetingOn()).as("what was typed before").isEqualTo(LocalDate.of(2015, 1, 29));
		assertThat(page(this.decision.governor).text()).contains("26 February 2015").doesNotContain("29 January");
	}

}
