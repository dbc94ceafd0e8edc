package org.mandate.submissions;

import java.time.LocalDate;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeStatement;
import org.mandate.committees.Committees;
import org.mandate.committees.DecisionRule;
import org.mandate.considerations.ConsiderationText;
import org.mandate.considerations.Considerations;
import org.mandate.database.Statements;
import org.mandate.guidance.Edition;
import org.mandate.voting.Publication;
import org.mandate.voting.Publishing;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.submissions.Proposal.redirects;

/**
 * The pro forma as it is begun and filled in through its pages.
 */
@MandateTest
class ProFormaPagesTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	private Proposal proposal;

	@BeforeEach
	void start() {
		this.proposal = new Proposal(this.beans, this.mvc);
	}

	private String field(String slug) {
		return this.proposal.base + "/fields/" + slug;
	}

	private Document fieldPage(String slug) throws Exception {
		return this.proposal.manager.page(field(slug));
	}

	private void opportunity(String text) {
		this.proposal.decision.within(() -> this.beans.getBean(Considerations.class)
			.add(this.proposal.decision.appraisal, "joint",
					new ConsiderationText(Edition.Consideration.Category.OPPORTUNITY, text, "The test")));
	}

	private void publication(Publication to) {
		this.proposal.decision
			.within(() -> this.beans.getBean(Publishing.class).change(this.proposal.decision.appraisal, 1, to));
	}

	@Test
	void isBegunForAModelThatNeedsOneAndReadByEverybody() throws Exception {
		assertThat(this.proposal.overview().text()).contains("There is no pro forma yet");
		Document page = this.proposal.manager.page(this.proposal.base);
		assertThat(page.select("input[name=model]").eachAttr("value")).containsExactly("joint", "delegated");
		assertThat(Pages.errors(this.proposal.manager.sends(this.proposal.base, "model", "greater-involvement")))
			.containsExactly("Choose the model for which you propose");
		this.proposal.begun("joint");
		Document read = this.proposal.overview();
		assertThat(read.text()).contains("Pro forma 1 for Joint commissioning", "Pro forma in draft",
				"5pm on 30 January 2015", "Oxfordshire CCG paper states 31 January 2015",
				"The area team's part is empty.", "The accountable officer has not attested.",
				"The governing body has not approved Joint commissioning.");
		assertThat(read.select("main form")).isEmpty();
		assertThat(this.proposal.manager.sends(this.proposal.base, "model", "joint").getStatus()).isEqualTo(409);
	}

	@Test
	void asksForTheMoneyAsTheFinancePlenaryDoes() throws Exception {
		this.proposal.begun("joint");
		assertThat(this.proposal.overview().text()).contains("The allocation agreed with the area team")
			.doesNotContain("Compliance with the business rules");
		redirects(this.proposal.manager.sends(this.proposal.base + "/withdrawal", "reason", "Members want delegation"));
		this.proposal.begun("delegated");
		assertThat(this.proposal.overview().text())
			.contains("Pro forma 2 for Delegated commissioning", "The delegated sum, and its sign-off",
					"Compliance with the business rules", "12 noon on 9 January 2015",
					"Law firm's summary states 5 January 2015")
			.doesNotContain("The allocation agreed with the area team");
	}

	@Test
	void isFilledInFromTheRecordAndSaysSo() throws Exception {
		this.proposal.decision.asked().voted();
		publication(Publication.PRIVATE);
		opportunity("Surgeries stay open on Saturdays");
		this.proposal.decision.within(() -> this.beans.getBean(Committees.class)
			.establish(new CommitteeStatement("Commissioning Board", Committee.Kind.COMMISSIONING_BOARD, true, null,
					null, null, DecisionRule.CONSENSUS, false)));
		this.proposal.begun("joint");
		assertThat(fieldPage("benefits").select("textarea").text()).isEqualTo("- Surgeries stay open on Saturdays");
		redirects(this.proposal.manager.sends(this.proposal.base + "/record"));
		ProForma filled = this.proposal.proForma();
		assertThat(filled.answers().get(ProFormaField.ORGANISATION).text())
			.isEqualTo("NHS Oxfordshire CCG (%s)".formatted(this.proposal.decision.organisation.code()));
		assertThat(filled.answers().get(ProFormaField.PRACTICES).text()).startsWith("80 member practices on ");
		assertThat(filled.answers().get(ProFormaField.GOVERNANCE).text()).contains(
				"Commissioning Board: commissioning board, in shadow form.", "Its seats are not on record yet.",
				"Its quorum is not on record yet.");
		assertThat(filled.answers().get(ProFormaField.VOTE)).as("a private result is not quoted").isNull();
		assertThat(fieldPage("vote").text()).contains("The result of ballot 1 is private, so it is not quoted here");
		publication(Publication.MEMBERS);
		assertThat(fieldPage("vote").select("textarea").text())
			.contains("in South West 9 practices approved Option 2, 3 preferred Option 1 and 2 abstained");
		assertThat(fieldPage("contact").text()).contains("The record says nothing for this field.");
		assertThat(this.proposal.overview().text()).contains("As on record: The practice register");
		assertThat(this.proposal.governor.page(this.proposal.base + "/pro-forma").text())
			.contains("From the record: Opportunities considered in the appraisal", "Not filled in");
	}

	@Test
	void saysWhenTheRecordHasChangedSince() throws Exception {
		opportunity("Longer hours");
		this.proposal.begun("joint");
		redirects(this.proposal.manager.sends(this.proposal.base + "/record"));
		opportunity("Shorter ways");
		assertThat(this.proposal.overview().text()).contains("Record has changed");
		Document page = fieldPage("benefits");
		assertThat(page.text()).contains("The record now says something else", "- Longer hours - Shorter ways");
		assertThat(page.select("textarea").text()).as("what was saved stays").isEqualTo("- Longer hours");
		assertThat(this.proposal.manager.page(field("benefits") + "?from=record").select("textarea").text())
			.isEqualTo("- Longer hours\n- Shorter ways");
		int revision = this.proposal.proForma().revision();
		redirects(this.proposal.manager.sends(field("benefits"), "version", page.select("input[name=version]").val(),
				"offer", page.select("input[name=offer]").val(), "text", "- Longer hours"));
		assertThat(this.proposal.overview().text()).doesNotContain("Record has changed")
			.contains("On record and edited");
		assertThat(this.proposal.proForma().revision()).as("it says the same").isEqualTo(revision);
	}

	@Test
	void showsBothTextsToTheSecondOfTwoPeople() throws Exception {
		this.proposal.begun("joint");
		redirects(this.proposal.manager.sends(field("contact"), "version", "-1", "text", "Theirs"));
		MockHttpServletResponse second = this.proposal.manager.sends(field("contact"), "version", "-1", "text", "Mine");
		Document page = Pages.read(second);
		assertThat(page.select(".app-conflict").text()).contains("saved this while you were working on it", "Theirs");
		assertThat(page.select("textarea").text()).isEqualTo("Mine");
		redirects(this.proposal.manager.sends(field("contact"), "version", page.select("input[name=version]").val(),
				"text", "Mine"));
		assertThat(this.proposal.proForma().answers().get(ProFormaField.CONTACT).text()).isEqualTo("Mine");
		redirects(this.proposal.areaTeam("-1", "Theirs"));
		assertThat(Pages.read(this.proposal.areaTeam("-1", "Mine")).select(".app-conflict").text()).contains("Theirs");
		assertThat(this.proposal.decision.events("pro-forma.answered").getFirst().details().get("before"))
			.isEqualTo("Theirs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "עברית", "𝒜 😀", "<script>alert(1)</script>", "O'Neill & \"x\"", "No", "false" })
	void keepsTextOfAnyScriptAsItIs(String text) throws Exception {
		this.proposal.begun("joint");
		redirects(this.proposal.manager.sends(field("contact"), "version", "-1", "text", text));
		redirects(this.proposal.areaTeam("-1", text));
		assertThat(fieldPage("contact").select("textarea").text()).isEqualTo(text);
		Document page = this.proposal.governor.page(this.proposal.base + "/pro-forma");
		assertThat(page.select("dd").eachText()).contains(text);
		assertThat(page.select("main script")).isEmpty();
		assertThat(this.proposal.overview().select(".app-typed").eachText()).contains(text);
	}

	@Test
	void saysBesideTheFieldWhatIsWrong() throws Exception {
		this.proposal.begun("joint");
		assertThat(Pages.errors(this.proposal.manager.sends(field("contact"), "version", "-1", "text", " ")))
			.containsExactly("Enter what the pro forma is to say");
		assertThat(
				Pages.errors(this.proposal.manager.sends(field("contact"), "version", "-1", "text", "x".repeat(501))))
			.containsExactly("The text must be 500 characters or fewer");
		assertThat(Pages.errors(this.proposal.manager.sends(this.proposal.base + "/area-team"))).containsExactly(
				"Enter who leads on it for the area team", "Choose whether the area team supports the proposal",
				"Enter what the area team says", "Enter when the area team said so");
		assertThat(this.proposal.manager.status(field("business-rules"))).as("of the other model").isEqualTo(404);
		assertThat(this.proposal.manager.status(field("nothing"))).isEqualTo(404);
		assertThat(this.proposal.manager.status(this.proposal.base + "/checklist/nothing")).isEqualTo(404);
		assertThat(this.proposal.manager.status(this.proposal.base + "/pooled-funds/1")).isEqualTo(404);
		assertThat(this.proposal.manager.status(this.proposal.base + "/pooled-funds/0")).isEqualTo(404);
		assertThat(this.proposal.manager.status(this.proposal.base + "/attestations/nobody")).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "READY|''|Shared drive|''|Enter its title",
			"READY|Terms|''|''|Enter where it can be found: a link or a reference",
			"NOT_NEEDED|''|''|''|Enter why it is not needed", "NOT_YET|Terms|''|''|Choose how far the document is",
			"''|''|''|''|Choose how far the document is" })
	void checksTheChecklist(String state, String title, String reference, String reason, String message)
			throws Exception {
		this.proposal.begun("joint");
		assertThat(Pages.errors(this.proposal.manager.sends(this.proposal.base + "/checklist/governance", "version",
				"-1", "state", state, "title", title, "reference", reference, "reason", reason)))
			.containsExactly(message);
		assertThat(this.proposal.proForma().checklist()).isEmpty();
	}

	@Test
	void linksDocumentsOfTheWebOnly() throws Exception {
		this.proposal.begun("joint");
		for (String reference : List.of("https://example.org/terms.pdf", "javascript:alert(1)")) {
			String version = this.proposal.manager.page(this.proposal.base + "/checklist/governance")
				.select("input[name=version]")
				.val();
			redirects(this.proposal.manager.sends(this.proposal.base + "/checklist/governance", "version", version,
					"state", "READY", "title", "Terms", "reference", reference));
			assertThat(this.proposal.overview().select("main a[href^=https://example.org]"))
				.hasSize(reference.startsWith("https") ? 1 : 0);
		}
		assertThat(this.proposal.overview().select("main a[href^=javascript]")).isEmpty();
	}

	private MockHttpServletResponse fund(String amount, String own) throws Exception {
		return this.proposal.manager.sends(this.proposal.base + "/pooled-funds/new", "version", "-1", "partner",
				"Thames Valley Area Team", "purpose", "Nurses in care homes", "amount", amount, "own", own, "functions",
				"Community nursing");
	}

	@Test
	void notesPooledFundsThatServeTheCcgsOwnFunctionsOnly() throws Exception {
		this.proposal.begun("joint");
		assertThat(Pages.errors(fund("250,000", "")))
			.containsExactly("Say whether it relates to the CCG's own functions only");
		assertThat(Pages.errors(fund("250,000", "no"))).containsExactly(
				"It is not possible under the guidance: What the CCG pays into a pooled fund must relate to its own "
						+ "functions. It cannot pay for core primary medical services. Change what it pays for first");
		for (String sum : List.of("0", "-5", "much")) {
			assertThat(Pages.errors(fund(sum, "yes")))
				.containsExactly("What the CCG pays in must be a sum above 0, such as 250,000 or 1.2m");
		}
		redirects(fund("250,000", "yes"));
		assertThat(this.proposal.overview().text())
			.contains("£250,000 with Thames Valley Area Team: Nurses in care homes");
		assertThat(this.proposal.governor.page(this.proposal.base + "/pro-forma").text()).contains(
				"It serves these functions of the CCG's own: Community nursing",
				"It cannot pay for core primary medical services.");
		redirects(this.proposal.manager.sends(this.proposal.base + "/pooled-funds/1/withdrawal", "reason", "No money"));
		assertThat(this.proposal.overview().text()).contains("None noted.");
		assertThat(this.proposal.manager.status(this.proposal.base + "/pooled-funds/1")).isEqualTo(404);
	}

	@Test
	void asksTheDatabaseAFixedNumberOfTimes() throws Exception {
		this.proposal.begun("joint");
		int before = Statements.during(() -> this.proposal.overview()).size();
		this.proposal.complete();
		assertThat(Statements.during(() -> this.proposal.overview())).hasSize(before).hasSizeLessThanOrEqualTo(46);
		int read = Statements.during(() -> this.proposal.governor.page(this.proposal.base + "/pro-forma")).size();
		assertThat(read).isLessThanOrEqualTo(29);
		assertThat(Statements.during(() -> this.proposal.governor.page(this.proposal.base + "/route")).size())
			.isLessThanOrEqualTo(18);
	}

	@Test
	void isSeenByNobodyOfAnotherOrganisation() throws Exception {
		this.proposal.begun("joint");
		Proposal other = new Proposal(this.beans, this.mvc);
		for (String path : List.of("", "/pro-forma", "/pro-forma/pdf", "/route", "/fields/contact", "/area-team",
				"/submit", "/no-application")) {
			assertThat(other.manager.status(this.proposal.base + path)).as(path).isEqualTo(404);
		}
		assertThat(other.manager.status(other.base + "/pro-forma")).as("none of its own").isEqualTo(404);
		assertThat(other.summary().state()).isEqualTo(SubmissionSummary.State.NOT_BEGUN);
	}

	@Test
	void tellsTheTaskList() throws Exception {
		assertThat(tasks()).contains("Complete the pro forma Cannot start yet");
		this.proposal.begun("joint");
		assertThat(tasks()).contains(
				"Complete the pro forma 0 of 11 fields, area team's part empty, 0 of 4 documents Incomplete",
				"Attest to the arrangements Cannot start yet", "Submit the proposal to NHS England Cannot start yet",
				"Record what comes of the proposal Cannot start yet");
		this.proposal.complete();
		assertThat(tasks()).contains("Complete the pro forma Completed",
				"Attest to the arrangements 0 of 2 attested Incomplete");
		this.proposal.attested();
		assertThat(tasks()).contains("Attest to the arrangements Completed",
				"Submit the proposal to NHS England Due by 5pm on 30 January 2015 Incomplete");
	}

	private String tasks() throws Exception {
		return this.proposal.manager.page(this.proposal.decision.base()).text();
	}

	@Test
	void saysThatGreaterInvolvementNeedsNone() throws Exception {
		this.proposal.approved("greater-involvement", LocalDate.of(2015, 1, 29));
		assertThat(this.proposal.overview().text()).contains(
				"The governing body approved Greater involvement on 29 January 2015. Nothing has to be submitted");
		assertThat(this.proposal.summary().state()).isEqualTo(SubmissionSummary.State.NOTHING_TO_SUBMIT);
		assertThat(tasks())
			.contains("Record that no application is made The model that was approved needs no submission");
	}

}
