package org.mandate.voting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The pages on which what each practice did is entered, without their script.
 */
@MandateTest
class RollPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	private OxfordshireDecision decision;

	private Member director;

	private String unit;

	private String roll;

	private List<String> codes;

	@BeforeEach
	void ask() {
		this.decision = new OxfordshireDecision(this.beans).asked();
		this.director = this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.LOCALITY_DIRECTOR, record().locality());
		this.unit = this.decision.base() + "/ballots/1/returns/south-west";
		this.roll = this.unit + "/roll";
		this.codes = electors().stream().map(Elector::code).toList();
	}

	@Test
	void takesARollFromTheListToTheResult() throws Exception {
		Document page = page(this.roll);
		assertThat(page.select("fieldset[data-practice]")).hasSize(14);
		assertThat(page.select("fieldset[data-practice]").first().select("legend").text())
			.isEqualTo("South West practice 0 " + this.codes.getFirst());
		assertThat(page.select("fieldset[data-practice]").first().select("label").eachText()).containsExactly(
				"Agrees with Option 2", "Prefers Option 1", "Prefers Option 3", "Abstained", "Spoilt", "Conflicted out",
				"Absent", "Not returned");
		assertThat(page.select("input[checked]").eachAttr("value")).hasSize(14).containsOnly("");
		this.mvc.perform(votes(this.roll, this.director, 0, "joint", 9, "greater-involvement", 3, Roll.ABSTAINED, 2))
			.andExpect(redirectedUrl(this.unit + "/check"));
		Document check = page(this.unit + "/check");
		assertThat(check.select("dl").first().text()).contains("Agree with Option 2: Joint commissioning 9",
				"Abstained 2");
		assertThat(check.select("details").text()).contains("Prefers Option 1", "Abstained");
		assertThat(check.select("a").eachAttr("href")).contains(this.roll);
		Document again = page(this.roll);
		assertThat(again.select("[data-roll-tally]").text())
			.isEqualTo("14 of 14 practices. Agrees with Option 2: 9. Prefers Option 1: 3. Abstained: 2.");
		assertThat(again.select("[data-roll-next]").hasAttr("hidden")).isTrue();
		this.mvc.perform(post(this.unit + "/submission").with(as(this.director)).with(csrf()))
			.andExpect(redirectedUrl(this.unit));
		assertThat(page(this.unit).text()).contains("Practice by practice", "What each practice did");
		this.mvc.perform(get(this.roll).with(as(this.director))).andExpect(redirectedUrl(this.unit));
	}

	@Test
	void fillsWhatIsEmptyBeforeSaving() throws Exception {
		Document rest = answer(votes(this.roll, this.director, 0, "", 3, "delegated", 1).param("fill", "rest"));
		assertThat(rest.select("[data-roll-tally]").text())
			.isEqualTo("14 of 14 practices. Agrees with Option 2: 13. Prefers Option 3: 1.");
		assertThat(rest.text()).contains("Filled in, and not saved yet");
		Document all = answer(votes(this.roll, this.director, 0, "", 3, "delegated", 1).param("fill", "all"));
		assertThat(all.select("[data-roll-tally]").text()).isEqualTo("14 of 14 practices. Agrees with Option 2: 14.");
		assertThat(record().entries()).isEmpty();
	}

	@Test
	void leadsToTheNextPracticeWithoutAVote() throws Exception {
		this.mvc.perform(votes(this.roll, this.director, 0, "joint", 2)).andExpect(status().is3xxRedirection());
		Document saved = page(this.roll);
		assertThat(saved.select("[data-roll-next] a").attr("href")).isEqualTo("#practice-" + this.codes.get(2));
		assertThat(saved.select("#practice-" + this.codes.get(2))).hasSize(1);
		assertThat(saved.select("[data-roll-tally]").text()).startsWith("2 of 14 practices, 12 to go.");
	}

	@Test
	void saysWhatIsWrongAndKeepsTheRest() throws Exception {
		Document nothing = answer(votes(this.roll, this.director, 0));
		assertThat(nothing.title()).startsWith("Error: ");
		assertThat(nothing.select(".nhsuk-error-summary a").text()).isEqualTo("Enter how the practices voted");
		assertThat(nothing.select(nothing.select(".nhsuk-error-summary a").attr("href"))).hasSize(1);
		Document unknown = answer(votes(this.roll, this.director, 0, "joint", 2, "primary", 1));
		assertThat(unknown.select(".nhsuk-error-message").text())
			.contains("South West practice 10: \"primary\" is not on offer in this ballot");
		assertThat(unknown.select("input[checked][value=joint]")).hasSize(2);
		Document stranger = answer(votes(this.roll, this.director, 0, "joint", 2).param("votes[K99999]", "joint"));
		assertThat(stranger.select(".nhsuk-error-summary").text())
			.contains("\"K99999\" is not a practice of this locality that is entitled to vote");
		assertThat(record().entries()).isEmpty();
	}

	@Test
	void showsBothRollsToTheSecondOfTwoWhoSave() throws Exception {
		this.mvc.perform(votes(this.roll, this.director, 0, "joint", 12, Roll.ABSTAINED, 2))
			.andExpect(status().is3xxRedirection());
		Document conflict = answer(votes(this.roll, this.decision.manager, 0, "joint", 13, "delegated", 1));
		assertThat(conflict.select("h1").text()).contains("Somebody else saved this return");
		assertThat(conflict.select("tbody tr").eachText()).containsExactly(
				"South West practice 8 (%s) Abstained Agrees with Option 2".formatted(this.codes.get(12)),
				"South West practice 9 (%s) Abstained Prefers Option 3".formatted(this.codes.get(13)));
		assertThat(conflict.select("form[action$=/roll] input[name^=votes]")).hasSize(14);
		int seen = Integer.parseInt(conflict.select("form[action$=/roll] input[name=seen]").val());
		this.mvc.perform(votes(this.roll, this.decision.manager, seen, "joint", 13, "delegated", 1))
			.andExpect(redirectedUrl(this.unit + "/check"));
		assertThat(record().latest().orElseThrow().onBehalf()).isTrue();
	}

	@Test
	void makesOneDraftOfAFormSentTwice() throws Exception {
		for (int i = 0; i < 2; i++) {
			this.mvc.perform(votes(this.roll, this.director, 0, "joint", 14))
				.andExpect(redirectedUrl(this.unit + "/check"));
		}
		assertThat(record().entries()).hasSize(1);
	}

	@Test
	void makesOneDraftOfAFormSentInParallel() throws Exception {
		assertThat(AtOnce.times(8,
				() -> this.mvc.perform(votes(this.roll, this.director, 0, "joint", 14))
					.andReturn()
					.getResponse()
					.getRedirectedUrl()))
			.containsOnly(this.unit + "/check");
		assertThat(record().entries()).hasSize(1);
		assertThat(record().version()).isOne();
	}

	@Test
	void takesRollsAloneWherePracticesWeighDifferently() throws Exception {
		this.decision.within(() -> {
			this.beans.getBean(TransactionTemplate.class)
				.executeWithoutResult((status) -> this.beans.getBean(JdbcClient.class)
					.sql("insert into list_size (practice_id, quarter, patients) select id, '2015Q1', 5432 from practice")
					.update());
			Rule rule = new Rule(new Weight(Weight.Measure.PATIENTS, null, null), Rule.Base.EXPRESSED,
					Rule.Threshold.MAJORITY, null, Rule.Scope.OVERALL, null, Quorum.NONE);
			this.voting.setUp(this.decision.appraisal, new BallotPlan(BallotKind.CONFIRM, "Do you agree?", "joint",
					rule, LocalDate.of(2015, 1, 1), "2015Q1"));
			this.voting.open(this.decision.appraisal, 2, "The manager");
		});
		String weighted = this.unit.replace("ballots/1", "ballots/2");
		this.mvc.perform(get(weighted).with(as(this.director))).andExpect(redirectedUrl(weighted + "/roll"));
		assertThat(page(weighted + "/roll").text()).contains("A practice has as many votes as registered patients.",
				this.codes.getFirst() + ", 5,432 patients");
	}

	@Test
	void beginsAReVoteWithAnEmptyRoll() throws Exception {
		this.decision.within(() -> {
			List<Elector> electors = electors();
			this.returns.saveRoll(this.decision.place("south-west"),
					new Roll(Map.of(electors.getFirst().practice(), "joint")), Way.ROLL, 0, this.director);
			this.returns.submit(this.decision.place("south-west"), "As minuted", this.director);
			this.returns.accept(this.decision.place("south-west"), this.decision.manager);
			this.voting.close(this.decision.appraisal, 1, "The deadline", "The manager");
			this.voting.revote(this.decision.appraisal, 1, "south-west", "The notice was late", "The manager");
		});
		assertThat(page(this.roll).select("input[checked]").eachAttr("value")).hasSize(14).containsOnly("");
		this.mvc.perform(votes(this.roll, this.director, record().version(), "delegated", 14))
			.andExpect(redirectedUrl(this.unit + "/check"));
		assertThat(page(this.unit + "/check").select("dl").first().text()).contains("Delegated commissioning 14");
	}

	@Test
	void tellsTheScriptWhatBecameOfWhatWasTapped() throws Exception {
		String draft = this.roll + "/draft";
		assertThat(json(votes(draft, this.director, 0, "joint", 5).param("at", "meeting")))
			.isEqualTo("{\"state\":\"saved\",\"version\":1,\"message\":null}");
		assertThat(record().latest().orElseThrow().way()).isEqualTo(Way.MEETING);
		assertThat(json(votes(draft, this.director, 0, "joint", 5).param("at", "meeting"))).contains("\"version\":1");
		assertThat(json(votes(draft, this.decision.manager, 0, "joint", 6))).contains("conflict");
		assertThat(json(votes(draft, this.director, 1))).contains("refused", "Enter how the practices voted");
		this.decision.within(() -> this.voting.close(this.decision.appraisal, 1, "The deadline", "The manager"));
		assertThat(json(votes(draft, this.director, 1, "joint", 6))).contains("refused", "closed");
	}

	@Test
	void saysWhereTheDraftSaysMoreThanItsFigures() throws Exception {
		this.mvc.perform(votes(this.roll, this.director, 0, "joint", 12)).andExpect(status().is3xxRedirection());
		Document tally = page(this.unit);
		assertThat(tally.text()).contains("what each practice did is then dropped from the draft");
		assertThat(tally.select("a").eachAttr("href")).contains(this.roll, this.roll + "?at=meeting");
		this.decision.within(() -> this.returns.save(this.decision.place("south-west"),
				OxfordshireDecision.southWest(9, 3), record().version(), this.director));
		assertThat(page(this.roll).text()).contains("Figures were entered without saying what each practice did");
	}

	@Test
	void warnsOfAClosedPracticeAndKeepsTheReason() throws Exception {
		this.decision.within(() -> this.beans.getBean(TransactionTemplate.class)
			.executeWithoutResult((status) -> this.beans.getBean(JdbcClient.class)
				.sql("update practice set closed_on = '2015-03-31' where code = ? and id in (select practice_id from elector)")
				.param(this.codes.getFirst())
				.update()));
		assertThat(page(this.roll).select("#practice-" + this.codes.getFirst()).text())
			.contains("Closed 31 March 2015, after the census date");
		this.mvc.perform(votes(this.roll, this.director, 0, "joint", 9, "delegated", 4))
			.andExpect(status().is3xxRedirection());
		assertThat(page(this.unit + "/check").text()).contains("has closed since the census date");
		assertThat(answer(post(this.unit + "/submission").with(as(this.director)).with(csrf())).text())
			.contains("Say why these figures are right");
		this.mvc
			.perform(post(this.unit + "/submission").with(as(this.director))
				.with(csrf())
				.param("reason", "Its successor attended"))
			.andExpect(redirectedUrl(this.unit));
		assertThat(record().latest().orElseThrow().warningsReason()).isEqualTo("Its successor attended");
	}

	@Test
	void correctsAnAcceptedRoll() throws Exception {
		this.mvc.perform(get(this.roll + "/correction").with(as(this.director))).andExpect(status().isConflict());
		this.mvc.perform(votes(this.roll, this.director, 0, "joint", 9, "delegated", 4))
			.andExpect(status().is3xxRedirection());
		this.decision.within(() -> {
			this.returns.submit(this.decision.place("south-west"), null, this.director);
			this.returns.accept(this.decision.place("south-west"), this.decision.manager);
		});
		Document page = page(this.roll + "/correction");
		assertThat(page.select("input[checked][value=joint]")).hasSize(9);
		assertThat(page.select("form[data-roll=plain]").attr("action")).isEqualTo(this.roll + "/correction");
		int seen = record().version();
		assertThat(answer(votes(this.roll + "/correction", this.director, seen, "joint", 8, "delegated", 5)).text())
			.contains("Say why the accepted figures are corrected");
		this.mvc
			.perform(votes(this.roll + "/correction", this.decision.manager, seen, "joint", 8, "delegated", 5)
				.param("reason", "One was misread"))
			.andExpect(redirectedUrl(this.unit));
		assertThat(record().counting().orElseThrow().figures().of("joint")).isEqualTo(8);
		assertThat(page(this.unit).text()).contains("One was misread");
	}

	@Test
	void readsThePageWithAFixedNumberOfStatements() throws Exception {
		List<String> small = Statements.during(() -> page(this.roll));
		List<String> large = Statements
			.during(() -> page(this.roll.replace("south-west", "city"), this.decision.manager));
		assertThat(small).hasSizeLessThanOrEqualTo(7);
		assertThat(large).hasSameSizeAs(small);
	}

	/** Votes of the first practices by name, in pairs of what and how many. */
	private MockHttpServletRequestBuilder votes(String address, Member member, int seen, Object... pairs) {
		MockHttpServletRequestBuilder request = post(address).with(as(member))
			.with(csrf())
			.param("seen", Integer.toString(seen));
		int practice = 0;
		for (int i = 0; i < pairs.length; i += 2) {
			for (int j = 0; j < (Integer) pairs[i + 1]; j++) {
				request.param("votes[" + this.codes.get(practice++) + "]", (String) pairs[i]);
			}
		}
		return request;
	}

	private Document answer(MockHttpServletRequestBuilder request) throws Exception {
		return Jsoup
			.parse(this.mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
	}

	private String json(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

	private Document page(String address) throws Exception {
		return page(address, this.director);
	}

	private Document page(String address, Member member) throws Exception {
		return answer(get(address).with(as(member)));
	}

	private List<Elector> electors() {
		return this.decision
			.within(() -> this.returns.electors(this.voting.ballot(this.decision.appraisal, 1), "south-west"));
	}

	private BallotRecord.UnitRecord record() {
		return this.decision.within(() -> this.voting.ballot(this.decision.appraisal, 1).unit("south-west"));
	}

}
