package org.mandate.coversheets;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.access.Member;
import org.mandate.audit.Trail;
import org.mandate.database.NotFound;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.recommendations.PaperCheck;
import org.mandate.recommendations.RecommendationText;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@MandateTest
class ApprovalsTests {

	private static final String EMAIL = "As told by e-mail of 12 January 2015";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Approvals approvals;

	@Autowired
	private Recommendations recommendations;

	@Autowired
	private MockMvc mvc;

	private OxfordshireDecision decision;

	private String address;

	@BeforeEach
	void begin() {
		this.decision = new OxfordshireDecision(this.beans);
		this.address = this.decision.base() + "/approvals";
		this.decision.within(() -> this.recommendations.begin(this.decision.appraisal,
				Recommendations.Source.CHOSEN_MODEL, "joint", this.decision.manager));
	}

	private void revise(int basis) {
		this.decision.within(() -> this.recommendations.revise(this.decision.appraisal.id(), basis,
				new RecommendationText("joint", "in a year", null, "Other words " + basis, null),
				this.decision.manager));
	}

	private MockHttpServletResponse send(String path, Member member, Map<String, String> fields) throws Exception {
		MockHttpServletRequestBuilder request = post(this.address + path).with(as(member)).with(csrf());
		fields.forEach(request::param);
		return this.mvc.perform(request).andReturn().getResponse();
	}

	private Document page(String path, Member member) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(get(this.address + path).with(as(member)))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	private void asked(Office office, Member officer) throws Exception {
		assertThat(send("", this.decision.manager,
				Map.of("office", office.name(), "person", officer.id().id().toString(), "outside", ""))
			.getRedirectedUrl()).isEqualTo(this.address);
	}

	private void askedOutside(Office office, String name) throws Exception {
		assertThat(send("", this.decision.manager, Map.of("office", office.name(), "person", "", "outside", name))
			.getRedirectedUrl()).isEqualTo(this.address);
	}

	private String text(int number, Member member) throws Exception {
		return page("/" + number + "/answer", member).select("input[name=text]").val();
	}

	private void given(int number, Member member) throws Exception {
		assertThat(send("/" + number + "/answer", member,
				Map.of("answer", "GIVEN", "reason", "", "evidence", EMAIL, "text", text(number, member)))
			.getRedirectedUrl()).isEqualTo(this.address);
	}

	private List<Approval> of(Office office) {
		return this.decision.within(() -> this.approvals.of(this.decision.appraisal))
			.stream()
			.filter((approval) -> approval.office() == office)
			.toList();
	}

	private Approval one(Office office) {
		assertThat(of(office)).hasSize(1);
		return of(office).getFirst();
	}

	private List<String> findings(PaperCheck.Level level) {
		return this.decision.within(() -> this.recommendations.findings(this.decision.appraisal))
			.stream()
			.filter((finding) -> finding.level() == level && finding.path().endsWith("/approvals"))
			.map(PaperCheck.Finding::sentence)
			.toList();
	}

	@Test
	void listsTheOfficesOfTheReportBeforeAnybodyIsAsked() throws Exception {
		Document page = page("", this.decision.manager);
		assertThat(page.select("tbody th").eachText()).containsExactly("Legal officer", "Financial officer",
				"Human Resources officer", "Estates/Property officer", "Service Director(s)", "Other(s)");
		assertThat(page.select("tbody .nhsuk-tag").eachText()).containsOnly("Not asked");
		assertThat(findings(PaperCheck.Level.MISSING)).isEmpty();
		assertThat(findings(PaperCheck.Level.LOOK)).containsExactly("Nobody is asked to approve it as legal officer, "
				+ "financial officer, human resources officer, estates or property officer, service director");
		assertThat(page("", this.decision.governor).select("main a[href*=approvals]")).isEmpty();
	}

