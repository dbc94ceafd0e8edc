package org.mandate.meetings;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.committees.SeatRole;
import org.mandate.database.Statements;
import org.mandate.interests.InterestStatement;
import org.mandate.interests.InterestType;
import org.mandate.interests.Interests;
import org.mandate.meetings.AgendaItem.Purpose;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;
import org.mandate.recommendations.Recommendations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

@MandateTest
class ItemPagesTests {

	private static final LocalDate DAY = LocalDate.of(2015, 1, 29);

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MockMvc mvc;

	private OxfordshireDecision decision;

	private TestMeetings body;

	private MeetingId meeting;

	@BeforeEach
	void start() {
		this.decision = new OxfordshireDecision(this.beans);
		this.body = new TestMeetings(this.beans, this.decision.organisation, "Governing Body").withFive()
			.seat("Gil Practitioner", SeatRole.GP, null, null);
	}

	private String item(int number) {
		return "/" + this.decision.organisation.slug() + "/meetings/" + this.meeting + "/items/"
				+ this.body.item(this.meeting, number);
	}

	private MockHttpServletResponse sent(String address, Map<String, String> fields) throws Exception {
		return new Pages(this.mvc, this.decision.manager).sends(address, fields);
	}

	private List<String> errors(String address, Map<String, String> fields) throws Exception {
		MockHttpServletResponse response = sent(address, fields);
		assertThat(Pages.read(response).title()).startsWith("Error: ");
		return Pages.errors(response);
	}

	private void done(String address, Map<String, String> fields) throws Exception {
		MockHttpServletResponse response = sent(address, fields);
		assertThat(response.getStatus()).as(() -> Pages.read(response).select(".nhsuk-error-summary").text())
			.isEqualTo(303);
	}

	private Document page(String address, Member member) throws Exception {
		return new Pages(this.mvc, member).page(address);
	}

	private String version() {
		return Integer.toString(this.body.one(this.meeting).version());
	}

	private String seat(String name) {
		return this.body.seatOf(name).toString();
	}

	@Test
	void saysWhatIsMissingInADeclaration() throws Exception {
		this.meeting = this.body.opened(DAY, TestMeetings.motion("Premises", "To buy them", null));
		String address = item(1) + "/declarations";
		assertThat(errors(address, Map.of()))
			.containsExactly("Choose what is declared, or enter what is not on the register");
		assertThat(errors(address, Map.of("words", "A cousin works there"))).containsExactly("Choose who declares it",
				"Choose whether the member agrees to its publication");
		assertThat(errors(address, Map.of("seat", seat("Nell Nurse"), "publish", "yes")))
			.containsExactly("Enter what is declared");
		assertThat(errors(address, Map.of("seat", seat("Nell Nurse"), "publish", "yes", "words", "x".repeat(1001))))
			.containsExactly("What is declared must be 1,000 characters or fewer");
		assertThat(sent(address, Map.of("interests", UUID.randomUUID().toString())).getStatus()).isEqualTo(404);
		assertThat(sent(address, Map.of("interests", "no id")).getStatus()).isEqualTo(404);
		assertThat(this.body.one(this.meeting).items().getFirst().declarations()).isEmpty();
	}

	@Test
	void keepsADeclarationSentTwiceOnceAndWithdrawsItWithItsRuling() throws Exception {
		this.meeting = this.body.opened(DAY, TestMeetings.motion("Premises", "To buy them", null));
		Map<String, String> said = Map.of("seat", seat("Nell Nurse"), "publish", "no", "words", "A cousin works there");
		done(item(1) + "/declarations", said);
		done(item(1) + "/declarations", said);
		assertThat(this.body.one(this.meeting).items().getFirst().declarations()).hasSize(1);
		assertThat(page(item(1), this.decision.manager).text()).contains("A cousin works there");
		assertThat(page(item(1), this.decision.governor).text()).doesNotContain("A cousin works there")
			.contains(Minutes.WITHHELD);
		done(item(1) + "/rulings/" + seat("Nell Nurse"), Map.of("ruling", "EXCLUDED", "reason", "Too close"));
		UUID declaration = this.body.one(this.meeting).items().getFirst().declarations().getFirst().id();
		String withdrawal = item(1) + "/declarations/" + declaration + "/withdrawal";
		assertThat(errors(withdrawal, Map.of())).containsExactly("Enter why it is withdrawn");
		done(withdrawal, Map.of("reason", "Said of another item"));
		assertThat(this.body.one(this.meeting).items().getFirst()).satisfies((item) -> {
			assertThat(item.declarations()).isEmpty();
			assertThat(item.rulings()).isEmpty();
		});
		assertThat(sent(withdrawal, Map.of("reason", "Again")).getStatus()).isEqualTo(404);
	}

