package org.mandate.mandates;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AsAt;
import org.mandate.constitution.AmendmentStatement;
import org.mandate.constitution.Constitution;
import org.mandate.database.Statements;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Guidance;
import org.mandate.recommendations.PaperCheck;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The page of the members' mandate, evidence stated by hand, and the override.
 */
@org.mandate.MandateTest
class MandatePagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Mandates mandates;

	@Autowired
	private Guidance guidance;

	@Autowired
	private Constitution constitution;

	private OxfordshireDecision decision;

	private Member officer;

	private Pages manager;

	private Pages governor;

	private Pages accountable;

	private String base;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		this.officer = this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.ACCOUNTABLE_OFFICER, null);
		this.manager = new Pages(this.mvc, this.decision.manager);
		this.governor = new Pages(this.mvc, this.decision.governor);
		this.accountable = new Pages(this.mvc, this.officer);
		this.base = this.decision.base() + "/mandate";
	}

	/** A new edition that asks for something else has to be noticed here. */
	@Test
	void everyReadingOfEveryEditionHasAnEvaluator() {
		for (Edition edition : this.guidance.editions()) {
			assertThat(edition.rules().stream().filter((rule) -> rule.category() == Edition.Rule.Category.MANDATE))
				.as(edition.title())
				.isNotEmpty()
				.allMatch(Evaluators::knows);
		}
	}

	@Test
	void showsTheTestsOfTheOwnEditionAndTheFormalVoteForInformation() throws Exception {
		Document page = this.governor.page(this.base);
		assertThat(page.select("section h2").eachText()).containsExactly(
				"Members and stakeholders took part before the proposal",
				"Members have seen and agreed to the arrangements", "Constitution amended with the members' approval",
				"Arrangements for conflicts of interest in place");
		assertThat(page.select("section h3").eachText()).containsExactly("A formal vote of member practices",
				"The local medical committee consulted well in advance");
		assertThat(page.text()).contains("Seen from 29 January 2015",
				"The members’ mandate is not evidenced: of 4 tests 0 are evidenced, 4 not, and 0 are contradicted.",
				"Members have seen and agreed to the arrangements (required)",
				"Southern Derbyshire CCG report, Appendix 1, 1.3 Personnel: “confirm that they have seen and agreed",
				"does not ask for this; another edition of the guidance does");
		assertThat(this.governor.page(this.base + "?model=greater-involvement").text())
			.contains("The guidance asks for no mandate of the members under this model.");
		assertThat(this.governor.status(this.base + "?model=none")).isEqualTo(404);
	}

	private MockHttpServletResponse state(String topic, String on) throws Exception {
		String[] day = on.split(" ");
		return this.manager.sends(this.base + "/tests/" + topic + "/evidence", "model", "joint", "text",
				"Each practice signed a letter", "on.day", day[0], "on.month", day[1], "on.year", day[2], "reference",
				"Letters of December 2014", "byWhom", "The secretary");
	}

	private MandateTest test(String topic) {
		return mandate("2015-01-29").tests()
			.stream()
			.filter((test) -> test.topic().equals(topic))
			.findFirst()
			.orElseThrow();
	}

	private Mandate mandate(String asAt) {
		return this.decision
			.within(() -> this.mandates.of(this.decision.appraisal, "joint", AsAt.asked(asAt).orElseThrow()));
	}

	@Test
	void takesEvidenceByHandFromItsDayUntilItIsWithdrawn() throws Exception {
		assertThat(this.manager.page(this.base + "/tests/members-agreed/evidence?model=joint").select("h1").text())
			.contains("State evidence", "Members have seen and agreed");
		assertThat(Pages.errors(state("members-agreed", "1 1 2099")))
			.containsExactly("The day must not be in the future");
		assertThat(Pages.errors(this.manager.sends(this.base + "/tests/members-agreed/evidence", "model", "joint")))
			.containsExactly("Enter what happened", "Enter the day, such as 6 1 2015",
					"Enter the document that shows it, and where", "Enter who says so");
		assertThat(state("members-agreed", "20 12 2014").getRedirectedUrl()).isEqualTo(this.base + "?model=joint");
		assertThat(test("members-agreed").state()).isEqualTo(MandateTest.State.EVIDENCED);
		assertThat(mandate("2014-12-19").failed()).hasSize(4);
		assertThat(this.governor.page(this.base).text()).contains("Shown by evidence that was stated by hand",
				"20 December 2014: Stated by The secretary: Each practice signed a letter (Letters of December 2014)");
		assertThat(this.decision.events("mandate.evidence-stated")).hasSize(1);
		assertThat(Pages.errors(this.manager.sends(this.base + "/evidence/1/withdrawal", "reason", "")))
			.containsExactly("Enter why the evidence is withdrawn");
		this.manager.sends(this.base + "/evidence/1/withdrawal", "reason", "The letters say something else");
		assertThat(test("members-agreed").state()).isEqualTo(MandateTest.State.NOT_EVIDENCED);
		assertThat(this.governor.page(this.base).text()).contains("Withdrawn: The letters say something else");
		assertThat(this.manager.status(this.base + "/tests/none/evidence?model=joint")).isEqualTo(404);
	}

	@Test
	void evidenceByHandUndoesNoContradiction() throws Exception {
		refusedByMembers();
		assertThat(test("constitution").state()).isEqualTo(MandateTest.State.CONTRADICTED);
		state("constitution", "20 12 2014");
		assertThat(test("constitution").state()).isEqualTo(MandateTest.State.CONTRADICTED);
		assertThat(test("constitution").findings())
			.contains("Evidence was stated by hand. The record says the contrary all the same.");
	}

	private void refusedByMembers() {
		this.decision.within(() -> {
			this.constitution.add(this.decision.appraisal,
					new AmendmentStatement("Joint committee", "A section", true, LocalDate.of(2014, 12, 1), null, null,
							null, null, LocalDate.of(2014, 12, 10), null, null, null, null, null));
		});
	}

	private MockHttpServletResponse override(String topics, String reason, String day) throws Exception {
		String[] on = day.split(" ");
		String seen = this.accountable.page(this.base + "/override?model=joint").select("input[name=seen]").val();
		return this.accountable.sends(this.base + "/override", "model", "joint", "topics", topics, "reason", reason,
				"decided.day", on[0], "decided.month", on[1], "decided.year", on[2], "seen", seen);
	}

	@Test
	void onlyTheAccountableOfficerGoesAheadWithAReasonForTestsThatFail() throws Exception {
		assertThat(this.accountable.page(this.base + "/override?model=joint")
			.select("input[name=topics]")
			.eachAttr("value"))
			.containsExactly("members-consulted", "members-agreed", "constitution", "conflicts-arrangements");
		assertThat(Pages.errors(this.accountable.sends(this.base + "/override", "model", "joint"))).containsExactly(
				"Choose the tests that you go ahead without", "Enter why you go ahead all the same",
				"Enter the day, such as 6 1 2015");
		assertThat(Pages.errors(override("members-agreed", "x".repeat(2001), "8 1 2015")))
			.containsExactly("The reason must be 2,000 characters or fewer");
		state("members-consulted", "20 12 2014");
		MockHttpServletResponse passing = override("members-consulted", "No time", "8 1 2015");
		assertThat(Pages.messages(passing)).containsExactly(
				"“Members and stakeholders took part before the proposal” passes on that day and needs no override. Leave "
						+ "it out");
		assertThat(Pages.read(passing).select("textarea[name=reason]").text()).isEqualTo("No time");
		assertThat(override("members-agreed,constitution", "There is no time", "8 1 2015").getRedirectedUrl())
			.isEqualTo(this.base + "?model=joint");
		Mandate mandate = mandate("2015-01-29");
		assertThat(mandate.override().topics()).containsExactlyInAnyOrder("members-agreed", "constitution");
		assertThat(mandate.override().by()).isEqualTo("The Accountable officer");
		assertThat(mandate.outstanding()).extracting(MandateTest::topic).containsExactly("conflicts-arrangements");
		assertThat(mandate("2015-01-07").override()).isNull();
		assertThat(this.governor.page(this.base).text()).contains("The accountable officer goes ahead all the same",
				"There is no time", "Gone ahead without, by the accountable officer’s override.");
		assertThat(this.decision.events("mandate.overridden")).singleElement()
			.satisfies((event) -> assertThat(event.reason()).isEqualTo("There is no time"));
		for (Member other : List.of(this.decision.manager, this.decision.chair, this.decision.governor)) {
			assertThat(new Pages(this.mvc, other).sends(this.base + "/override", "model", "joint").getStatus())
				.isEqualTo(403);
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> this.decision.within(() -> this.mandates.override(this.decision.appraisal,
						new Mandates.Decision("joint", Set.of("members-agreed"), "Why", LocalDate.of(2015, 1, 8)), null,
						other)));
		}
	}

	@Test
	void aTestThatFailsWorseLaterIsNotCovered() throws Exception {
		override("constitution", "There is no time", "8 1 2015");
		assertThat(mandate("2015-01-29").override().topics()).containsExactly("constitution");
		refusedByMembers();
		assertThat(mandate("2015-01-29").override().topics()).isEmpty();
		assertThat(mandate("2015-01-29").outstanding()).extracting(MandateTest::topic).contains("constitution");
		assertThat(this.governor.page(this.base).text()).contains("none of the tests as they fail now.");
		override("constitution", "The members refused, and it is urgent", "9 1 2015");
		assertThat(mandate("2015-01-29").override().topics()).containsExactly("constitution");
		assertThat(mandate("2015-01-29").override().reason()).isEqualTo("The members refused, and it is urgent");
	}

	@Test
	void sufficesWithEveryFailedTestOverriddenUntilThatIsWithdrawn() throws Exception {
		override("members-consulted,members-agreed,constitution,conflicts-arrangements", "There is no time",
				"8 1 2015");
		assertThat(mandate("2015-01-29").sufficient()).isTrue();
		assertThat(Pages.errors(this.accountable.sends(this.base + "/override/1/withdrawal", "reason", "", "on.day",
				"7", "on.month", "1", "on.year", "2015")))
			.containsExactly("Enter why the override is withdrawn",
					"It was decided on 8 January 2015 and cannot be withdrawn before");
		this.accountable.sends(this.base + "/override/1/withdrawal", "reason", "There is time", "on.day", "20",
				"on.month", "1", "on.year", "2015");
		assertThat(mandate("2015-01-29").sufficient()).isFalse();
		assertThat(mandate("2015-01-19").sufficient()).isTrue();
		assertThat(this.governor.page(this.base).text())
			.contains("Withdrawn from 20 January 2015 by The Accountable " + "officer: There is time");
		assertThat(this.decision.events("mandate.override-withdrawn")).hasSize(1);
	}

	@Test
	void losesNoWordsWhereAnotherDecisionWasRecordedMeanwhile() throws Exception {
		override("constitution", "Theirs", "8 1 2015");
		MockHttpServletResponse response = this.accountable.sends(this.base + "/override", "model", "joint", "topics",
				"constitution", "reason", "Mine", "decided.day", "8", "decided.month", "1", "decided.year", "2015",
				"seen", "0");
		assertThat(Pages.messages(response))
			.containsExactly("Another decision was recorded meanwhile. Look at it before you save yours");
		assertThat(Pages.read(response).select(".app-conflict").text()).contains("Theirs");
		assertThat(Pages.read(response).select("textarea[name=reason]").text()).isEqualTo("Mine");
		assertThat(Pages.read(response).select("input[name=seen]").val()).isEqualTo("1");
	}

	@Test
	void tellsContradictionsToWhoeverPutsThePaperAndThePaperTellsTheOverride() throws Exception {
		refusedByMembers();
		this.decision.within(() -> {
			this.beans.getBean(Recommendations.class)
				.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", this.decision.manager);
		});
		List<PaperCheck.Finding> findings = this.decision
			.within(() -> this.beans.getBean(Recommendations.class).findings(this.decision.appraisal));
		assertThat(findings).contains(new PaperCheck.Finding(PaperCheck.Level.LOOK,
				"Members’ mandate: Amendment 1, “Joint committee”, was refused by the members on 10 December 2014",
				this.decision.appraisal.path() + "/mandate"));
		override("constitution", "The members refused, and it is urgent", "9 1 2015");
		Document paper = this.governor.page(this.decision.base() + "/paper");
		String section = paper.select("section[aria-labelledby=mandate]").text();
		assertThat(section).contains("Constitution amended with the members' approval", "Contradicted",
				"Where the record says the contrary", "The accountable officer goes ahead all the same",
				"The Accountable officer, on 9 January 2015: The members refused, and it is urgent",
				"This covers: Constitution amended with the members' approval.", "It does not cover:");
		assertThat(paper.select("section[aria-labelledby=mandate] tbody tr")).hasSize(4);
		assertThat(this.governor.page(this.decision.base() + "/paper?kind=health-and-wellbeing-report").text())
			.contains("Members’ mandate");
	}

	@Test
	void needsNoMoreStatementsForMoreEvidenceAndIsNotForOthers() throws Exception {
		state("members-agreed", "20 12 2014");
		this.governor.page(this.base);
		int one = Statements.during(() -> this.governor.page(this.base)).size();
		for (int day = 1; day < 5; day++) {
			state("constitution", day + " 12 2014");
		}
		override("conflicts-arrangements", "There is no time", "8 1 2015");
		assertThat(Statements.during(() -> this.governor.page(this.base))).hasSize(one).hasSizeLessThanOrEqualTo(23);
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		Pages stranger = new Pages(this.mvc, other.manager);
		assertThat(stranger.status(this.base)).isEqualTo(404);
		assertThat(stranger.status(other.base() + "/mandate/evidence/1/withdrawal")).isEqualTo(404);
	}

}