	@Test
	void isGivenByTheOfficerThemself() throws Exception {
		asked(Office.FINANCIAL, this.decision.chair);
		assertThat(one(Office.FINANCIAL).state()).isEqualTo(Approval.State.ASKED);
		assertThat(findings(PaperCheck.Level.MISSING))
			.containsExactly("The Chair (Financial officer) was asked to approve it and has not answered");
		String home = this.mvc.perform(get("/" + this.decision.organisation.slug()).with(as(this.decision.chair)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(home).contains("asks you to approve the paper for 2015/16 as financial officer");
		for (Member other : List.of(this.decision.manager, this.decision.governor)) {
			assertThat(send("/1/answer", other, Map.of("answer", "GIVEN")).getStatus()).isEqualTo(403);
		}
		assertThat(page("", this.decision.chair).select("a[href$=/1/answer]")).hasSize(1);
		given(1, this.decision.chair);
		Approval given = one(Office.FINANCIAL);
		assertThat(given.state()).isEqualTo(Approval.State.GIVEN);
		assertThat(given.last().evidence()).as("no evidence is needed of one's own word").isNull();
		assertThat(given.last().by()).isEqualTo("The Chair");
		assertThat(findings(PaperCheck.Level.MISSING)).isEmpty();
		assertThat(this.decision.events("approval.given").getFirst().summary())
			.isEqualTo("Approved version 1 of the paper as financial officer");
		assertThat(this.mvc.perform(get("/" + this.decision.organisation.slug()).with(as(this.decision.chair)))
			.andReturn()
			.getResponse()
			.getContentAsString()).doesNotContain("asks you to approve");
	}

	@Test
	void isRecordedByTheManagerForSomebodyOutsideWithEvidence() throws Exception {
		askedOutside(Office.LEGAL, "Bo Lime, solicitor");
		Document refused = Jsoup.parse(send("/1/answer", this.decision.manager,
				Map.of("answer", "REFUSED", "text", text(1, this.decision.manager)))
			.getContentAsString());
		assertThat(refused.select(".nhsuk-error-message").eachText()).containsExactly(
				"Error: Enter the reason for the refusal", "Error: Enter how you know, such as an e-mail and its date");
		assertThat(send("/1/answer", this.decision.governor, Map.of("answer", "GIVEN")).getStatus()).isEqualTo(403);
		send("/1/answer", this.decision.manager, Map.of("answer", "REFUSED", "reason", "Section 14Z3 is not named",
				"evidence", EMAIL, "text", text(1, this.decision.manager)));
		assertThat(one(Office.LEGAL).state()).isEqualTo(Approval.State.REFUSED);
		assertThat(findings(PaperCheck.Level.MISSING))
			.containsExactly("Bo Lime, solicitor (Legal officer) refused to approve it");
		assertThat(page("", this.decision.governor).text()).contains("Section 14Z3 is not named", "As told: " + EMAIL);
		Trail.Entry event = this.decision.events("approval.refused").getFirst();
		assertThat(event.summary())
			.isEqualTo("Recorded that Bo Lime, solicitor refused to approve version 1 of the paper as legal officer");
		assertThat(event.reason()).isEqualTo("Section 14Z3 is not named");
		assertThat(event.details()).containsEntry("evidence", EMAIL);
	}

	@Test
	void isVoidOnceTheTextOrTheCoverChanges() throws Exception {
		asked(Office.FINANCIAL, this.decision.chair);
		given(1, this.decision.chair);
		revise(1);
		assertThat(one(Office.FINANCIAL).state()).isEqualTo(Approval.State.VOID);
		assertThat(page("", this.decision.governor).text()).contains("Given for version 1; the text is now version 2");
		assertThat(findings(PaperCheck.Level.MISSING)).containsExactly(
				"The approval of The Chair (Financial officer) is void: given for version 1; the text is now version 2");
		assertThat(send("/1/again", this.decision.manager, Map.of()).getRedirectedUrl()).isEqualTo(this.address);
		assertThat(one(Office.FINANCIAL).request().number()).isEqualTo(3);
		given(3, this.decision.chair);
		assertThat(one(Office.FINANCIAL).state()).isEqualTo(Approval.State.GIVEN);
		new PaperParts(this.beans, this.decision).cover();
		assertThat(one(Office.FINANCIAL).outdated())
			.isEqualTo("given for version 2; the cover sheet was changed since");
		assertThat(page("", this.decision.manager).select(".app-timeline__entry")).as("nothing is overwritten")
			.hasSize(4);
	}

	@Test
	void standsForTheTextThatWasPutAlthoughTheGoverningBodyAmendsIt() throws Exception {
		asked(Office.FINANCIAL, this.decision.chair);
		given(1, this.decision.chair);
		this.decision.within(
				() -> this.recommendations.put(this.decision.appraisal, 1, "The rest follows", this.decision.manager));
		assertThat(one(Office.FINANCIAL).state()).isEqualTo(Approval.State.GIVEN);
	}

	@Test
	void isNotGivenForATextThatTheOfficerHasNotRead() throws Exception {
		asked(Office.FINANCIAL, this.decision.chair);
		String read = text(1, this.decision.chair);
		revise(1);
		Document page = Jsoup.parse(
				send("/1/answer", this.decision.chair, Map.of("answer", "GIVEN", "text", read)).getContentAsString());
		assertThat(page.select(".nhsuk-error-message").text())
			.contains("The paper was changed while you were reading it");
		assertThat(one(Office.FINANCIAL).state()).isEqualTo(Approval.State.ASKED);
		assertThat(send("/1/answer", this.decision.chair,
				Map.of("answer", "GIVEN", "text", page.select("input[name=text]").val()))
			.getRedirectedUrl()).isEqualTo(this.address);
		assertThat(one(Office.FINANCIAL).last().text().recommendation()).isEqualTo(2);
	}

	@Test
	void isAnsweredOnce() throws Exception {
		asked(Office.FINANCIAL, this.decision.chair);
		String read = text(1, this.decision.chair);
		given(1, this.decision.chair);
		assertThat(send("/1/answer", this.decision.chair, Map.of("answer", "GIVEN", "text", read)).getStatus())
			.as("sent twice")
			.isEqualTo(303);
		assertThat(send("/1/answer", this.decision.chair,
				Map.of("answer", "REFUSED", "reason", "On second thoughts", "text", read))
			.getStatus()).isEqualTo(409);
		asked(Office.FINANCIAL, this.decision.chair);
		assertThat(page("", this.decision.manager).select(".app-timeline__entry")).as("who has given it is not asked")
			.hasSize(2);
	}

	@Test
	void canBeNotNeeded() throws Exception {
		assertThat(Jsoup.parse(send("/not-needed/estates", this.decision.manager, Map.of()).getContentAsString())
			.select(".nhsuk-error-message")
			.text()).isEqualTo("Error: Enter why the approval is not needed");
		send("/not-needed/estates", this.decision.manager, Map.of("reason", "No premises are concerned"));
		assertThat(one(Office.ESTATES).state()).isEqualTo(Approval.State.NOT_NEEDED);
		asked(Office.ESTATES, this.decision.chair);
		assertThat(one(Office.ESTATES).state()).as("asked all the same").isEqualTo(Approval.State.ASKED);
		send("/not-needed/estates", this.decision.manager, Map.of("reason", "The wrong person", "request", "2"));
		assertThat(one(Office.ESTATES).state()).isEqualTo(Approval.State.NOT_NEEDED);
		assertThat(findings(PaperCheck.Level.MISSING)).isEmpty();
		assertThat(this.mvc.perform(get(this.address + "/not-needed/nobody").with(as(this.decision.manager)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
	}

	@Test
	void letsThereBeSeveralServiceDirectors() throws Exception {
		askedOutside(Office.SERVICE_DIRECTOR, "One");
		askedOutside(Office.SERVICE_DIRECTOR, "Two");
		askedOutside(Office.SERVICE_DIRECTOR, "one");
		given(2, this.decision.manager);
		assertThat(of(Office.SERVICE_DIRECTOR)).extracting(Approval::officer).containsExactly("One", "Two");
		assertThat(of(Office.SERVICE_DIRECTOR)).extracting(Approval::state)
			.containsExactly(Approval.State.ASKED, Approval.State.GIVEN);
	}

	@Test
	void asksForOnePersonAndSaysSo() throws Exception {
		String person = this.decision.chair.id().id().toString();
		for (Map<String, String> wrong : List.of(Map.of("office", "LEGAL"), Map.of("person", person),
				Map.of("office", "LEGAL", "person", person, "outside", "x"),
				Map.of("office", "LEGAL", "person", java.util.UUID.randomUUID().toString()),
				Map.of("office", "MAYOR", "person", person), Map.of("office", "LEGAL", "outside", "x".repeat(201)))) {
			MockHttpServletResponse response = send("", this.decision.manager, wrong);
			assertThat(response.getStatus()).isEqualTo(200);
			assertThat(Jsoup.parse(response.getContentAsString()).select(".nhsuk-error-message")).hasSize(1);
		}
		assertThat(page("/new?office=legal", this.decision.manager).select("input[name=office][checked]").val())
			.isEqualTo("LEGAL");
	}

	@Test
	void waitsForTheRecommendation() throws Exception {
		OxfordshireDecision none = new OxfordshireDecision(this.beans);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> none.within(() -> this.approvals.ask(none.appraisal,
				Office.LEGAL, new Approvals.Officer(null, "X"), none.manager)));
		assertThat(Jsoup
			.parse(this.mvc.perform(get(none.base() + "/approvals").with(as(none.manager)))
				.andReturn()
				.getResponse()
				.getContentAsString())
			.text()).contains("Officers approve the paper once the recommendation is begun");
	}

	@Test
	void keepsEveryRowAndEveryOtherOrganisationOut() throws Exception {
		asked(Office.FINANCIAL, this.decision.chair);
		JdbcClient jdbc = this.beans.getBean(JdbcClient.class);
		for (String sql : List.of("delete from officer_approval", "update officer_approval set reason = 'x'")) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.decision.within(() -> this.beans.getBean(TransactionTemplate.class)
					.executeWithoutResult((status) -> jdbc.sql(sql).update())));
		}
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		assertThat(other.within(() -> this.approvals.of(this.decision.appraisal)))
			.allMatch((approval) -> approval.state() == Approval.State.NOT_ASKED);
		assertThat(this.mvc.perform(get(this.address).with(as(other.manager))).andReturn().getResponse().getStatus())
			.isEqualTo(404);
		assertThat(
				send("", this.decision.manager, Map.of("office", "LEGAL", "person", other.chair.id().id().toString()))
					.getContentAsString())
			.contains("Choose one of the people of the organisation");
	}

	@Test
	void twoAtOnceAreRecordedOneAfterTheOther() throws Exception {
		asked(Office.FINANCIAL, this.decision.chair);
		TextVersion read = this.decision.within(() -> this.approvals.register(this.decision.appraisal).text());
		AtOnce.times(2, () -> {
			Tenant.run(this.decision.organisation.id(), () -> this.approvals.answer(this.decision.appraisal, 1,
					new Approvals.Answer(true, null, null, read), this.decision.chair));
			return null;
		});
		assertThat(this.decision.within(() -> this.approvals.register(this.decision.appraisal)).acts()).hasSize(2);
	}

	@Test
	void asksTheDatabaseAsOftenForManyAsForNone() throws Exception {
		int none = Statements.during(() -> page("", this.decision.governor)).size();
		for (int i = 0; i < 5; i++) {
			askedOutside(Office.OTHER, "Officer " + i);
		}
		assertThat(Statements.during(() -> page("", this.decision.governor))).hasSize(none).hasSizeLessThanOrEqualTo(6);
	}

}
