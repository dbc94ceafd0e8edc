package org.mandate.narratives;

import java.net.URI;
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
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.voting.Returns;

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
class NarrativePagesTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations people;

	@Autowired
	private Narratives narratives;

	private OxfordshireDecision oxfordshire;

	private Member manager;

	@BeforeEach
	void start() {
		this.oxfordshire = new OxfordshireDecision(this.beans).compared().asked().voted();
		this.manager = this.oxfordshire.manager;
	}

	private String base() {
		return this.oxfordshire.base() + "/paper/sections";
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Member who) throws Exception {
		return this.mvc.perform(request.with(as(who)).with(csrf())).andReturn().getResponse();
	}

	private Document page(String path) throws Exception {
		return page(path, this.manager);
	}

	private Document page(String path, Member who) throws Exception {
		MockHttpServletResponse response = perform(get(base() + path), who);
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private MockHttpServletResponse send(String path, Map<String, String> fields, Member who) throws Exception {
		MockHttpServletRequestBuilder request = post(base() + path);
		fields.forEach(request::param);
		return perform(request, who);
	}

	private MockHttpServletResponse write(String section, String act, String text, int basis) throws Exception {
		return send("/" + section + "/edit", Map.of("act", act, "text", text, "basis", Integer.toString(basis)),
				this.manager);
	}

	private static List<String> errors(MockHttpServletResponse response) throws Exception {
		return Jsoup.parse(response.getContentAsString()).select(".nhsuk-error-summary__list a").eachText();
	}

	private Narrative latest(Section section) {
		return this.oxfordshire.within(() -> this.narratives.of(this.oxfordshire.appraisal)).get(section);
	}

	@Test
	void leadsFromTheTasksAndTheRecommendationToEachSection() throws Exception {
		String tasks = perform(get(this.oxfordshire.base()), this.manager).getContentAsString();
		assertThat(Jsoup.parse(tasks).text()).contains("Write the sections of the paper",
				"0 of the 5 sections that a paper needs are written");
		Document page = page("");
		assertThat(page.select(".app-parts__name a")).hasSize(Section.values().length);
		assertThat(page.select(".nhsuk-tag--blue")).hasSize(5);
		for (String href : page.select(".app-parts__name a").eachAttr("href")) {
			assertThat(perform(get(href), this.manager).getStatus()).isEqualTo(200);
		}
	}

	@Test
	void savesAVersionAndShowsItsState() throws Exception {
		assertThat(write("purpose", "save", "Why this is asked", 0).getRedirectedUrl()).isEqualTo(base() + "/purpose");
		Document page = page("/purpose");
		assertThat(page.selectFirst(".app-narrative").text()).isEqualTo("Why this is asked");
		assertThat(page.text()).contains("Version 1, saved by The Commissioning manager");
		assertThat(page("").select(".nhsuk-tag--green")).hasSize(1);
		assertThat(page("/purpose/edit").selectFirst("textarea[name=text]").wholeText()).contains("Why this is asked");
	}

	@Test
	void showsFiguresInPlaceOfReferences() throws Exception {
		write("member-views", "save", "In South West {{vote.1.south-west.option-2}} practices approved model 2.", 0);
		for (Member reader : List.of(this.manager, this.oxfordshire.governor)) {
			Document page = page("/member-views", reader);
			assertThat(page.selectFirst(".app-narrative").text())
				.isEqualTo("In South West 9 practices approved model 2.");
			String href = page.selectFirst(".app-narrative a").attr("href");
			assertThat(href).contains("/ballots/1/");
			assertThat(perform(get(href), reader).getStatus()).isLessThan(404);
		}
	}

	@Test
	void previewsWithoutSaving() throws Exception {
		Document page = Jsoup
			.parse(write("purpose", "preview", "## Why\n\nThe **total** is {{vote.1.total.option-2}}.", 0)
				.getContentAsString());
		assertThat(page.selectFirst(".app-preview").text()).contains("Why", "The total is 72.");
		assertThat(page.selectFirst(".app-preview strong").text()).isEqualTo("total");
		assertThat(page.selectFirst("textarea[name=text]").wholeText()).contains("{{vote.1.total.option-2}}");
		assertThat(latest(Section.PURPOSE)).isNull();
	}

	@Test
	void insertsAFigureAtTheEndWithoutScripts() throws Exception {
		Document page = page("/purpose/edit");
		assertThat(page.select("select[name=fact] optgroup").eachAttr("label")).contains("Ballot 1: South West",
				"Deadlines");
		assertThat(page.selectFirst("option[value=vote.1.south-west.option-2]").text())
			.isEqualTo("South West: practices for option 2: 9");
		Map<String, String> typed = new LinkedHashMap<>(
				Map.of("act", "insert", "text", "For option 2:", "basis", "0", "fact", "vote.1.total.option-2"));
		page = Jsoup.parse(send("/purpose/edit", typed, this.manager).getContentAsString());
		assertThat(page.selectFirst("textarea[name=text]").wholeText().strip())
			.isEqualTo("For option 2: {{vote.1.total.option-2}}");
		typed.put("fact", "");
		assertThat(errors(send("/purpose/edit", typed, this.manager))).containsExactly("Choose a figure from the list");
	}

	@Test
	void saysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
		assertThat(errors(write("purpose", "save", " ", 0))).containsExactly("Enter the text of the section");
		assertThat(errors(write("purpose", "save", "a\u0007b", 0)))
			.containsExactly("The text must not contain characters that cannot be seen. Delete them, or type it again");
		for (String act : List.of("save", "preview", "draft", "insert")) {
			for (int length : List.of(Narrative.LONGEST + 1, 1_000_000)) {
				MockHttpServletResponse response = write("purpose", act, "x".repeat(length), 0);
				assertThat(response.getStatus()).isEqualTo(200);
				assertThat(errors(response)).containsExactly("The text must be 20,000 characters or fewer");
				assertThat(response.getContentAsString()).contains("x".repeat(length));
			}
		}
		assertThat(write("purpose", "save", "x".repeat(Narrative.LONGEST), 0).getRedirectedUrl()).isNotNull();
	}

	@Test
	void showsBothTextsToTheSecondOfTwoEditors() throws Exception {
		write("purpose", "save", "One two three", 0);
		write("purpose", "save", "One two four", 1);
		MockHttpServletResponse response = write("purpose", "save", "One five three", 1);
		assertThat(response.getStatus()).isEqualTo(409);
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.select(".app-quoted").eachText()).containsExactly("One two four", "One five three");
		assertThat(page.select(".app-difference ins").text()).contains("five", "three");
		assertThat(page.select(".app-difference del").text()).contains("two", "four");
		assertThat(latest(Section.PURPOSE).text()).isEqualTo("One two four");
		assertThat(page("/purpose").text()).contains("You have a draft of");
		String basis = page.selectFirst("main form input[name=basis]").val();
		String mine = page.selectFirst("main form textarea[name=text]").wholeText();
		assertThat(write("purpose", "save", mine, Integer.parseInt(basis)).getRedirectedUrl()).isNotNull();
		assertThat(latest(Section.PURPOSE).text()).isEqualTo("One five three");
		assertThat(latest(Section.PURPOSE).version()).isEqualTo(3);
		assertThat(page("/purpose").text()).doesNotContain("You have a draft of");
	}

	@Test
	void offersADraftAgainAndGivesItUp() throws Exception {
		write("purpose", "save", "Saved", 0);
		assertThat(write("purpose", "draft", "Not saved", 1).getRedirectedUrl()).isEqualTo(base() + "/purpose");
		assertThat(page("").text()).contains("that is not saved.");
		Document page = page("/purpose/edit");
		assertThat(page.text()).contains("This is your draft of");
		assertThat(page.selectFirst("textarea[name=text]").wholeText().strip()).isEqualTo("Not saved");
		Member colleague = this.people.person(this.oxfordshire.organisation, Role.COMMISSIONING_MANAGER, null);
		page = page("/purpose/edit", colleague);
		assertThat(page.selectFirst("textarea[name=text]").wholeText().strip()).isEqualTo("Saved");
		assertThat(page.text()).contains("The Commissioning manager is editing this section (since");
		assertThat(send("/purpose/draft/removal", Map.of(), this.manager).getRedirectedUrl())
			.isEqualTo(base() + "/purpose");
		assertThat(page("/purpose/edit").selectFirst("textarea[name=text]").wholeText().strip()).isEqualTo("Saved");
	}

	@Test
	void keepsADraftInTheBackground() throws Exception {
		Map<String, String> typed = new LinkedHashMap<>(Map.of("text", "Typed", "basis", "0", "typed", "true"));
		assertThat(send("/purpose/draft", typed, this.manager).getContentAsString()).contains("\"state\":\"kept\"",
				"\"others\":[]");
		assertThat(page("/purpose/edit").selectFirst("textarea[name=text]").wholeText().strip()).isEqualTo("Typed");
		Member colleague = this.people.person(this.oxfordshire.organisation, Role.COMMISSIONING_MANAGER, null);
		typed.put("typed", "false");
		assertThat(send("/purpose/draft", typed, colleague).getContentAsString())
			.contains("The Commissioning manager is editing this section (since ");
		typed.putAll(Map.of("text", "x".repeat(1_000_000), "typed", "true"));
		assertThat(send("/purpose/draft", typed, this.manager).getContentAsString()).contains("\"state\":\"refused\"",
				"The text must be 20,000 characters or fewer");
		assertThat(page("/purpose/edit").selectFirst("textarea[name=text]").wholeText().strip()).isEqualTo("Typed");
	}

	@Test
	void listsWhatChangedAndTakesItForReadAgain() throws Exception {
		write("member-views", "save",
				"In South West {{vote.1.south-west.option-2}} approved. In the South West 3 preferred option 1. {{vote.9.x}}",
				0);
		this.oxfordshire.within(() -> this.beans.getBean(Returns.class)
			.correct(this.oxfordshire.place("south-west"), OxfordshireDecision.southWest(8, 4), "Counted again", 3,
					this.manager));
		assertThat(page("").select(".nhsuk-tag--orange").text()).isEqualTo("3 to look at");
		for (String path : List.of("/member-views", "/member-views/edit")) {
			assertThat(page(path).select(".app-issues__what").eachText()).containsExactly(
					"South West: practices for option 2 was 9 when this was reviewed, is 8 now. See the record: South West: practices for option 2 was 9 when this was reviewed, is 8 now",
					"The text refers to {{vote.9.x}}, which is not on record.",
					"You write 3; the record says 4 (South West: practices for option 1). See the record: You write 3; the record says 4 (South West: practices for option 1)");
		}
		assertThat(page("/member-views").selectFirst(".app-narrative").text()).contains("{{vote.9.x}}");
		assertThat(page("/member-views", this.oxfordshire.governor).select("form[action$=review]")).isEmpty();
		assertThat(send("/member-views/review", Map.of("version", "1"), this.manager).getRedirectedUrl()).isNotNull();
		assertThat(page("/member-views").select(".app-issues__what").eachText())
			.containsExactly("The text refers to {{vote.9.x}}, which is not on record.");
		assertThat(send("/member-views/review", Map.of("version", "7"), this.manager).getStatus()).isEqualTo(409);
	}

	@Test
	void takesCommentsAndAnswersThem() throws Exception {
		Member governor = this.oxfordshire.governor;
		assertThat(errors(send("/purpose/comments", Map.of("comment", " "), governor)))
			.containsExactly("Enter the comment");
		MockHttpServletResponse tooLong = send("/purpose/comments", Map.of("comment", "x".repeat(2001)), governor);
		assertThat(errors(tooLong)).containsExactly("The comment must be 2,000 characters or fewer");
		assertThat(tooLong.getContentAsString()).contains("x".repeat(2001));
		Map<String, String> comment = Map.of("comment", "Too <b>long</b>", "id", UUID.randomUUID().toString());
		send("/purpose/comments", comment, governor);
		send("/purpose/comments", comment, governor);
		Document page = page("/purpose");
		assertThat(page.select(".app-remarks__item")).hasSize(1);
		assertThat(page.select(".app-remarks__item .app-typed").text()).isEqualTo("Too <b>long</b>");
		assertThat(page("").select(".nhsuk-tag--yellow").text()).isEqualTo("1 open comment");
		String action = page.selectFirst(".app-remarks__item form").attr("action").substring(base().length());
		MockHttpServletResponse refused = send(action, Map.of("answer", "y".repeat(2001)), this.manager);
		assertThat(errors(refused)).containsExactly("The answer must be 2,000 characters or fewer");
		assertThat(Jsoup.parse(refused.getContentAsString()).selectFirst("#answer").text()).hasSize(2001);
		assertThat(send(action, Map.of("answer", "Shortened"), governor).getStatus()).isEqualTo(403);
		assertThat(send(action, Map.of("answer", "Shortened"), this.manager).getRedirectedUrl()).isNotNull();
		assertThat(page("/purpose", governor).text()).contains("One comment that was dealt with", "Answer: Shortened");
		assertThat(send(action.replaceAll("comments/[^/]+", "comments/" + UUID.randomUUID()), Map.of("answer", ""),
				this.manager)
			.getStatus()).isEqualTo(404);
	}

	@Test
	void comparesAnyTwoVersions() throws Exception {
		assertThat(perform(get(base() + "/purpose/versions"), this.manager).getStatus()).isEqualTo(404);
		write("purpose", "save", "One two", 0);
		write("purpose", "save", "One three", 1);
		write("purpose", "save", "One three four", 2);
		Document page = page("/purpose/versions");
		assertThat(page.text()).contains("From version 2 to version 3");
		page = page("/purpose/versions?from=1&to=3", this.oxfordshire.governor);
		assertThat(page.select(".app-difference del").text()).contains("two");
		assertThat(page.select(".app-difference ins").text()).contains("three four");
		assertThat(page.selectFirst("select[name=from] option[selected]").val()).isEqualTo("1");
		assertThat(page("/purpose/versions?from=2&to=2").text()).contains("This is one version");
		for (String bad : List.of("4", "x", "-1")) {
			assertThat(perform(get(base() + "/purpose/versions?from=" + bad), this.manager).getStatus()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
			"![a](https://canary.example/a.png)", "[a](file:///etc/passwd)", "[a](javascript:alert(1))",
			"<svg onload=alert(1)><use href=\"https://canary.example/\"/></svg>",
			"<style>@import 'https://canary.example/a.css'</style>", "<iframe src=\"https://canary.example\"></iframe>",
			"![a](file:///etc/passwd)", "<div><p onclick=alert(1)>a</p></div>" })
	void loadsNothingThatATextNames(String text) throws Exception {
		write("purpose", "save", text, 0);
		String preview = write("purpose", "preview", text, 1).getContentAsString();
		for (String html : List.of(perform(get(base() + "/purpose"), this.manager).getContentAsString(), preview,
				perform(get(base() + "/purpose/edit"), this.manager).getContentAsString())) {
			Document page = Jsoup.parse(html);
			assertThat(page.select(
					"main script:not([src^=/assets/]), main img, main svg, main style, main iframe, main [onclick], main [onload], main [onerror]"))
				.isEmpty();
			assertThat(page.select("main a[href^=file], main a[href^=javascript]")).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere", "/nowhere/edit", "/PURPOSE", "/purpose%20", "/nowhere/versions" })
	void knowsNoOtherSections(String path) throws Exception {
		assertThat(perform(get(URI.create(base() + path)), this.manager).getStatus()).isEqualTo(404);
	}

	@Test
	void keepsFiguresOfAnOpenBallotFromOthers() throws Exception {
		this.oxfordshire = new OxfordshireDecision(this.beans).asked();
		this.manager = this.oxfordshire.manager;
		this.oxfordshire.counted("south-west", OxfordshireDecision.southWest(9, 3));
		write("member-views", "save", "Option 2: {{vote.1.south-west.option-2}}. In the South West 7 abstained.", 0);
		assertThat(page("/member-views").selectFirst(".app-narrative").text()).startsWith("Option 2: 9.");
		assertThat(page("/member-views").select(".app-issues__what")).hasSize(1);
		Document theirs = page("/member-views", this.oxfordshire.governor);
		assertThat(theirs.selectFirst(".app-narrative").text())
			.startsWith("Option 2: not shown while the ballot is open.");
		assertThat(theirs.select(".app-issues__what")).isEmpty();
		assertThat(theirs.text()).doesNotContain("the record says");
	}

	@Test
	void asksAFixedNumberOfStatements() throws Exception {
		int overview = Statements.during(() -> page("")).size();
		int section = Statements.during(() -> page("/purpose")).size();
		int editor = Statements.during(() -> page("/purpose/edit")).size();
		for (int i = 0; i < 4; i++) {
			write("purpose", "save", "Version " + i + " {{vote.1.total.option-2}}", i);
			write("action", "save", "Version " + i + " {{vote.1.total.abstained}}", i);
			send("/purpose/comments", Map.of("comment", "Comment " + i), this.oxfordshire.governor);
		}
		assertThat(Statements.during(() -> page(""))).hasSize(overview).hasSizeLessThanOrEqualTo(26);
		assertThat(Statements.during(() -> page("/purpose"))).hasSize(section).hasSizeLessThanOrEqualTo(27);
		assertThat(Statements.during(() -> page("/purpose/edit"))).hasSize(editor).hasSizeLessThanOrEqualTo(28);
	}

}
