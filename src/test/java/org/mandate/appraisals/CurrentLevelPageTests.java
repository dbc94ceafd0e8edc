package org.mandate.appraisals;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Tenant;
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
class CurrentLevelPageTests {

	private static final String FUNCTION = "gp-budget-management";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

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
		this.appraisal = Oxfordshire.started(this.appraisals, this.organisation);
	}

	@Test
	void recordsALevelAndShowsIt() throws Exception {
		MockHttpServletResponse response = save("INVOLVED", "We see the figures", "Minutes of May", "-1");
		assertThat(response.getStatus()).isBetween(302, 303);
		assertThat(response.getRedirectedUrl()).isEqualTo(base());
		String shown = page(base()).select("tbody tr").get(3).text();
		assertThat(shown).contains("General practice budget management", "Involved in discussions, no decision",
				"We see the figures", "Minutes of May", "by The Commissioning manager");
	}

	@Test
	void keepsOldAndNewInTheHistory() throws Exception {
		save("INVOLVED", "We see the figures", "Minutes of May", "-1");
		save("JOINT", "We agree the figures", "Minutes of June", "0");
		Document history = page("/" + this.organisation.slug() + this.appraisal.path() + "/history");
		assertThat(history.selectFirst(".app-timeline__what").text()).isEqualTo(
				"Changed the current level of General practice budget management from Involved in discussions, no decision to Joint decision");
		assertThat(history.selectFirst(".app-changes").select("tbody tr").eachText()).containsExactlyInAnyOrder(
				"Level Involved in discussions, no decision Joint decision",
				"Wording We see the figures We agree the figures", "Evidence Minutes of May Minutes of June");
		assertThat(history.selectFirst(".app-timeline__who").text()).contains("by The Commissioning manager");
	}

	@Test
	void makesOneEventOfAFormSentTwice() throws Exception {
		save("INVOLVED", "We see the figures", "Minutes of May", "-1");
		MockHttpServletResponse again = save("INVOLVED", "We see the figures", "Minutes of May", "-1");
		assertThat(again.getRedirectedUrl()).isEqualTo(base());
		assertThat(events()).filteredOn((event) -> event.action().startsWith("current-level")).hasSize(1);
	}

	@Test
	void showsBothVersionsToTheSecondOfTwoPeople() throws Exception {
		Member other = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		save("INVOLVED", "Theirs", "Minutes of May", "-1");
		MockHttpServletResponse response = save("JOINT", "Mine", "Minutes of June", "-1", other);
		assertThat(response.getStatus()).isEqualTo(200);
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("saved this while you were working on it",
				"Theirs", "Minutes of May", "Involved in discussions, no decision");
		assertThat(page.selectFirst("textarea[name=wording]").wholeText().strip()).isEqualTo("Mine");
		assertThat(page.selectFirst("input[value=JOINT]").hasAttr("checked")).isTrue();
		assertThat(current(FUNCTION).wording()).isEqualTo("Theirs");

		String version = page.selectFirst("input[name=version]").val();
		assertThat(save("JOINT", "Mine", "Minutes of June", version, other).getRedirectedUrl()).isEqualTo(base());
		assertThat(current(FUNCTION).wording()).isEqualTo("Mine");
	}

	@Test
	void saysWhatIsMissingBesideEachField() throws Exception {
		Document page = Jsoup.parse(save(null, " ", "", "-1").getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-summary__list a").eachText()).containsExactly(
				"Choose how far you take part today", "Enter how you describe what you do today",
				"Enter the evidence, such as a paper and its section");
		for (String href : page.select(".nhsuk-error-summary__list a").eachAttr("href")) {
			assertThat(page.select(href)).as(href).hasSize(1);
		}
		assertThat(page.select(".nhsuk-error-message")).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "SOME", "4", "joint", "-1", "1000000000000", "2.5" })
	void refusesALevelThatIsNone(String level) throws Exception {
		assertThat(errors(save(level, "Words", "Evidence", "-1"))).containsExactly("Choose one of the levels");
	}

	@Test
	void refusesTextThatIsTooLongAndKeepsIt() throws Exception {
		String tooLong = "x".repeat(501);
		MockHttpServletResponse response = save("NONE", tooLong, "y".repeat(1001), "-1");
		assertThat(errors(response)).containsExactly("The description must be 500 characters or fewer",
				"The evidence must be 1,000 characters or fewer");
		assertThat(response.getContentAsString()).contains(tooLong);
	}

	@Test
	void countsALineEndAsOneCharacter() throws Exception {
		assertThat(save("NONE", "x".repeat(498) + "\r\ny", "Evidence", "-1").getRedirectedUrl()).isEqualTo(base());
		assertThat(current(FUNCTION).wording()).hasSize(500).endsWith("\ny");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "\0", "a\u0007b", "a\u001bb" })
	void refusesCharactersThatCannotBeShown(String text) throws Exception {
		assertThat(errors(save("NONE", text, text, "-1"))).anyMatch((error) -> error.contains("cannot be seen"));
		assertThat(errors(save(text, "Words", "Evidence", text))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "עברית", "العربية مع 123", "a\u202eb", "𝒜 😀 𠮷", "<script>alert(1)</script>",
			"O’Neill & \"x\"" })
	void keepsTextOfAnyScriptAsItIs(String text) throws Exception {
		assertThat(save("NONE", text, text, "-1").getRedirectedUrl()).isEqualTo(base());
		assertThat(current(FUNCTION).wording()).isEqualTo(text);
		for (String address : List.of(base(), base().replace("current-level", "comparison"), base() + "/" + FUNCTION)) {
			String html = this.mvc.perform(get(address).with(as(this.manager)))
				.andReturn()
				.getResponse()
				.getContentAsString();
			assertThat(html).doesNotContain("<script>alert");
			assertThat(Jsoup.parse(html).wholeText()).contains(text);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "-7", "2.0", "99999999999999" })
	void takesAnyOtherVersionForNothingSeen(String version) throws Exception {
		save("INVOLVED", "Theirs", "Minutes of May", "-1");
		assertThat(save("JOINT", "Mine", "Minutes", version).getContentAsString()).contains("while you were working");
	}

	@Test
	void findsNoFunctionThatTheGuidanceDoesNotName() throws Exception {
		assertThat(new Pages(this.mvc, this.manager).status(base() + "/surgery")).isEqualTo(404);
		assertThat(this.mvc
			.perform(post(base() + "/surgery").param("level", "NONE")
				.param("wording", "Words")
				.param("evidence", "Evidence")
				.with(csrf())
				.with(as(this.manager)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
	}

	private CurrentLevel current(String function) {
		return Tenant.call(this.organisation.id(),
				() -> this.appraisals.comparison(this.appraisal.id())
					.rows()
					.stream()
					.filter((row) -> row.function().key().equals(function))
					.findFirst()
					.orElseThrow()
					.current());
	}

	private List<Trail.Entry> events() {
		return Tenant.call(this.organisation.id(), () -> this.trail.events(this.appraisal.id().id(), 0, 100));
	}

	@Test
	void recordsOnlyWhatChanges() {
		Tenant.run(this.organisation.id(), () -> {
			this.appraisals.recordCurrentLevel(this.appraisal.id(), FUNCTION, Level.NONE, "No", "The paper");
			this.appraisals.recordCurrentLevel(this.appraisal.id(), FUNCTION, Level.NONE, " No ", "The paper");
		});
		assertThat(events()).filteredOn((event) -> event.action().startsWith("current-level")).hasSize(1);
	}

	private static List<String> errors(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString()).select(".nhsuk-error-summary__list li").eachText();
	}

	private MockHttpServletResponse save(String level, String wording, String evidence, String version)
			throws Exception {
		return save(level, wording, evidence, version, this.manager);
	}

	private MockHttpServletResponse save(String level, String wording, String evidence, String version, Member member)
			throws Exception {
		var request = post(base() + "/" + FUNCTION).param("wording", wording)
			.param("evidence", evidence)
			.param("version", version);
		if (level != null) {
			request = request.param("level", level);
		}
		return this.mvc.perform(request.with(csrf()).with(as(member))).andReturn().getResponse();
	}

	private Document page(String address) throws Exception {
		return Jsoup.parse(
				this.mvc.perform(get(address).with(as(this.manager))).andReturn().getResponse().getContentAsString());
	}

	private String base() {
		return "/" + this.organisation.slug() + this.appraisal.path() + "/current-level";
	}

}
