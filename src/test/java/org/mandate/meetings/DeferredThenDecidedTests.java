package org.mandate.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.CommitteeStatement;
import org.mandate.committees.Committees;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.HolderStatement;
import org.mandate.committees.Quorum.AllOf;
import org.mandate.committees.Quorum.Counted;
import org.mandate.committees.Quorum.Members;
import org.mandate.committees.Quorum.Presiding;
import org.mandate.committees.Roster.Office;
import org.mandate.committees.SeatRole;
import org.mandate.committees.SeatStatement;
import org.mandate.committees.Seats;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;
import org.mandate.interests.ReviewStatement;
import org.mandate.meetings.AgendaItem.Purpose;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Three general practitioners are excluded, one of them the chair: the item is inquorate,
 * the vice chair presides and it is deferred. The next meeting, which a nurse has joined,
 * decides. Minutes and both public registers say so, and nothing was typed twice.
 */
@MandateTest
class DeferredThenDecidedTests {

	private static final LocalDate JANUARY = LocalDate.of(2015, 1, 29);

	private static final LocalDate FEBRUARY = LocalDate.of(2015, 2, 26);

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	private OxfordshireDecision decision;

	private Member guardian;

	private CommitteeId body;

	private final List<UUID> practitioners = new ArrayList<>();

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		TestOrganisations people = this.beans.getBean(TestOrganisations.class);
		this.guardian = people.person(this.decision.organisation, Role.CONFLICTS_GUARDIAN, null);
		Member second = people.person(this.decision.organisation, Role.GOVERNING_BODY_MEMBER, null);
		Member third = people.person(this.decision.organisation, Role.GOVERNING_BODY_MEMBER, null);
		this.decision.within(() -> {
			Committees committees = this.beans.getBean(Committees.class);
			this.body = committees.establish(new CommitteeStatement("Governing Body", Committee.Kind.GOVERNING_BODY,
					false, null, null, null, DecisionRule.MAJORITY_OF_VOTES_CAST, false));
			this.practitioners.add(seat("Clinical chair", SeatRole.GP, Office.CHAIR, this.decision.chair, null));
			seat("Lay member", SeatRole.LAY, Office.VICE_CHAIR, null, "Vic Chairing");
			this.practitioners.add(seat("GP north", SeatRole.GP, null, second, null));
			this.practitioners.add(seat("GP south", SeatRole.GP, null, third, null));
			seat("Chief officer", SeatRole.CHIEF_OFFICER, null, null, "Chief Officer");
			seat("Lay member for patients", SeatRole.LAY, null, null, "Pat Lay");
			UUID nurse = this.beans.getBean(Seats.class)
				.add(this.body, new SeatStatement("Registered nurse", SeatRole.NURSE, true, null));
			this.beans.getBean(Seats.class)
				.fill(this.body, nurse, new HolderStatement(null, "Nell Nurse", null, FEBRUARY, null, null, null));
			committees.rule(this.body, new AllOf(List.of(new Members(4, Set.of(), Counted.VOTING), new Presiding())));
			Recommendations recommendations = this.beans.getBean(Recommendations.class);
			recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint",
					this.decision.manager);
			recommendations.put(this.decision.appraisal, 1, "The rest follows at the meeting", this.decision.manager);
		});
		declared(this.decision.chair, "partner in the practice of the north");
		declared(second, "partner in the practice of the east");
		declared(third, "partner in the practice of the south");
	}

	private UUID seat(String title, SeatRole role, Office office, Member member, String name) {
		Seats seats = this.beans.getBean(Seats.class);
		UUID seat = seats.add(this.body, new SeatStatement(title, role, true, office));
		seats.fill(this.body, seat, new HolderStatement((member != null) ? member.id().id() : null,
				(member != null) ? member.name() : name, null, LocalDate.of(2014, 4, 1), null, null, null));
		return seat;
	}

	private void declared(Member holder, String words) {
		this.decision.within(() -> {
			Interests interests = this.beans.getBean(Interests.class);
			UUID id = UUID.randomUUID();
			interests.declare(id, new InterestStatement("GP", InterestType.FINANCIAL, null, words,
					LocalDate.of(2010, 4, 1), null, null, null), holder);
			interests.review(id, 1, new ReviewStatement(true, "Declares it at meetings", null, null), this.guardian);
		});
	}

	private String address(String path) {
		return "/" + this.decision.organisation.slug() + path;
	}

	private Document page(String path, Member member) throws Exception {
		return new Pages(this.mvc, member).page(address(path));
	}

	private Document anybody(String path) throws Exception {
		return Pages.ofAnybody(this.mvc).page(address(path));
	}

	private void send(String path, Map<String, String> fields) throws Exception {
		MockHttpServletResponse answer = new Pages(this.mvc, this.decision.chair).sends(address(path), fields);
		assertThat(answer.getRedirectedUrl())
			.as(() -> path + ": " + answer.getStatus() + " "
					+ Pages.read(answer).select(".nhsuk-error-message, .nhsuk-error-summary").eachText())
			.startsWith("/" + this.decision.organisation.slug() + "/meetings/");
	}

	private Document refused(String path, Map<String, String> fields) throws Exception {
		MockHttpServletResponse answer = new Pages(this.mvc, this.decision.chair).sends(address(path), fields);
		assertThat(answer.getStatus()).isEqualTo(200);
		return Pages.read(answer);
	}

	private Meeting one(MeetingId id) {
		return this.decision.within(() -> this.beans.getBean(Meetings.class).one(id));
	}

	private MeetingId opened(LocalDate on) throws Exception {
		MeetingId id = this.decision
			.within(() -> this.beans.getBean(Meetings.class).call(this.body, new Meeting.Details(on, "09:00", null)));
		if (on.equals(JANUARY)) {
			this.decision.within(() -> this.beans.getBean(Agendas.class)
				.add(id, new Statement("Co-commissioning", Purpose.DECISION, null, null, this.decision.appraisal.id(),
						false, Touching.NOTHING, List.of())));
		}
		send("/meetings/" + id + "/opening", Map.of("confirmed", "true"));
		Map<String, String> present = new LinkedHashMap<>();
		Meeting meeting = one(id);
		for (int i = 0; i < meeting.members().size(); i++) {
			present.put("rows[" + i + "].attendance", "PRESENT");
		}
		present.put("version", Integer.toString(meeting.version()));
		send("/meetings/" + id + "/attendance", present);
		return id;
	}

	private String item(MeetingId id) {
		return "/meetings/" + id + "/items/" + one(id).items().getFirst().id();
	}

	private void rule(MeetingId id, Ruling chairs, Ruling others) throws Exception {
		for (UUID seat : this.practitioners) {
			Document asked = page(item(id) + "/rulings/" + seat, this.decision.chair);
			assertThat(asked.text()).contains("Rules: Vic Chairing (Vice chair)");
			send(item(id) + "/rulings/" + seat,
					Map.of("ruling", (seat.equals(this.practitioners.getFirst()) ? chairs : others).name()));
		}
	}

	private void closed(MeetingId id) throws Exception {
		send("/meetings/" + id + "/closing", Map.of("version", Integer.toString(one(id).version())));
		send("/meetings/" + id + "/publication", Map.of());
	}

	@Test
	void anInquorateItemIsDeferredAndDecidedAtTheNextMeeting() throws Exception {
		MeetingId january = opened(JANUARY);
		Document declaring = page(item(january) + "/declarations", this.decision.chair);
		List<String> registered = declaring.select("input[name=interests]").eachAttr("value");
		assertThat(registered).hasSize(3);
		MockHttpServletRequestBuilder ticks = post(address(item(january) + "/declarations"))
			.with(as(this.decision.chair))
			.with(csrf());
		registered.forEach((interest) -> ticks.param("interests", interest));
		this.mvc.perform(ticks).andExpect(status().is3xxRedirection());
		assertThat(page(item(january), this.decision.manager).select("main").text())
			.contains("There is no ruling yet on what")
			.contains("partner in the practice of the north");
		rule(january, Ruling.EXCLUDED, Ruling.EXCLUDED);
		assertThat(page(item(january), this.decision.manager).select("main").text()).contains("Not quorate",
				"Missing: 1 more voting member", "The item can only be deferred",
				"6 of 6 members are there for the item, 3 take part in the decision, 3 may vote",
				"Presides: Vic Chairing (Vice chair)");

		String seen = Integer.toString(one(january).version());
		assertThat(refused(item(january) + "/outcome",
				Map.of("manner", "BY_COUNT", "votesFor", "3", "votesAgainst", "0", "abstained", "0", "result",
						"APPROVED", "seen", seen))
			.select(".nhsuk-error-summary")
			.text()).contains("The item is not quorate. Missing: 1 more voting member. It can only be deferred");
		send(item(january) + "/outcome", Map.of("manner", "NONE", "result", "DEFERRED", "reason",
				"Three members are excluded: not quorate", "seen", seen));
		closed(january);
		assertThat(this.decision.within(() -> this.beans.getBean(Recommendations.class)
			.current(this.decision.appraisal.id())
			.orElseThrow()
			.put())).as("still before the governing body").isTrue();

		MeetingId february = opened(FEBRUARY);
		assertThat(one(february).items()).singleElement()
			.satisfies((item) -> assertThat(item.declarations()).hasSize(3)
				.allSatisfy((declared) -> assertThat(declared.origin()).isEqualTo(AgendaItem.Origin.CARRIED)));
		rule(february, Ruling.DISCUSSION_ONLY, Ruling.EXCLUDED);
		assertThat(page(item(february), this.decision.manager).select("main").text()).contains("Quorate")
			.contains("7 of 7 members are there for the item, 4 take part in the decision, 4 may vote");
		Map<String, String> votes = new LinkedHashMap<>();
		Document asked = page(item(february) + "/outcome", this.decision.chair);
		List<String> seats = asked.select("input[name$=.seat]").eachAttr("value");
		assertThat(seats).hasSize(4)
			.doesNotContainAnyElementsOf(this.practitioners.stream().map(UUID::toString).toList());
		for (int i = 0; i < seats.size(); i++) {
			votes.put("votes[" + i + "].seat", seats.get(i));
			votes.put("votes[" + i + "].choice", (i == 3) ? "ABSTAINED" : "FOR");
		}
		votes.put("manner", "BY_NAME");
		votes.put("result", "APPROVED");
		votes.put("seen", asked.select("input[name=seen]").val());
		send(item(february) + "/outcome", votes);
		closed(february);

		assertThat(page("/meetings/" + january + "/minutes", this.decision.manager).text()).contains(
				"Vic Chairing (Vice chair) presided", "Excluded. Ruled by Vic Chairing (Vice chair)",
				"Not quorate: 1 more voting member missing", "Deferred",
				"Reason: Three members are excluded: not quorate");
		assertThat(page("/meetings/" + february + "/minutes", this.decision.manager).text())
			.contains("Approved: 3 for, 0 against, 1 abstained", "Abstained: Nell Nurse", "Quorate.")
			.contains("For: Vic Chairing, Chief Officer, Pat Lay");
		String decisions = anybody("/register-of-decisions").select("main").text();
		assertThat(decisions).contains("2015-001", "2015-002", "Deferred", "Approved");
		assertThat(anybody("/register-of-decisions/2015-002").select("main").text())
			.contains("partner in the practice of the north", "3 for, 0 against, 1 abstained", "26 February 2015");
		assertThat(anybody("/register-of-interests").select("main").text()).containsOnlyOnce("practice of the north")
			.contains("Governing Body");
		assertThat(page(this.decision.appraisal.path() + "/papers/1", this.decision.manager).text())
			.contains("Governing Body, 26 February 2015, item 1", "Nell Nurse");
		assertThat(page("/year-end?year=2014-15", this.decision.manager).select("tbody tr").eachText())
			.contains("Register of decisions register-of-decisions.csv 2 Nothing");
		assertThat(page("/year-end?year=2013-14", this.decision.manager).select("tbody tr").eachText())
			.contains("Register of decisions register-of-decisions.csv 0 Nothing");
	}

}
