package org.mandate.voting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.TestPractices;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.beans.factory.annotation.Autowired;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The vote through its pages, on a locality of 14 practices and one of 4.
 */
@MandateTest
class VotingTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations testOrganisations;

	@Autowired
	private Organisations organisations;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	@Autowired
	private Trail trail;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation ccg;

	private AppraisalSummary appraisal;

	private Member manager;

	private Member director;

	private Member other;

	private String ballot;

	private String southWest;

	@BeforeEach
	void open() {
		this.ccg = this.testOrganisations.establish();
		Locality[] localities = Tenant.call(this.ccg.id(), () -> new Locality[] {
				this.organisations.addLocality("South West", null), this.organisations.addLocality("Vale", null) });
		Tenant.run(this.ccg.id(), () -> this.transaction.executeWithoutResult((status) -> {
			practices(localities[0].id(), 14, "A");
			practices(localities[1].id(), 4, "B");
		}));
		this.manager = this.testOrganisations.person(this.ccg, Role.COMMISSIONING_MANAGER, null);
		this.director = this.testOrganisations.person(this.ccg, Role.LOCALITY_DIRECTOR, localities[0].id());
		this.other = this.testOrganisations.person(this.ccg, Role.LOCALITY_DIRECTOR, localities[1].id());
		Tenant.run(this.ccg.id(), () -> {
			this.appraisal = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					LocalDate.of(2015, 1, 29));
			this.voting.setUp(this.appraisal,
					new BallotPlan(BallotKind.CONFIRM, "Do you agree with joint commissioning?", "joint",
							Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1"));
			this.voting.open(this.appraisal, 1, "The manager");
		});
		this.ballot = "/%s/appraisals/2015-16/ballots/1".formatted(this.ccg.slug());
		this.southWest = this.ballot + "/returns/south-west";
	}

	private void practices(UUID locality, int number, String letter) {
		for (int i = 0; i < number; i++) {
			TestPractices.member(this.jdbc, locality, "%s%05d".formatted(letter, i), "Practice " + letter + i, 5000);
		}
	}

	/** Votes in the order of the models: greater involvement, joint, delegated. */
	private MockHttpServletRequestBuilder figures(String address, Member member, String one, String joint,
			String delegated, String abstained, int seen) {
		return post(address).with(as(member))
			.with(csrf())
			.param("votes[0]", one)
			.param("votes[1]", joint)
			.param("votes[2]", delegated)
			.param("abstained", abstained)
			.param("seen", Integer.toString(seen));
	}

	private Document page(String address, Member member) throws Exception {
		return new Pages(this.mvc, member).page(address);
	}

	private void returned() throws Exception {
		this.mvc.perform(figures(this.southWest, this.director, "3", "9", "", "2", 0))
			.andExpect(redirectedUrl(this.southWest + "/check"));
		this.mvc.perform(post(this.southWest + "/submission").with(as(this.director)).with(csrf()))
			.andExpect(redirectedUrl(this.southWest));
	}

	private void accepted() throws Exception {
		returned();
		this.mvc.perform(post(this.southWest + "/acceptance").with(as(this.manager)).with(csrf()))
			.andExpect(redirectedUrl(this.ballot));
	}

	@Test
	void takesAReturnFromTheDirectorToTheResult() throws Exception {
		accepted();
		Document result = page(this.ballot + "/results", this.manager);
		assertThat(result.select("table").get(1).select("tbody tr").first().text()).contains("64.3% (9 of 14)",
				"75.0% (9 of 12)");
		assertThat(result.text())
			.contains("In South West 9 practices approved Option 2, 3 preferred Option 1 and 2 abstained")
			.contains("returns are awaited from Vale")
			.contains("from 56.3% (9 of 16) to 81.3% (13 of 16) expressed");
	}

	@Test
	void showsWhatWasLeftBlankBeforeItIsReturned() throws Exception {
		this.mvc.perform(figures(this.southWest, this.director, "3", "9", "", "", 0))
			.andExpect(status().is3xxRedirection());
		assertThat(page(this.southWest + "/check", this.director).select("dl").text())
			.contains("Prefer Option 3: Delegated commissioning 0")
			.contains("Returned nothing 2")
			.contains("Practices entitled to vote 14");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "1.5", "1000000000000", "nine", "9\u0000", "\u202e9", "\ud83d\ude00" })
	void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped(String typed) throws Exception {
		Document page = Jsoup.parse(this.mvc.perform(figures(this.southWest, this.director, "3", typed, "0", "2", 0))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.select(".nhsuk-error-summary a")).isNotEmpty();
		assertThat(page.select(".nhsuk-error-message")).hasSize(1);
		assertThat(page.select("input[name='votes[0]']").val()).isEqualTo("3");
		if (typed.indexOf('\0') < 0) {
			assertThat(page.select("input[name='votes[1]']").val()).isEqualTo(typed);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "votes[256]", "votes[2147483647]", "votes[99999999999999]" })
	void refusesAFormWithMoreRowsThanItsPage(String name) throws Exception {
		String page = this.mvc.perform(figures(this.southWest, this.director, "3", "9", "0", "2", 0).param(name, "1"))
			.andExpect(status().isBadRequest())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("The form has more rows than its page. Open the page again.");
	}

	@Test
	void refusesMoreVotesThanPractices() throws Exception {
		String page = this.mvc.perform(figures(this.southWest, this.director, "3", "12", "0", "2", 0))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains(
				"The figures add up to 17, but 14 practices are entitled to vote in this locality. Lower them by 3");
	}

	@Test
	void fillsFromTheRegisterBeforeSaving() throws Exception {
		Document rest = Jsoup
			.parse(this.mvc.perform(figures(this.southWest, this.director, "3", "", "", "2", 0).param("fill", "rest"))
				.andReturn()
				.getResponse()
				.getContentAsString());
		assertThat(rest.select("input[name='votes[1]']").val()).isEqualTo("9");
		assertThat(page(this.ballot, this.manager).text()).contains("Not returned yet");
	}

	@Test
	void asksForAReasonWhereFiguresAreUnlikely() throws Exception {
		this.mvc.perform(figures(this.southWest, this.director, "0", "14", "0", "0", 0))
			.andExpect(status().is3xxRedirection());
		String page = this.mvc.perform(post(this.southWest + "/submission").with(as(this.director)).with(csrf()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("All 14 practices voted alike.", "Say why these figures are right");
		this.mvc
			.perform(post(this.southWest + "/submission").with(as(this.director))
				.with(csrf())
				.param("reason", "A show of hands"))
			.andExpect(redirectedUrl(this.southWest));
		assertThat(page(this.southWest, this.manager).text()).contains("A show of hands");
	}

	@Test
	void makesOneReturnOfAFormSentTwice() throws Exception {
		returned();
		this.mvc.perform(post(this.southWest + "/submission").with(as(this.director)).with(csrf()))
			.andExpect(redirectedUrl(this.southWest));
		assertThat(events("return.returned")).hasSize(1);
	}

	@Test
	void makesOneReturnOfAFormSentInParallel() throws Exception {
		this.mvc.perform(figures(this.southWest, this.director, "3", "9", "0", "2", 0))
			.andExpect(status().is3xxRedirection());
		assertThat(AtOnce.times(20,
				() -> this.mvc.perform(post(this.southWest + "/submission").with(as(this.director)).with(csrf()))
					.andReturn()
					.getResponse()
					.getStatus()))
			.isSubsetOf(302, 303, 409);
		assertThat(events("return.returned")).hasSize(1);
	}

	@Test
	void losesNobodysFiguresWhen50PairsSaveOneTally() throws Exception {
		for (int pair = 0; pair < 50; pair++) {
			int seen = unit().version();
			String mine = Integer.toString(pair % 13);
			String theirs = Integer.toString((pair + 7) % 13);
			List<MockHttpServletResponse> answers = AtOnce.all(List.of(
					() -> this.mvc.perform(figures(this.southWest, this.director, mine, "1", "0", "0", seen))
						.andReturn()
						.getResponse(),
					() -> this.mvc.perform(figures(this.southWest, this.manager, theirs, "1", "0", "0", seen))
						.andReturn()
						.getResponse()));
			assertThat(answers).extracting(MockHttpServletResponse::getStatus).as("pair %d", pair).contains(303);
			String kept = Integer.toString(unit().latest().orElseThrow().figures().of("greater-involvement"));
			boolean mineKept = answers.getFirst().getStatus() == 303;
			assertThat(kept).isEqualTo(mineKept ? mine : theirs);
			Document other = Jsoup.parse(answers.get(mineKept ? 1 : 0).getContentAsString());
			assertThat(other.select("h1").text()).as("the other sees both").contains("Somebody else");
			assertThat(other.select("dd").eachText()).contains(mine, theirs);
		}
	}

	@Test
	void showsBothVersionsToTheSecondOfTwoWhoSave() throws Exception {
		this.mvc.perform(figures(this.southWest, this.director, "3", "9", "0", "2", 0))
			.andExpect(status().is3xxRedirection());
		Document conflict = Jsoup.parse(this.mvc.perform(figures(this.southWest, this.manager, "0", "14", "0", "0", 0))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(conflict.select("h1").text()).contains("Somebody else saved this return");
		assertThat(conflict.select("dl").get(0).text()).contains("Agree with Option 2: Joint commissioning 9");
		assertThat(conflict.select("dl").get(1).text()).contains("Agree with Option 2: Joint commissioning 14");
		String seen = conflict.select("input[name=seen]").val();
		this.mvc.perform(figures(this.southWest, this.manager, "0", "14", "0", "0", Integer.parseInt(seen)))
			.andExpect(redirectedUrl(this.southWest + "/check"));
	}

	@Test
	void keepsOldAndNewFiguresOfACorrection() throws Exception {
		accepted();
		int seen = unit().version();
		this.mvc
			.perform(figures(this.southWest + "/correction", this.manager, "4", "8", "0", "2", seen).param("reason",
					"One practice was counted wrongly"))
			.andExpect(redirectedUrl(this.southWest));
		Document result = page(this.ballot + "/results", this.manager);
		String corrections = result.select("section[aria-labelledby=corrections]").text();
		assertThat(corrections).contains("South West, version 2", "One practice was counted wrongly",
				"The Commissioning manager");
		assertThat(result.select("section[aria-labelledby=corrections] dl").get(0).text())
			.contains("Agree with Option 2: Joint commissioning 9");
		assertThat(result.select("section[aria-labelledby=corrections] dl").get(1).text())
			.contains("Agree with Option 2: Joint commissioning 8");
		assertThat(events("return.corrected").getFirst().details()).containsEntry("before",
				Map.of("greater-involvement", 3, "joint", 9, "delegated", 0, "abstained", 2, "spoilt", 0,
						"conflicted out", 0, "absent", 0));
	}

	@Test
	void wantsAReasonForACorrection() throws Exception {
		accepted();
		String page = this.mvc
			.perform(figures(this.southWest + "/correction", this.manager, "4", "8", "0", "2", unit().version()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("Say why the accepted figures are corrected");
	}

	@Test
	void sendsBackWithAReasonAndTakesTheFiguresAgain() throws Exception {
		returned();
		this.mvc
			.perform(post(this.southWest + "/sending-back").with(as(this.manager))
				.with(csrf())
				.param("reason", "Abstentions look high"))
			.andExpect(redirectedUrl(this.ballot));
		Document form = page(this.southWest, this.director);
		assertThat(form.text()).contains("Abstentions look high");
		assertThat(form.select("input[name='votes[1]']").val()).isEqualTo("9");
		this.mvc.perform(figures(this.southWest, this.director, "4", "9", "0", "1", unit().version()))
			.andExpect(redirectedUrl(this.southWest + "/check"));
	}

	@Test
	void takesNothingAfterClosing() throws Exception {
		close("Vale did not answer");
		this.mvc.perform(figures(this.southWest, this.director, "3", "9", "0", "2", 0))
			.andExpect(status().isConflict());
		assertThat(events("return.saved")).isEmpty();
	}

	@Test
	void wantsAReasonToCloseWithLocalitiesOutstanding() throws Exception {
		String page = this.mvc.perform(post(this.ballot + "/closure").with(as(this.manager)).with(csrf()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("nothing was returned from South West and Vale");
		close("The deadline is tomorrow");
		assertThat(page(this.ballot + "/results", this.director).text())
			.contains("Nothing was returned from South West and Vale");
	}

	@Test
	void keepsDirectorsToTheirOwnLocality() throws Exception {
		this.mvc.perform(get(this.southWest).with(as(this.other))).andExpect(status().isForbidden());
		this.mvc.perform(figures(this.southWest, this.other, "3", "9", "0", "2", 0)).andExpect(status().isForbidden());
		assertThat(events("return.saved")).isEmpty();
	}

	@Test
	void readsWhatWasNotStatedBothWays() throws Exception {
		Tenant.run(this.ccg.id(), () -> {
			Returns.Place place = new Returns.Place(this.appraisal, 1, "south-west");
			this.returns.save(place, new Figures(Map.of(), "joint", "the rest agreed", 2, 0, 0, 0), 0, this.director);
			this.returns.submit(place, "As reported at the meeting", this.director);
			this.returns.accept(place, this.manager);
		});
		close("Vale did not answer");
		assertThat(page(this.ballot + "/results", this.director).text()).contains("number not stated",
				"not computable");
		this.mvc.perform(post(this.ballot + "/register-counts").with(as(this.manager)).with(csrf()))
			.andExpect(redirectedUrl(this.ballot + "/results"));
		assertThat(page(this.ballot + "/results", this.director).text()).contains("figures with register counts",
				"the remaining 12 practices agreed");
		assertThat(page(this.ballot + "/results?reading=as-stated", this.director).text()).contains("figures as stated",
				"number not stated");
	}

	@Test
	void showsTheResultOnlyToTheManagerBeforeClosing() throws Exception {
		this.mvc.perform(get(this.ballot + "/results").with(as(this.manager))).andExpect(status().isOk());
		this.mvc.perform(get(this.ballot + "/results").with(as(this.director))).andExpect(status().isConflict());
	}

	@Test
	void readsTheResultWithAFixedNumberOfStatements() throws Exception {
		accepted();
		List<String> sent = Statements
			.during(() -> this.mvc.perform(get(this.ballot + "/results").with(as(this.manager)))
				.andExpect(status().isOk()));
		assertThat(sent).hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void freezesTheElectorateAtOpening() throws Exception {
		Tenant.run(this.ccg.id(), () -> this.transaction.executeWithoutResult((status) -> this.jdbc.sql(
				"update practice_membership set until = '2014-12-31' where practice_id in (select id from practice where code = 'A00001')")
			.update()));
		assertThat(page(this.southWest, this.director).text()).contains("14 practices");
	}

	@Test
	void refusesABallotWithoutAnElectorate() {
		Organisation empty = this.testOrganisations.establish();
		Tenant.run(empty.id(), () -> {
			AppraisalSummary started = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					LocalDate.of(2015, 1, 29));
			int number = this.voting.setUp(started, new BallotPlan(BallotKind.CHOOSE, "Which model do you want?", null,
					Rule.simpleMajority(), LocalDate.of(2015, 1, 1), "2015Q1"));
			assertThatExceptionOfType(BallotNotOpenable.class)
				.isThrownBy(() -> this.voting.open(started, number, "The manager"));
		});
	}

	@Test
	void setsUpABallotThroughItsForm() throws Exception {
		String ballots = this.ballot.substring(0, this.ballot.lastIndexOf('/'));
		assertThat(page(ballots + "/new", this.manager).select("form")).isNotEmpty();
		MockHttpServletRequestBuilder form = post(ballots).with(as(this.manager))
			.with(csrf())
			.param("kind", "CHOOSE")
			.param("question", "Which model do you want?")
			.param("division", "LOCALITIES")
			.param("weight", "PRACTICE")
			.param("quorum", "NONE")
			.param("base", "CAST")
			.param("threshold", "AT_LEAST")
			.param("percentage", "60")
			.param("scope", "EVERY_UNIT")
			.param("census.day", "1")
			.param("census.month", "1")
			.param("census.year", "2015")
			.param("quarter", "2015Q1");
		this.mvc.perform(form).andExpect(redirectedUrl(ballots + "/2"));
		assertThat(page(ballots + "/2", this.manager).text())
			.contains("at least 60% of the practices that voted or abstained, in every locality")
			.contains("18 practices are members on 1 January 2015");
	}

	@Test
	void saysWhatIsMissingWhereABallotIsSetUp() throws Exception {
		String ballots = this.ballot.substring(0, this.ballot.lastIndexOf('/'));
		String page = this.mvc
			.perform(post(ballots).with(as(this.manager))
				.with(csrf())
				.param("kind", "CONFIRM")
				.param("threshold", "AT_LEAST")
				.param("percentage", "0")
				.param("census.day", "31")
				.param("census.month", "2")
				.param("census.year", "2015"))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("Choose the model that is recommended", "Enter the question",
				"Enter the percentage as a whole number from 1 to 100", "Choose of what the share is taken",
				"Enter the census date as a real date", "Enter the quarter of the list sizes");
	}

	private void close(String reason) throws Exception {
		this.mvc.perform(post(this.ballot + "/closure").with(as(this.manager)).with(csrf()).param("reason", reason))
			.andExpect(redirectedUrl(this.ballot + "/results"));
	}

	private BallotRecord.UnitRecord unit() {
		return Tenant.call(this.ccg.id(), () -> this.voting.ballot(this.appraisal, 1).unit("south-west"));
	}

	private List<Trail.Entry> events(String action) {
		return Tenant.call(this.ccg.id(), () -> this.trail.events(this.appraisal.id().id(), 0, 100))
			.stream()
			.filter((entry) -> entry.action().equals(action))
			.toList();
	}

}
