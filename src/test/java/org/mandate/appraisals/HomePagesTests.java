package org.mandate.appraisals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;
import org.mandate.recommendations.Recommendations;
import org.mandate.voting.Returns;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where each role begins, on Oxfordshire's case of 29 January 2015.
 */
@MandateTest
class HomePagesTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestOrganisations people;

	@Autowired
	private Appraisals appraisals;

	private OxfordshireDecision decision;

	@BeforeEach
	void ask() {
		this.decision = new OxfordshireDecision(this.beans).compared().asked();
	}

	private Document home(Member member) throws Exception {
		return new Pages(this.mvc, member).page("/" + this.decision.organisation.slug());
	}

	private Document home(Role role) throws Exception {
		return home(person(role, null));
	}

	private Member person(Role role, @Nullable UUID locality) {
		return this.people.person(this.decision.organisation, role, locality);
	}

	private UUID locality(String name) {
		return this.decision.within(() -> this.beans.getBean(Organisations.class).localities())
			.stream()
			.filter((each) -> each.name().equals(name))
			.map(Locality::id)
			.findFirst()
			.orElseThrow();
	}

	private static @Nullable String next(Document home) {
		return home.select(".app-next__action a").text();
	}

	private static String waiting(Document home) {
		return home.select("#waiting ~ ul").text();
	}

	@Test
	void theDirectorReturnsTheirOwnLocalityAndThenWaitsForOthers() throws Exception {
		Member director = person(Role.LOCALITY_DIRECTOR, locality("South West"));
		Document before = home(director);
		assertThat(next(before)).isEqualTo("Return the votes of South West");
		assertThat(before.select(".app-next__detail").text()).isEqualTo("Nothing entered yet");
		assertThat(before.select(".app-next__action a").attr("href"))
			.isEqualTo(this.decision.base() + "/ballots/1/returns/south-west");
		assertThat(waiting(before)).doesNotContain("Return the votes");
		this.decision.counted("south-west", OxfordshireDecision.southWest(9, 3));
		Document after = home(director);
		assertThat(next(after)).isEmpty();
		assertThat(after.text()).contains("Nothing waits for you now.");
		assertThat(waiting(after))
			.contains("Locality clinical director Return the votes of the localities 1 of 6 localities returned");
	}

	@Test
	void theDirectorSeesAReturnThatWasSentBack() throws Exception {
		Member director = person(Role.LOCALITY_DIRECTOR, locality("South West"));
		this.decision.within(() -> {
			Returns returns = this.beans.getBean(Returns.class);
			returns.save(this.decision.place("south-west"), OxfordshireDecision.southWest(9, 3), 0, director);
			returns.submit(this.decision.place("south-west"), "As minuted", director);
		});
		assertThat(next(home(director))).isEmpty();
		this.decision.within(() -> this.beans.getBean(Returns.class)
			.sendBack(this.decision.place("south-west"), "Two do not add up", this.decision.manager));
		Document home = home(director);
		assertThat(next(home)).isEqualTo("Return the votes of South West");
	}

	@Test
	void theManagerSeesTheirTasksOfThisAppraisal() throws Exception {
		Document home = home(this.decision.manager);
		assertThat(next(home)).isNotEmpty();
		assertThat(home.select("#today ~ ul .app-waiting__item").eachText()).hasSize(7)
			.noneMatch((line) -> line.contains("Overdue"));
		assertThat(home.text()).contains("Co-commissioning in 2015/16", "Counted from 29 January 2015");
		assertThat(waiting(home)).contains("Locality clinical director Return the votes of the localities");
	}

	@Test
	void theGoverningBodyMemberReadsThePaperOnceItIsPut() throws Exception {
		assertThat(next(home(this.decision.governor))).isEmpty();
		this.decision.voted();
		this.decision.within(() -> {
			Recommendations recommendations = this.beans.getBean(Recommendations.class);
			recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint",
					this.decision.manager);
			recommendations.put(this.decision.appraisal, 1, "The cover sheet comes later", this.decision.manager);
		});
		Document member = home(this.decision.governor);
		assertThat(next(member)).isEqualTo("Read the paper for 2015/16");
		assertThat(member.select(".app-next__action a").attr("href")).isEqualTo(this.decision.base() + "/paper");
		assertThat(next(home(this.decision.chair))).isEqualTo("Resolve on the recommendation at a meeting");
	}

	@Test
	void theGuardianReviewsDeclarationsOfOthers() throws Exception {
		Member guardian = person(Role.CONFLICTS_GUARDIAN, null);
		assertThat(next(home(guardian))).isEmpty();
		for (Member holder : List.of(this.decision.governor, guardian)) {
			this.decision.within(() -> this.beans.getBean(Interests.class)
				.declare(UUID.randomUUID(), new InterestStatement("Lay member", InterestType.FINANCIAL, null,
						"Shares in a pharmacy", LocalDate.of(2014, 1, 1), null, null, null), holder));
		}
		Document home = home(guardian);
		assertThat(next(home)).isEqualTo("Review declarations of interest");
		assertThat(home.select(".app-next__detail").text()).isEqualTo("1 waits for you");
	}

	@Test
	void theAdministratorKeepsPeopleRegisterAndRecord() throws Exception {
		Document home = home(Role.ADMINISTRATOR);
		assertThat(home.select("#order ~ ul a").eachText()).containsExactly("People and what they may do",
				"Practices, localities and their files", "Verify the record");
		Organisation empty = this.people.establish();
		Document none = new Pages(this.mvc, this.people.person(empty, Role.ADMINISTRATOR, null))
			.page("/" + empty.slug());
		assertThat(next(none)).isEqualTo("Import the practices");
		assertThat(none.text()).contains("No appraisal yet");
	}

	@Test
	void theAccountableOfficerIsToldCalmlyThatNothingWaits() throws Exception {
		assertThat(home(Role.ACCOUNTABLE_OFFICER).text()).contains("Nothing waits for you now.");
	}

	@Test
	void looksAtThreeAppraisalsAndSaysSo() throws Exception {
		for (int year = 2016; year < 2019; year++) {
			FinancialYear next = new FinancialYear(year);
			this.decision.within(() -> this.appraisals.start(next, "next-steps-2014", 1, LocalDate.of(2015, 1, 29)));
		}
		int three = Statements.during(() -> home(this.decision.manager)).size();
		for (int year = 2019; year < 2025; year++) {
			FinancialYear next = new FinancialYear(year);
			this.decision.within(() -> this.appraisals.start(next, "next-steps-2014", 1, LocalDate.of(2015, 1, 29)));
		}
		assertThat(Statements.during(() -> home(this.decision.manager))).hasSize(three);
		Document home = home(this.decision.manager);
		assertThat(home.text()).contains("Tasks of the three latest appraisals stand here");
		assertThat(home.select("#today ~ ul .app-waiting__hint").eachText())
			.allMatch((line) -> line.contains(", as at 29 January 2015"));
		assertThat(home.select(".app-next__detail").text()).startsWith("2024/25, as at 29 January 2015: ");
	}

}