	@Test
	void letsNobodyRuleOnThemselvesAndTheViceChairRuleOnTheChair() throws Exception {
		this.meeting = this.body.opened(DAY, TestMeetings.motion("Premises", "To buy them", null));
		for (String name : List.of("Chris Chair", "Vic Vice")) {
			done(item(1) + "/declarations", Map.of("seat", seat(name), "publish", "yes", "words", "Owns them"));
		}
		String ruling = item(1) + "/rulings/" + seat("Chris Chair");
		assertThat(errors(ruling, Map.of())).containsExactly("Choose the ruling");
		assertThat(errors(ruling, Map.of("ruling", "EXCLUDED")))
			.containsExactly("Nobody presides who could rule: choose first who presides over this item");
		assertThat(errors(item(1) + "/presiding", Map.of())).containsExactly("Choose who presides");
		assertThat(errors(item(1) + "/presiding", Map.of("presiding", seat("Vic Vice"))).getFirst())
			.startsWith("Vic Vice cannot preside over this item");
		done(item(1) + "/presiding", Map.of("presiding", seat("Pat Lay")));
		done(ruling, Map.of("ruling", "EXCLUDED"));
		done(item(1) + "/rulings/" + seat("Vic Vice"), Map.of("ruling", "NO_CONFLICT"));
		assertThat(page(item(1), this.decision.governor).text()).contains("Excluded. Ruled by Pat Lay",
				"No conflict. Ruled by Pat Lay", "Presides: Vic Vice (Vice chair)");
		assertThat(errors(item(1) + "/rulings/" + seat("Nell Nurse"), Map.of("ruling", "EXCLUDED")))
			.containsExactly("Nell Nurse declared nothing on this item");
	}

