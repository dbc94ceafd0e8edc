package org.mandate.committees;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.TestPractices;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.Pages.errors;

/**
 * What meetings go by: when a motion is carried, who works at which practice, and a
 * quorum that is removed again.
 */
@MandateTest
class CommitteeRulesPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Committees committees;

	@Autowired
	private Seats seats;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private TestPractices practices;

	private Organisation organisation;

	private Member manager;

	private Pages pages;

	private String base;

	@BeforeEach
	void start() {
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.pages = new Pages(this.mvc, this.manager);
		this.base = "/" + this.organisation.slug() + "/committees";
	}

	@Test
	void recordsWhenAMotionIsCarried() throws Exception {
		Document blank = this.pages.page(this.base + "/new");
		assertThat(blank.select("input[name=decisionRule][checked]").eachAttr("value"))
			.containsExactly("MAJORITY_OF_VOTES_CAST");
		assertThat(blank.select("input[name=decisionRule]")).hasSize(4);
		assertThat(errors(this.pages.sends(this.base, "name", "A", "kind", "GOVERNING_BODY", "decisionRule", "WHIM")))
			.containsExactly("Choose when a motion is carried");
		CommitteeId id = establish();
		String committee = this.base + "/" + id;
		assertThat(this.pages.page(committee).text())
			.contains("Needed to carry a motion: more votes for than against. A majority of the votes cast");
		this.pages.sends(committee + "/details", "name", "A", "kind", "GOVERNING_BODY", "decisionRule",
				"TWO_THIRDS_OF_VOTES_CAST", "castingVote", "true", "version", "0");
		assertThat(one(id).statement().decisionRule()).isEqualTo(DecisionRule.TWO_THIRDS_OF_VOTES_CAST);
		assertThat(one(id).statement().castingVote()).isTrue();
		assertThat(this.pages.page(committee).text())
			.contains("Needed to carry a motion: at least two thirds of the votes cast; "
					+ "in a tie whoever presides has a second, casting vote.");
		Document form = this.pages.page(committee + "/details");
		assertThat(form.select("input[name=decisionRule][checked]").eachAttr("value"))
			.containsExactly("TWO_THIRDS_OF_VOTES_CAST");
		assertThat(form.select("input[name=castingVote][checked]")).hasSize(1);
		assertThat(this.pages.page(committee + "/history").text()).contains("At least two thirds of the votes cast");
		Document theirs = Pages.read(this.pages.sends(committee + "/details", "name", "B", "kind", "GOVERNING_BODY",
				"decisionRule", "CONSENSUS", "version", "0"));
		assertThat(theirs.selectFirst(".app-conflict").text())
			.contains("at least two thirds of the votes cast; in a tie");
		assertThat(theirs.select("input[name=decisionRule][checked]").eachAttr("value")).containsExactly("CONSENSUS");
	}

	@Test
	void recordsThePracticeWhereSomebodyWorks() throws Exception {
		this.practices.register(this.organisation, "K84001", "-K84002");
		CommitteeId id = establish();
		String seat = this.base + "/" + id + "/seats/" + seat(id, SeatRole.GP);
		Document form = this.pages.page(seat + "/holders/new");
		assertThat(form.select("select[name=practice] option").eachText()).containsExactly("None",
				"SURGERY K84001, K84001");
		assertThat(form.text()).contains("A GP takes no part in decisions on investment in");
		String lay = this.base + "/" + id + "/seats/" + seat(id, SeatRole.LAY);
		assertThat(this.pages.page(lay + "/holders/new").text()).doesNotContain("A GP takes no part");
		assertThat(
				errors(this.pages.sends(seat + "/holders", "name", "Jo", "from.day", "1/1/2015", "practice", "K84002")))
			.containsExactly("Choose a practice from the list");
		this.pages.sends(seat + "/holders", "name", "Jo", "from.day", "1/1/2015", "practice", "K84001");
		this.pages.sends(lay + "/holders", "person", this.manager.id().id().toString(), "from.day", "1/1/2015");
		List<Roster.Sitting> sittings = one(id).roster(LocalDate.of(2015, 1, 2)).sittings();
		assertThat(sittings).extracting(Roster.Sitting::practice).containsExactly("K84001", null);
		assertThat(sittings).extracting(Roster.Sitting::person).containsExactly(null, this.manager.id().id());
		assertThat(this.pages.page(this.base + "/" + id).select("a[href$=/practices/K84001]")).hasSize(1);
		assertThat(this.pages.page(seat).text()).contains("Practice K84001");
		assertThat(this.pages.page(this.base + "/" + id + "/history").text()).contains("K84001");
		this.practices.register(this.organisation, "-K84001", "K84003");
		String holder = seat + "/holders/" + one(id).seat(sittings.getFirst().seat()).holders().getFirst().id();
		form = this.pages.page(holder);
		assertThat(form.selectFirst("select[name=practice] option[selected]").text())
			.isEqualTo("K84001 (no longer open)");
		this.pages.sends(holder, "name", "Jo Elm", "from.day", "1/1/2015", "practice", "K84001", "version", "0");
		assertThat(one(id).roster(LocalDate.of(2015, 1, 2)).sittings().getFirst())
			.extracting(Roster.Sitting::name, Roster.Sitting::practice)
			.containsExactly("Jo Elm", "K84001");
	}

	@Test
	void removesTheQuorumForAReason() throws Exception {
		CommitteeId id = establish();
		String committee = this.base + "/" + id;
		String removal = committee + "/quorum/removal";
		assertThat(this.pages.page(committee + "/quorum").select("a[href$=/quorum/removal]")).isEmpty();
		assertThat(this.pages.page(removal).text()).contains("No rule is recorded, so there is none to remove");
		assertThat(errors(this.pages.sends(removal, "reason", "Why", "version", "0")))
			.containsExactly("No rule is recorded, so there is none to remove");
		this.pages.sends(committee + "/quorum", "act", "save", "version", "0", "parts[0].kind", "presiding");
		assertThat(this.pages.page(committee + "/quorum").select("a[href$=/quorum/removal]")).hasSize(1);
		assertThat(this.pages.page(removal).text())
			.contains("The rule now: those present and not excluded must be the chair or");
		assertThat(errors(this.pages.sends(removal, "reason", " ", "version", "1")))
			.containsExactly("Enter why the quorum is removed");
		Document late = Pages.read(this.pages.sends(removal, "reason", "Mine", "version", "0"));
		assertThat(late.selectFirst(".app-conflict").text())
			.contains("The Commissioning manager changed the committee");
		assertThat(late.selectFirst("textarea").text()).isEqualTo("Mine");
		assertThat(late.selectFirst("input[name=version]").val()).isEqualTo("1");
		assertThat(one(id).quorum()).isNotNull();
		assertThat(this.pages.sends(removal, "reason", "It was never <agreed>", "version", "1").getStatus())
			.isEqualTo(303);
		assertThat(one(id).quorum()).isNull();
		assertThat(this.pages.page(committee).text()).contains("No rule is recorded yet");
		assertThat(this.pages.page(committee + "/history").selectFirst(".app-timeline__entry").text())
			.contains("Removed the quorum of", "It was never <agreed>", "the chair or the vice chair");
		this.pages.sends(committee + "/quorum", "act", "save", "version", "2", "parts[0].kind", "members",
				"parts[0].atLeast", "2", "parts[0].counted", "ALL");
		assertThat(this.pages.page(committee).text()).contains("at least 2 members");
	}

	private CommitteeId establish() {
		return Tenant.call(this.organisation.id(), () -> this.committees.establish(new CommitteeStatement("Committee",
				Committee.Kind.GOVERNING_BODY, false, null, null, null, DecisionRule.MAJORITY_OF_VOTES_CAST, false)));
	}

	private UUID seat(CommitteeId id, SeatRole role) {
		return Tenant.call(this.organisation.id(),
				() -> this.seats.add(id, new SeatStatement(role.name(), role, true, null)));
	}

	private Committee one(CommitteeId id) {
		return Tenant.call(this.organisation.id(), () -> this.committees.one(id));
	}

}
