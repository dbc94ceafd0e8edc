package org.mandate.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A ballot whose figures two people enter: equal is definitive, different goes to the
 * manager.
 */
@MandateTest
class SecondEntryTests {

	private static final String FIGURES = "3,9,0,2";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	private OxfordshireDecision decision;

	private Member director;

	private Member second;

	private Member other;

	private String southWest;

	@BeforeEach
	void ask() {
		this.decision = new OxfordshireDecision(this.beans).asked();
		this.decision.within(() -> this.beans.getBean(TransactionTemplate.class)
			.executeWithoutResult((status) -> this.beans.getBean(JdbcClient.class)
				.sql("update ballot set second_entry = true")
				.update()));
		this.director = director("south-west");
		this.second = director("south-west");
		this.other = director("west");
		this.southWest = this.decision.base() + "/ballots/1/returns/south-west";
	}

	private Member director(String locality) {
		UUID id = this.decision.within(() -> this.voting.ballot(this.decision.appraisal, 1).unit(locality).locality());
		return this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.LOCALITY_DIRECTOR, id);
	}

	private void returned() {
		this.decision.within(() -> {
			this.returns.save(place(), OxfordshireDecision.southWest(9, 3), unit().version(), this.director);
			this.returns.submit(place(), null, this.director);
		});
	}

	private Returns.Place place() {
		return this.decision.place("south-west");
	}

	private BallotRecord.UnitRecord unit() {
		return this.decision.within(() -> this.voting.ballot(this.decision.appraisal, 1).unit("south-west"));
	}

	private ResultActions enters(Member member, String figures) throws Exception {
		String[] each = figures.split(",");
		return this.mvc.perform(post(this.southWest + "/second-entry").with(as(member))
			.with(csrf())
			.param("votes[0]", each[0])
			.param("votes[1]", each[1])
			.param("votes[2]", each[2])
			.param("abstained", each[3]));
	}

	private ResultActions chooses(String entry, String reason) throws Exception {
		return this.mvc.perform(post(this.southWest + "/second-entry/choice").with(as(this.decision.manager))
			.with(csrf())
			.param("entry", entry)
			.param("reason", reason)
			.param("seen", Integer.toString(unit().version())));
	}

	private ResultActions accepts() throws Exception {
		return this.mvc.perform(post(this.southWest + "/acceptance").with(as(this.decision.manager)).with(csrf()));
	}

	private Document page(String address, Member member) throws Exception {
		return new Pages(this.mvc, member).page(address);
	}

	@Test
	void acceptsWhatTwoPeopleEnteredAlike() throws Exception {
		returned();
		Document form = page(this.southWest + "/second-entry", this.second);
		assertThat(form.select("input[inputmode=numeric]").eachAttr("value")).allMatch(String::isEmpty);
		assertThat(form.text()).doesNotContain("Agree with Option 2: Joint commissioning 9");
		enters(this.second, FIGURES).andExpect(redirectedUrl(this.southWest));
		assertThat(unit().state(false)).isEqualTo(UnitOutcome.State.ACCEPTED);
		assertThat(this.decision.events("return.accepted").getFirst().summary())
			.isEqualTo("Accepted the return of South West in ballot 1, because two people entered the same");
		assertThat(page(this.southWest, this.director).text())
			.contains("Entered a second time by The Locality clinical director");
		enters(this.second, FIGURES).andExpect(redirectedUrl(this.southWest));
		assertThat(this.decision.events("return.entered-again")).hasSize(1);
	}

	@Test
	void letsNobodyEnterTheirOwnFiguresAgain() throws Exception {
		returned();
		assertThat(page(this.southWest, this.director).text())
			.contains("You entered these, so somebody else enters them a second time");
		this.mvc.perform(get(this.southWest + "/second-entry").with(as(this.director)))
			.andExpect(redirectedUrl(this.southWest));
		String page = enters(this.director, FIGURES).andExpect(status().isConflict())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("The second entry has to come from another person");
		enters(this.other, FIGURES).andExpect(status().isForbidden());
		assertThat(this.decision.events("return.entered-again")).isEmpty();
	}

	@Test
	void hidesTheFiguresFromWhoeverMayEnterThemAgain() throws Exception {
		returned();
		for (Member member : List.of(this.second, this.decision.manager)) {
			Document hidden = page(this.southWest, member);
			assertThat(hidden.select("dl")).isEmpty();
			assertThat(hidden.select("form[action$=/acceptance]")).isEmpty();
			assertThat(hidden.select(".app-next a").attr("href")).isEqualTo(this.southWest + "/second-entry");
			assertThat(page(this.decision.base() + "/history", member).text())
				.contains("Returned the votes of South West in ballot 1")
				.doesNotContain("Joint 9");
		}
		assertThat(page(this.southWest, this.director).select("dl")).isNotEmpty();
		enters(this.second, FIGURES);
		assertThat(page(this.decision.base() + "/history", this.decision.manager).text()).contains("Joint 9");
	}

	@Test
	void acceptsNothingBeforeTheSecondEntry() throws Exception {
		returned();
		String page = accepts().andExpect(status().isConflict()).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("Another person has to enter those of South West before they can be accepted");
		assertThat(unit().counting()).isEmpty();
		enters(this.decision.manager, FIGURES).andExpect(redirectedUrl(this.southWest));
		assertThat(unit().counting()).isPresent();
	}

	@Test
	void showsTheManagerBothEntriesWhereTheyDiffer() throws Exception {
		returned();
		enters(this.second, "4,8,0,2").andExpect(redirectedUrl(this.southWest));
		accepts().andExpect(status().isConflict());
		assertThat(page(this.southWest, this.second).text()).contains("The commissioning manager compares them");
		Document both = page(this.southWest + "/second-entry", this.decision.manager);
		assertThat(both.select("tr.app-changes__changed").eachText())
			.containsExactly("Option 1: Greater involvement 3 4 Differs", "Option 2: Joint commissioning 9 8 Differs");
		this.mvc.perform(get(this.southWest + "/second-entry").with(as(this.second)))
			.andExpect(redirectedUrl(this.southWest));
		String page = chooses("", " ").andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("Choose the entry that is right", "Say why this entry is right");
		enters(this.second, "5,7,0,2").andExpect(status().isConflict());
	}

	@Test
	void letsTheFirstEntryCount() throws Exception {
		returned();
		enters(this.second, "4,8,0,2").andExpect(redirectedUrl(this.southWest));
		chooses("first", "The minutes say so").andExpect(redirectedUrl(this.southWest));
		assertThat(unit().counting().orElseThrow().figures().of("joint")).isEqualTo(9);
		Trail.Entry event = this.decision.events("return.accepted").getFirst();
		assertThat(event.summary())
			.isEqualTo("Accepted the first entry for South West in ballot 1, because the two differ");
		assertThat(event.reason()).isEqualTo("The minutes say so");
		assertThat(page(this.southWest, this.director).text())
			.contains("Chosen of two entries that differ: The minutes say so");
		chooses("second", "No, the other").andExpect(status().isConflict());
	}

	@Test
	void letsTheSecondEntryCountAndKeepsTheFirst() throws Exception {
		returned();
		enters(this.second, "4,8,0,2").andExpect(redirectedUrl(this.southWest));
		chooses("second", "Counted again together").andExpect(redirectedUrl(this.southWest));
		assertThat(unit().counting().orElseThrow().figures().of("joint")).isEqualTo(8);
		assertThat(unit().entries()).hasSize(2);
		assertThat(unit().entries().getFirst().figures().of("joint")).isEqualTo(9);
		assertThat(this.decision.events("return.accepted").getFirst().details()).containsEntry("first entry", Map
			.of("greater-involvement", 3, "joint", 9, "abstained", 2, "spoilt", 0, "conflicted out", 0, "absent", 0));
		String result = page(this.decision.base() + "/ballots/1/results", this.decision.manager).text();
		assertThat(result).contains("57.1% (8 of 14)").doesNotContain("Corrections after acceptance");
	}

	@Test
	void sendsBothBackAndStartsAgain() throws Exception {
		returned();
		enters(this.second, "4,8,0,2").andExpect(redirectedUrl(this.southWest));
		int before = unit().version();
		this.mvc
			.perform(post(this.southWest + "/sending-back").with(as(this.decision.manager))
				.with(csrf())
				.param("reason", "Count again together"))
			.andExpect(status().is3xxRedirection());
		returned();
		assertThat(unit().latest().orElseThrow().second().figures()).isNull();
		enters(this.second, "4,8,0,2").andExpect(redirectedUrl(this.southWest));
		this.mvc
			.perform(post(this.southWest + "/second-entry/choice").with(as(this.decision.manager))
				.with(csrf())
				.param("entry", "second")
				.param("reason", "From a page that is out of date")
				.param("seen", Integer.toString(before)))
			.andExpect(status().isConflict());
		enters(this.second, "5,7,0,2").andExpect(status().isConflict());
	}

	@Test
	void takesASecondEntryAfterClosing() throws Exception {
		returned();
		this.decision.within(() -> this.voting.close(this.decision.appraisal, 1, "The others are silent",
				this.decision.manager.name()));
		enters(this.second, FIGURES).andExpect(redirectedUrl(this.southWest));
		assertThat(unit().counting()).isPresent();
	}

	@Test
	void saysBesideTheFieldWhatIsWrong() throws Exception {
		returned();
		Document page = Jsoup.parse(enters(this.second, "3,12,0,2").andReturn().getResponse().getContentAsString());
		assertThat(page.select(".nhsuk-error-message").text()).contains("The figures add up to 17");
		assertThat(page.select("input[name='votes[1]']").val()).isEqualTo("12");
		assertThat(Jsoup.parse(enters(this.second, "x,9,0,2").andReturn().getResponse().getContentAsString())
			.select(".nhsuk-error-message")).hasSize(1);
	}

	@Test
	void wantsNoSecondEntryUnlessTheBallotSaysSo() {
		OxfordshireDecision once = new OxfordshireDecision(this.beans).asked();
		once.within(() -> {
			this.returns.save(once.place("west"), OxfordshireDecision.southWest(4, 3), 0, once.manager);
			this.returns.submit(once.place("west"), "As minuted", once.manager);
			assertThatExceptionOfType(ReturnNotPossible.class)
				.isThrownBy(() -> this.returns.enterAgain(once.place("west"), OxfordshireDecision.southWest(4, 3),
						once.manager))
				.withMessageContaining("figures are entered once");
			this.returns.accept(once.place("west"), once.manager);
		});
	}

	@Test
	void comparesWhatWasMeantAndNotHowItWasTyped() {
		Figures blank = new Figures(Map.of("joint", 9), null, null, 2, 0, 0, 0);
		Figures zero = new Figures(Map.of("joint", 9, "delegated", 0), null, null, 2, 0, 0, 0);
		assertThat(new TwoEntries(blank, zero).agree()).isTrue();
		Figures said = new Figures(Map.of(), "joint", "the rest agreed", 2, 0, 0, 0);
		Figures told = new Figures(Map.of(), "joint", "all the others agreed", 2, 0, 0, 0);
		assertThat(new TwoEntries(said, told).agree()).isTrue();
		assertThat(new TwoEntries(said, blank).agree()).isFalse();
		List<Figures> others = new ArrayList<>();
		others.add(new Figures(Map.of("joint", 9), null, null, 1, 0, 0, 0));
		others.add(new Figures(Map.of("joint", 9), null, null, 2, 1, 0, 0));
		others.add(new Figures(Map.of("joint", 9), null, null, 2, 0, 1, 0));
		others.add(new Figures(Map.of("joint", 9), null, null, 2, 0, 0, 1));
		assertThat(others).noneMatch((figures) -> new TwoEntries(blank, figures).agree());
	}

	@Test
	void readsTheComparisonWithAFixedNumberOfStatements() throws Exception {
		returned();
		enters(this.second, "4,8,0,2").andExpect(redirectedUrl(this.southWest));
		assertThat(Statements.during(() -> page(this.southWest + "/second-entry", this.decision.manager)))
			.hasSizeLessThanOrEqualTo(7);
	}

}
