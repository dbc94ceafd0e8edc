package org.mandate.coversheets;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.access.Member;
import org.mandate.audit.Trail;
import org.mandate.considerations.StatementText;
import org.mandate.considerations.Subject;
import org.mandate.recommendations.PaperCheck;
import org.mandate.recommendations.PaperIncomplete;
import org.mandate.recommendations.Recommendations;
import org.mandate.recommendations.Submission;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * A paper goes to the governing body when it is complete, or for a stated reason.
 */
@MandateTest
class CompletenessTests {

	private static final String REASON = "NHS England wants our answer by 30 January";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Recommendations recommendations;

	@Autowired
	private MockMvc mvc;

	private OxfordshireDecision decision;

	@BeforeEach
	void begin() {
		this.decision = new OxfordshireDecision(this.beans);
		this.decision.within(() -> this.recommendations.begin(this.decision.appraisal,
				Recommendations.Source.CHOSEN_MODEL, "joint", this.decision.manager));
	}

	private String address() {
		return this.decision.base() + "/recommendation";
	}

	private Document page(Member member) throws Exception {
		return Jsoup
			.parse(this.mvc.perform(get(address()).with(as(member))).andReturn().getResponse().getContentAsString());
	}

	private MockHttpServletResponse sent(String reason) throws Exception {
		return this.mvc
			.perform(post(address() + "/submission").with(as(this.decision.manager))
				.with(csrf())
				.param("basis", "1")
				.param("reason", reason))
			.andReturn()
			.getResponse();
	}

	private Submission submission() {
		return this.decision
			.within(() -> this.recommendations.current(this.decision.appraisal.id()).orElseThrow().submission());
	}

	private Trail.Entry put() {
		return this.decision.events("recommendation.put").getFirst();
	}

	@Test
	void listsWhatIsMissingWithTheWayThere() throws Exception {
		Document page = page(this.decision.manager);
		assertThat(page.select(".app-findings a").eachText()).contains("None of the nine implications is recorded");
		assertThat(page.select(".app-findings a[href$=/implications]")).hasSize(1);
		assertThat(page.select("form[action$=/submission] button").text())
			.isEqualTo("Put it although it is not complete");
		assertThat(page(this.decision.governor).select(".app-findings")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\t " })
	void comesBackWithTheListWithoutAReason(String typed) throws Exception {
		MockHttpServletResponse refused = sent(typed);
		assertThat(refused.getStatus()).isEqualTo(422);
		Document page = Jsoup.parse(refused.getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-message").text())
			.isEqualTo("Error: Enter why you put it although it is not complete");
		assertThat(page.select(".nhsuk-error-summary a").attr("href")).isEqualTo("#reason");
		assertThat(page.select(".app-findings a")).isNotEmpty();
		assertThat(submission()).isNull();
	}

	@Test
	void keepsAReasonThatIsTooLongOrCannotBeSeen() throws Exception {
		for (String typed : List.of("x".repeat(1001), "a\u001bb")) {
			MockHttpServletResponse refused = sent(typed);
			assertThat(refused.getStatus()).isEqualTo(422);
			Document page = Jsoup.parse(refused.getContentAsString());
			assertThat(page.select(".nhsuk-error-message")).hasSize(1);
			assertThat(page.select("textarea[name=reason]").val()).isEqualTo(typed);
		}
	}

	@Test
	void keepsTheReasonAndTellsItInTheHistory() throws Exception {
		assertThat(sent(REASON + " <b>").getRedirectedUrl()).isEqualTo(address());
		assertThat(submission().incompleteReason()).isEqualTo(REASON + " <b>");
		assertThat(page(this.decision.governor).select(".nhsuk-inset-text").text())
			.contains("The paper was not complete when it was put", REASON + " <b>");
		assertThat(put().summary()).contains("although its paper was not complete");
		assertThat(put().reason()).isEqualTo(REASON + " <b>");
		assertThat(put().details().get("missing").toString()).contains("None of the nine implications is recorded");
		assertThat(sent("").getRedirectedUrl()).as("sent twice").isEqualTo(address());
	}

	@Test
	void theRuleIsNotThePages() {
		assertThatExceptionOfType(PaperIncomplete.class)
			.isThrownBy(() -> this.decision
				.within(() -> this.recommendations.put(this.decision.appraisal, 1, " ", this.decision.manager)))
			.satisfies((refused) -> assertThat(refused.missing()).allMatch(PaperCheck.Finding::missing).isNotEmpty());
	}

	@Test
	void needsNoReasonWhenItIsComplete() throws Exception {
		new PaperParts(this.beans, this.decision).complete();
		Document page = page(this.decision.manager);
		assertThat(page.text()).contains("Nothing is missing");
		assertThat(page.select("textarea[name=reason]")).isEmpty();
		assertThat(sent("x".repeat(1001)).getRedirectedUrl()).isEqualTo(address());
		assertThat(submission().incompleteReason()).isNull();
		assertThat(put().summary()).doesNotContain("although");
		assertThat(page(this.decision.governor).text()).doesNotContain("was not complete");
	}

	@Test
	void namesTheImplicationsThatAreNotRecorded() {
		PaperParts parts = new PaperParts(this.beans, this.decision);
		parts.said(Subject.LEGAL, new StatementText(false, "None known", "Us"));
		assertThat(sentences())
			.anyMatch((sentence) -> sentence.startsWith("8 of the nine implications are not recorded"))
			.noneMatch((sentence) -> sentence.contains("Legal"));
		Subject.implications()
			.stream()
			.filter((subject) -> subject != Subject.IT)
			.forEach((subject) -> parts.said(subject, new StatementText(true, "Some", "Us")));
		assertThat(sentences()).contains("1 of the nine implications is not recorded: IT");
	}

	private List<String> sentences() {
		return this.decision.within(() -> this.recommendations.findings(this.decision.appraisal))
			.stream()
			.map(PaperCheck.Finding::sentence)
			.toList();
	}

}