	@Test
	void keepsAPractitionerFromAnItemAboutTheirOwnPractice() throws Exception {
		this.meeting = this.body.opened(DAY, new Statement("Winter", Purpose.DECISION, "To pay for more", null, null,
				false, Touching.INVESTMENT, List.of()));
		String gil = seat("Gil Practitioner");
		assertThat(
				page(item(1) + "/rulings/" + gil, this.decision.manager).select("input[name=ruling]").eachAttr("value"))
			.containsExactly("DISCUSSION_ONLY", "REMAIN_ONLY", "EXCLUDED");
		assertThat(errors(item(1) + "/rulings/" + gil, Map.of("ruling", "DISCUSSION_AND_DECISION")).getFirst())
			.startsWith("The item is about Gil Practitioner's own practice");
		done(item(1) + "/rulings/" + gil, Map.of("ruling", "DISCUSSION_ONLY"));
		assertThat(page(item(1) + "/outcome", this.decision.manager).select("input[name$=.seat]").eachAttr("value"))
			.hasSize(5)
			.doesNotContain(gil);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "|||||Choose what was decided|Choose how the votes were taken",
			"APPROVED|BY_COUNT||0|0|Enter how many voted for, 0 if nobody did|",
			"APPROVED|BY_COUNT|nine|0|0|Enter a whole number from 0 to 999|",
			"APPROVED|BY_COUNT|7|0|0|That is 7, and 6 members may vote on this item|",
			"APPROVED|BY_COUNT|0|0|0|Enter at least one vote for, against or abstained|",
			"APPROVED|BY_COUNT|2|3|0|Approved does not follow from 2 for, 3 against, 0 abstained: it needs more votes for than against|",
			"REJECTED|BY_COUNT|3|2|0|Rejected does not follow from 3 for, 2 against, 0 abstained: that carries the motion|",
			"DEFERRED|BY_COUNT|3|2|0|Enter the reason for the deferral|",
			"APPROVED|NONE||||Choose how the votes were taken|",
			"NOTED|BY_COUNT|3|2|0|The item is for decision: choose what was decided|",
			"APPROVED_WITH_AMENDMENTS|BY_COUNT|3|2|0|Enter the wording that was approved|" })
	void saysWhatIsWrongWithAnOutcome(String result, String manner, String votesFor, String against, String abstained,
			String first, String second) throws Exception {
		this.meeting = this.body.opened(DAY, TestMeetings.motion("Premises", "To buy them", null));
		Map<String, String> typed = new LinkedHashMap<>();
		put(typed, "result", result);
		put(typed, "manner", manner);
		put(typed, "votesFor", votesFor);
		put(typed, "votesAgainst", against);
		put(typed, "abstained", abstained);
		typed.put("notes", "What was said");
		typed.put("seen", version());
		assertThat(errors(item(1) + "/outcome", typed)).contains(first)
			.containsAll((second != null) ? List.of(second) : List.of());
		assertThat(Pages.read(sent(item(1) + "/outcome", typed)).select("textarea[name=notes]").val())
			.isEqualTo("What was said");
		assertThat(this.body.one(this.meeting).items().getFirst().outcome()).isNull();
	}

	private static void put(Map<String, String> typed, String field, String value) {
		if (value != null) {
			typed.put(field, value);
		}
	}

	@Test
	void keepsWhatWasTypedWhenTheRecordChangedMeanwhile() throws Exception {
		this.meeting = this.body.opened(DAY, TestMeetings.motion("Premises", "To buy them", null));
		Map<String, String> typed = new LinkedHashMap<>(Map.of("result", "APPROVED", "manner", "BY_COUNT", "votesFor",
				"5", "votesAgainst", "0", "abstained", "0", "reason", "Cheap", "seen", version()));
		done(item(1) + "/declarations", Map.of("seat", seat("Nell Nurse"), "publish", "yes", "words", "Owns them"));
		done(item(1) + "/rulings/" + seat("Nell Nurse"), Map.of("ruling", "DISCUSSION_ONLY"));
		MockHttpServletResponse response = sent(item(1) + "/outcome", typed);
		Document page = Pages.read(response);
		assertThat(page.text()).contains("changed the record of the meeting meanwhile", "5 may vote");
		assertThat(page.select("textarea[name=reason]").val()).isEqualTo("Cheap");
		typed.put("seen", page.select("input[name=seen]").val());
		done(item(1) + "/outcome", typed);
		done(item(1) + "/outcome", withSeen(typed));
		assertThat(this.body.one(this.meeting).items().getFirst().outcome().words())
			.isEqualTo("Approved: 5 for, 0 against, 0 abstained");
		done(item(1) + "/reopening", Map.of());
		assertThat(this.body.one(this.meeting).items().getFirst().outcome()).isNull();
	}

	private Map<String, String> withSeen(Map<String, String> typed) {
		Map<String, String> again = new LinkedHashMap<>(typed);
		again.put("seen", version());
		return again;
	}

	@Test
	void changesNothingOfAClosedMeeting() throws Exception {
		this.meeting = this.body.opened(DAY, TestMeetings.motion("Premises", "To buy them", null));
		this.body.left(this.meeting, 1, TestMeetings.approved()).closed(this.meeting, null, this.decision.manager);
		assertThat(errors(item(1) + "/declarations",
				Map.of("seat", seat("Nell Nurse"), "publish", "yes", "words", "Late")))
			.containsExactly("The meeting is not open: nothing of its record can be changed");
		done(item(1) + "/reopening", Map.of());
		done(item(1) + "/outcome", Map.of("result", "REJECTED"));
		assertThat(this.body.one(this.meeting).items().getFirst().outcome().words())
			.isEqualTo("Approved: 4 for, 0 against, 1 abstained");
	}

	@Test
	void showsTheRecommendationOnlyToWhoSaidWhetherTheirInterestsTouchIt() throws Exception {
		Member chair = this.decision.chair;
		this.decision.within(() -> {
			Recommendations recommendations = this.beans.getBean(Recommendations.class);
			recommendations.begin(this.decision.appraisal, Recommendations.Source.CHOSEN_MODEL, "joint",
					this.decision.manager);
			this.beans.getBean(Interests.class)
				.declare(UUID.randomUUID(), new InterestStatement("Chair", InterestType.FINANCIAL, null, "A practice",
						LocalDate.of(2010, 4, 1), null, null, null), chair);
		});
		this.meeting = this.body.called(DAY, TestMeetings.recommendation(this.decision.appraisal.id()));
		assertThat(page(item(1), this.decision.manager).text()).contains("is not before the governing body yet");
		this.decision.within(() -> this.beans.getBean(Recommendations.class)
			.put(this.decision.appraisal, 1, "The rest follows", this.decision.manager));
		assertThat(page(item(1), this.decision.manager).text()).contains("wishes to opt for a joint commissioning");
		assertThat(page(item(1), chair).text()).doesNotContain("wishes to opt for a joint commissioning")
			.contains("you are asked whether your interests touch it");
	}

	@Test
	void takesTheSameStatementsHoweverMuchIsDeclared() throws Exception {
		this.meeting = this.body.opened(DAY, TestMeetings.motion("Premises", "To buy them", null));
		List<String> few = Statements.during(() -> page(item(1), this.decision.governor));
		List<String> asked = Statements.during(() -> page(item(1) + "/outcome", this.decision.manager));
		for (String name : List.of("Chris Chair", "Nell Nurse", "Ed Executive")) {
			done(item(1) + "/declarations", Map.of("seat", seat(name), "publish", "yes", "words", "Owns them"));
			done(item(1) + "/rulings/" + seat(name), Map.of("ruling", "DISCUSSION_AND_DECISION"));
		}
		assertThat(Statements.during(() -> page(item(1), this.decision.governor))).hasSameSizeAs(few)
			.hasSizeLessThanOrEqualTo(20);
		assertThat(Statements.during(() -> page(item(1) + "/outcome", this.decision.manager))).hasSameSizeAs(asked);
	}

	@Test
	void findsNothingElsewhereAndRefusesThoseWhoDoNotKeepTheRecord() throws Exception {
		this.meeting = this.body.opened(DAY, TestMeetings.motion("Premises", "To buy them", null));
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		assertThat(new Pages(this.mvc, other.manager).status(item(1))).isEqualTo(404);
		String there = item(1).replace("/" + this.decision.organisation.slug() + "/",
				"/" + other.organisation.slug() + "/");
		assertThat(new Pages(this.mvc, other.manager).status(there)).isEqualTo(404);
		Member guardian = this.beans.getBean(TestOrganisations.class)
			.person(this.decision.organisation, Role.CONFLICTS_GUARDIAN, null);
		assertThat(new Pages(this.mvc, guardian).status(item(1) + "/outcome")).isEqualTo(403);
		page(item(1), guardian);
	}

}
