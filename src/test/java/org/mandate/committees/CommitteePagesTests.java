package org.mandate.committees;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.Pages.errors;
import static org.mandate.TestOrganisations.as;

@MandateTest
class CommitteePagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Committees committees;

	@Autowired
	private Seats seats;

	@Autowired
	private TestOrganisations organisations;

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
	void setsUpACommitteeWithSeatsAndHoldersAndShowsItsHistory() throws Exception {
		assertThat(this.pages.page(this.base).text()).contains("No committees yet");
		String committee = this.pages
			.sends(this.base, "name", "Joint <b>Committee</b>", "kind", "JOINT_COMMITTEE", "decisionRule", "CONSENSUS",
					"about", "Decides\ntogether", "termsText", "1. Purpose", "termsLink", "https://example.org/terms",
					"termsVersion", "0.3 draft", "termsOn.day", "9/1/2015")
			.getRedirectedUrl();
		String seat = this.pages
			.sends(committee + "/seats", "title", "Lay chair", "role", "LAY", "vote", "yes", "office", "CHAIR")
			.getRedirectedUrl();
		assertThat(this.pages
			.sends(seat + "/holders", "person", this.manager.id().id().toString(), "from.day", "1", "from.month", "4",
					"from.year", "2014", "to.day", "31/3/2015", "trained.day", "3/6/2014")
			.getRedirectedUrl()).isEqualTo(seat);
		this.pages.sends(seat + "/holders", "name", "Jo Elm", "body", "Another CCG", "from.day", "1/4/2015");
		Document page = this.pages.page(committee);
		assertThat(page.selectFirst("h1").text()).contains("Joint <b>Committee</b>");
		assertThat(page.selectFirst("tbody tr").text()).contains("Lay chair", "Chair", "With a vote", "Jo Elm",
				"For Another CCG", "National training: not recorded", "1 April 2015");
		assertThat(page.text()).contains("1 of 1 seat filled", "Version 0.3 draft, 9 January 2015", "1. Purpose");
		assertThat(page.select("a[href=https://example.org/terms]")).hasSize(1);
		assertThat(this.pages.page(seat).select("tbody tr").eachText().getFirst()).contains("The Commissioning manager",
				"National training: 3 June 2014", "31 March 2015");
		this.pages.sends(committee + "/withdrawal", "reason", "No");
		assertThat(this.pages.page(committee + "/history").select(".app-timeline__what").eachText()).containsExactly(
				"Withdrew the committee Joint <b>Committee</b>", "Jo Elm takes the seat Lay chair",
				"The Commissioning manager takes the seat Lay chair", "Added the seat Lay chair",
				"Set up the committee Joint <b>Committee</b>, Joint committee");
		assertThat(this.pages.page(committee).text()).contains("Withdrawn: No").doesNotContain("Add a seat");
		assertThat(errors(this.pages.sends(committee + "/details", "name", "X", "kind", "JOINT_COMMITTEE",
				"decisionRule", "CONSENSUS", "version", "1")))
			.containsExactly("It was withdrawn, so nothing of it can be changed");
		assertThat(this.pages.sends(committee + "/seats/" + UUID.randomUUID() + "/withdrawal", "reason", "Why")
			.getStatus()).isEqualTo(409);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					'' | GOVERNING_BODY | '' | '' | '' | '' | Enter the name of the committee
					' ' | GOVERNING_BODY | '' | '' | '' | '' | Enter the name of the committee
					A | SENATE | '' | '' | '' | '' | Choose what kind of committee it is
					A | GOVERNING_BODY | x | '' | 1.0 | '' | Enter the date of that version
					A | GOVERNING_BODY | x | '' | '' | 1/1/2015 | Enter the version of the terms of reference, such as 1.0 or 0.3 draft
					A | GOVERNING_BODY | x | '' | 1 | 31/2/2015 | Enter a real date, such as 29 1 2015
					A | GOVERNING_BODY | x | '' | 1 | 1/1/0001 | Enter a real date, such as 29 1 2015
					A | GOVERNING_BODY | '' | '' | 1 | '' | Enter the terms of reference or a link to them, or delete their version and date
					A | GOVERNING_BODY | '' | javascript:alert(1) | 1 | 1/1/2015 | Enter a link that begins with https:// or http://
					""")
	void saysWhatIsWrongBesideTheField(String name, String kind, String text, String link, String version, String on,
			String message) throws Exception {
		assertThat(errors(this.pages.sends(this.base, "name", name, "kind", kind, "decisionRule", "CONSENSUS",
				"termsText", text, "termsLink", link, "termsVersion", version, "termsOn.day", on)))
			.containsExactly(message);
		assertThat(all()).isEmpty();
	}

	@Test
	void refusesHugeAndInvisibleText() throws Exception {
		String huge = "x".repeat(1_000_000);
		assertThat(errors(this.pages.sends(this.base, "name", "A\u202eB", "kind", "GOVERNING_BODY", "decisionRule",
				"CONSENSUS", "about", huge, "source", "\u0000")))
			.containsExactly("The name must not contain characters that cannot be seen. Delete them, or type it again",
					"The description must be 2,000 characters or fewer",
					"The source must not contain characters that cannot be seen. Delete them, or type it again");
		String committee = this.pages
			.sends(this.base, "name", "𝔊𝔅 ".repeat(66), "kind", "GOVERNING_BODY", "decisionRule", "CONSENSUS")
			.getRedirectedUrl();
		assertThat(errors(
				this.pages.sends(committee + "/seats", "title", huge, "role", "KING", "vote", "maybe", "office", "?")))
			.hasSize(4);
		assertThat(errors(this.pages.sends(this.base, "name", "𝔊𝔅 ".repeat(66), "kind", "GOVERNING_BODY",
				"decisionRule", "CONSENSUS")))
			.hasSize(1);
	}

	@Test
	void keepsOneHolderAndOneChair() throws Exception {
		CommitteeId id = establish(Committee.Kind.GOVERNING_BODY);
		String committee = this.base + "/" + id;
		String seat = this.base + "/" + id + "/seats/" + seat(id, SeatRole.LAY, true, Roster.Office.CHAIR, "Jo");
		String other = this.base + "/" + id + "/seats/" + seat(id, SeatRole.GP, true, null, null);
		assertThat(errors(this.pages.sends(committee + "/seats", "title", "Second", "role", "GP", "vote", "yes",
				"office", "CHAIR")))
			.containsExactly("The seat LAY is that of the chair. Change that seat first");
		assertThat(errors(this.pages.sends(seat + "/holders", "name", "Al", "from.day", "1/1/2016")))
			.containsExactly("Jo holds the seat in that time. Record the last day of that first, or choose other days");
		String person = this.manager.id().id().toString();
		this.pages.sends(other + "/holders", "person", person, "from.day", "1/1/2015");
		String third = this.base + "/" + id + "/seats/" + seat(id, SeatRole.NURSE, true, null, null);
		assertThat(errors(this.pages.sends(third + "/holders", "person", person, "from.day", "1/1/2016")))
			.containsExactly("The Commissioning manager holds the seat GP of this committee in that time");
		assertThat(errors(this.pages.sends(third + "/holders", "person", person, "name", "Jo", "from.day", "2/1/2015",
				"to.day", "1/1/2015", "trained.day", "1/1/2199")))
			.containsExactly("Choose a member of the organisation or enter the name of somebody else, not both",
					"The last day must not be before the first day",
					"The day of the training must not be in the future");
		assertThat(errors(this.pages.sends(third + "/holders", "person", UUID.randomUUID().toString())))
			.containsExactly("Choose a member of the organisation from the list", "Enter the first day");
	}

	@Test
	void showsBothVersionsToTheSecondOfTwoPeople() throws Exception {
		CommitteeId id = establish(Committee.Kind.GOVERNING_BODY);
		String committee = this.base + "/" + id;
		this.pages.sends(committee + "/details", "name", "Theirs", "kind", "GOVERNING_BODY", "decisionRule",
				"CONSENSUS", "version", "0");
		MockHttpServletResponse answer = this.pages.sends(committee + "/details", "name", "Mine", "kind",
				"GOVERNING_BODY", "decisionRule", "CONSENSUS", "version", "0");
		Document page = Pages.read(answer);
		assertThat(page.selectFirst(".app-conflict").text()).contains("The Commissioning manager saved this", "Theirs");
		assertThat(page.selectFirst("input[name=name]").val()).isEqualTo("Mine");
		assertThat(page.selectFirst("input[name=version]").val()).isEqualTo("1");
		page = Pages
			.read(this.pages.sends(committee + "/quorum", "version", "0", "parts[0].kind", "presiding", "act", "save"));
		assertThat(page.selectFirst(".app-conflict").text()).contains("Quorum as saved", "No rule");
		String seat = committee + "/seats/" + seat(id, SeatRole.LAY, true, null, null);
		this.pages.sends(seat + "/details", "title", "Theirs", "role", "LAY", "vote", "no", "office", "none", "version",
				"0");
		page = Pages.read(this.pages.sends(seat + "/details", "title", "Mine", "role", "LAY", "vote", "yes", "office",
				"none", "version", "0"));
		assertThat(page.selectFirst(".app-conflict").text()).contains("Theirs", "Without a vote");
		this.pages.sends(seat + "/holders", "name", "Jo", "from.day", "1/1/2015");
		String holder = seat + "/holders/" + one(id).seats().getFirst().holders().getFirst().id();
		this.pages.sends(holder, "name", "Theirs", "from.day", "2/1/2015", "version", "0");
		page = Pages.read(this.pages.sends(holder, "name", "Mine", "from.day", "3/1/2015", "version", "0"));
		assertThat(page.selectFirst(".app-conflict").text()).contains("Theirs", "First day 2 January 2015",
				"Last day None");
	}

	@Test
	void showsEachReadingOfAFailingComposition() throws Exception {
		CommitteeId id = establish(Committee.Kind.PRIMARY_CARE_COMMISSIONING_COMMITTEE);
		seat(id, SeatRole.GP, true, Roster.Office.CHAIR, "Dr A");
		seat(id, SeatRole.LAY, true, null, "B");
		seat(id, SeatRole.CHIEF_OFFICER, true, null, "C");
		seat(id, SeatRole.GP, true, null, "Dr D");
		seat(id, SeatRole.LAY, true, null, null);
		seat(id, SeatRole.HEALTHWATCH, false, null, "E");
		Document page = this.pages.page(this.base + "/" + id + "/composition");
		List<String> required = page.select("section[aria-labelledby=required] tbody tr").eachText();
		assertThat(required).hasSize(4);
		assertThat(required.get(0)).contains("A majority of lay and executive members", "for 2015/16",
				"NHS England roadshow slides", "Southern Derbyshire CCG report", "Not met", "hold 2 of 4 votes",
				"Missing: 1 more voting lay member or executive");
		assertThat(required.get(1)).contains("A lay chair", "Dr A is in the chair, as: GP",
				"Missing: a lay member in the chair instead");
		assertThat(required.get(2)).contains("A lay majority", "for 2017/18", "BMA guidance", "hold 1 of 4 votes",
				"Missing: 3 more voting lay members");
		List<String> advice = page.select("section[aria-labelledby=advice] tbody tr").eachText();
		assertThat(advice).hasSize(4);
		assertThat(advice.get(0)).contains("A right", "Not provided for",
				"Missing: a seat without a vote for the Health and Wellbeing Board");
		assertThat(advice.get(2)).contains("Recommended", "Not followed", "Missing: 2 GPs of the CCG without a vote; "
				+ "1 more voting GP of another CCG, secondary care doctor or nurse");
		assertThat(advice.get(3)).contains("A seat for the local medical committee", "Not followed");
		assertThat(this.pages.page(this.base).text())
			.contains("The composition fails: none of the 4 required readings is met.");
		seat(id, SeatRole.LAY, true, null, "F");
		assertThat(this.pages.page(this.base + "/" + id + "/composition").text())
			.contains("Lay members and executives hold 3 of 5 votes.");
		seat(id, SeatRole.LAY, true, null, "G");
		seat(id, SeatRole.LAY, true, null, "H");
		assertThat(this.pages.page(this.base + "/" + id + "/composition").text()).contains(
				"Lay members hold 4 of 7 votes", "To be judged by people",
				"the majority of the executive, people have to judge");
		assertThat(this.pages.page(this.base + "/" + establish(Committee.Kind.GOVERNING_BODY)).text())
			.contains("The guidance requires nothing of the composition");
	}

	@Test
	void putsFourDifferentlyWordedRulesTogetherAndTriesThem() throws Exception {
		CommitteeId id = establish(Committee.Kind.JOINT_COMMITTEE);
		UUID lay = seat(id, SeatRole.LAY, true, Roster.Office.CHAIR, "Lay");
		UUID gp = seat(id, SeatRole.GP, true, null, "Doctor");
		UUID nurse = seat(id, SeatRole.NURSE, true, Roster.Office.VICE_CHAIR, "Nurse");
		UUID watch = seat(id, SeatRole.HEALTHWATCH, false, null, "Watch");
		rule(id, "parts[0].kind", "members", "parts[0].atLeast", "3", "parts[0].counted", "ALL");
		assertThat(trial(id)).contains("Not quorate", "Missing: 3 more members, voting or not.");
		assertThat(trial(id, gp, nurse)).contains("Missing: 1 more member, voting or not.");
		assertThat(trial(id, gp, nurse, watch)).contains("The 3 people picked make it quorate.");
		rule(id, "combine", "all", "parts[0].kind", "share", "parts[0].portion", "HALF", "parts[0].counted", "VOTING",
				"parts[1].kind", "presiding");
		assertThat(trial(id, gp, watch)).contains("Missing: 1 more voting member; and the chair or the vice chair.");
		assertThat(trial(id, gp, nurse)).contains("make it quorate");
		rule(id, "parts[0].kind", "members", "parts[0].atLeast", "2", "parts[0].counted", "VOTING", "parts[0].roles",
				"LAY", "parts[0].roles", "NURSE");
		assertThat(trial(id, lay, gp)).contains("Missing: 1 more voting member from among the lay members and nurses.");
		rule(id, "parts[0].kind", "share", "parts[0].portion", "TWO_THIRDS", "parts[0].counted", "VOTING");
		assertThat(trial(id, lay)).contains("at least two thirds of the voting members",
				"Missing: 1 more voting member.");
		rule(id, "parts[0].kind", "members", "parts[0].atLeast", "9", "parts[0].counted", "VOTING");
		assertThat(trial(id, lay, gp, nurse)).contains("Even everybody who sits on the committee today");
		assertThat(
				this.pages.page(this.base + "/" + id + "/quorum/trial?asked=1&present=x&present=" + UUID.randomUUID())
					.text())
			.contains("Missing: 9 more voting members.");
	}

	@Test
	void buildsGroupsWithButtonsAndKeepsWhatIsTyped() throws Exception {
		CommitteeId id = establish(Committee.Kind.JOINT_COMMITTEE);
		String address = this.base + "/" + id + "/quorum";
		Document page = Pages.read(this.pages.sends(address, "act", "add members", "version", "0"));
		assertThat(page.select("input[name='parts[0].atLeast']")).hasSize(1);
		page = Pages.read(this.pages.sends(address, "act", "add group", "version", "0", "parts[0].kind", "members",
				"parts[0].atLeast", "three", "parts[0].counted", "VOTING", "parts[0].roles", "GP"));
		assertThat(page.selectFirst("input[name='parts[0].atLeast']").val()).isEqualTo("three");
		assertThat(page.select("input[name='parts[0].roles'][checked]").eachAttr("value")).containsExactly("GP");
		assertThat(page.select(".nhsuk-error-summary")).isEmpty();
		page = Pages.read(this.pages.sends(address, "act", "add 1 presiding", "version", "0", "parts[0].kind",
				"members", "parts[1].kind", "group", "parts[1].parts[0].kind", "share", "parts[1].combine", "any"));
		assertThat(page.select("input[name='parts[1].parts[1].kind']").val()).isEqualTo("presiding");
		page = Pages.read(this.pages.sends(address, "act", "save", "version", "0", "parts[0].kind", "members",
				"parts[0].atLeast", "0", "parts[1].kind", "group"));
		assertThat(page.select(".nhsuk-error-summary__list li").eachText()).containsExactlyInAnyOrder(
				"Enter how many members, a whole number from 1 to 50", "Choose which members count",
				"Add a part to the group, or remove the group");
		assertThat(page.select(".nhsuk-error-message")).hasSize(3);
		this.pages.sends(address, "act", "save", "version", "0", "combine", "all", "parts[0].kind", "members",
				"parts[0].atLeast", "3", "parts[0].counted", "VOTING", "parts[1].kind", "group", "parts[1].combine",
				"any", "parts[1].parts[0].kind", "presiding", "parts[1].parts[1].kind", "members",
				"parts[1].parts[1].atLeast", "2", "parts[1].parts[1].counted", "ALL", "parts[1].parts[1].roles",
				"NHS_ENGLAND");
		assertThat(this.pages.page(this.base + "/" + id).text())
			.contains("at least 3 voting members; and either (the chair or "
					+ "the vice chair or at least 2 NHS England members, voting or not)");
		page = this.pages.page(address);
		assertThat(page.selectFirst("input[name='parts[1].parts[1].atLeast']").val()).isEqualTo("2");
		page = Pages.read(this.pages.sends(address, "act", "remove 1 0", "parts[1].kind", "group",
				"parts[1].parts[0].kind", "share", "parts[0].kind", "presiding"));
		assertThat(page.select("input[name='parts[1].parts[0].kind']")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			add group | parts[9999999].kind | members
			add 7 members | parts[x].kind | members
			remove 99999999999 | parts[0].kind | king
			remove -1 -1 | parts[0].parts[0].parts[0].kind | group
			add | parts[0].roles | KING
			delete everything now please | parts | x
			save | parts[-1].kind | members
			""")
	void staysCalmWhateverIsSent(String act, String name, String value) throws Exception {
		CommitteeId id = establish(Committee.Kind.JOINT_COMMITTEE);
		assertThat(
				this.pages.sends(this.base + "/" + id + "/quorum", "act", act, name, value, "version", "x").getStatus())
			.isEqualTo(200);
		assertThat(one(id).quorum()).isNull();
	}

	@Test
	void findsNothingElsewhere() throws Exception {
		CommitteeId id = establish(Committee.Kind.GOVERNING_BODY);
		for (String address : List.of("/x", "/" + UUID.randomUUID(), "/" + id + "/seats/x", "/" + id + "/seats/" + id,
				"/" + id + "/history?page=0", "/" + id + "/history?page=99999999999")) {
			assertThat(this.pages.status(this.base + address)).as(address)
				.isEqualTo(address.contains("history") ? 200 : 404);
		}
		Organisation other = this.organisations.establish();
		Member stranger = this.organisations.person(other, Role.ADMINISTRATOR, null);
		assertThat(new Pages(this.mvc, stranger).status("/" + other.slug() + "/committees/" + id)).isEqualTo(404);
	}

	@Test
	void takesTheSameStatementsForOneCommitteeAsForMany() throws Exception {
		CommitteeId id = establish(Committee.Kind.PRIMARY_CARE_COMMISSIONING_COMMITTEE);
		seat(id, SeatRole.LAY, true, Roster.Office.CHAIR, "A");
		this.pages.page(this.base);
		List<String> list = Statements.during(() -> this.pages.page(this.base));
		List<String> one = Statements.during(() -> this.pages.page(this.base + "/" + id));
		for (int i = 0; i < 5; i++) {
			seat(id, SeatRole.GP, true, null, "Doctor " + i);
			CommitteeId more = Tenant.call(this.organisation.id(),
					() -> this.committees
						.establish(new CommitteeStatement(UUID.randomUUID().toString(), Committee.Kind.JOINT_COMMITTEE,
								false, null, null, null, DecisionRule.MAJORITY_OF_VOTES_CAST, false)));
			seat(more, SeatRole.GP, true, null, "Doctor");
		}
		assertThat(Statements.during(() -> this.pages.page(this.base))).hasSameSizeAs(list).hasSizeLessThanOrEqualTo(3);
		assertThat(Statements.during(() -> this.pages.page(this.base + "/" + id))).hasSameSizeAs(one)
			.hasSizeLessThanOrEqualTo(3);
		Tenant.run(this.organisation.id(),
				() -> this.committees.rule(id, new Quorum.Members(2, Set.of(), Quorum.Counted.VOTING)));
		assertThat(Statements.during(() -> trial(id))).hasSizeLessThanOrEqualTo(3);
	}

	private CommitteeId establish(Committee.Kind kind) {
		return Tenant.call(this.organisation.id(),
				() -> this.committees.establish(new CommitteeStatement("Committee " + kind, kind, false, null, null,
						null, DecisionRule.MAJORITY_OF_VOTES_CAST, false)));
	}

	private UUID seat(CommitteeId id, SeatRole role, boolean voting, Roster.Office office, String holder) {
		return Tenant.call(this.organisation.id(), () -> {
			UUID seat = this.seats.add(id, new SeatStatement(role.name(), role, voting, office));
			if (holder != null) {
				this.seats.fill(id, seat,
						new HolderStatement(null, holder, null, LocalDate.of(2015, 1, 1), null, null, null));
			}
			return seat;
		});
	}

	private List<Committee> all() {
		return Tenant.call(this.organisation.id(), this.committees::all);
	}

	private Committee one(CommitteeId id) {
		return Tenant.call(this.organisation.id(), () -> this.committees.one(id));
	}

	private void rule(CommitteeId id, String... typed) throws Exception {
		String[] all = Arrays.copyOf(typed, typed.length + 4);
		all[typed.length] = "act";
		all[typed.length + 1] = "save";
		all[typed.length + 2] = "version";
		all[typed.length + 3] = Integer.toString(one(id).version());
		assertThat(this.pages.sends(this.base + "/" + id + "/quorum", all).getStatus()).isEqualTo(303);
	}

	private String trial(CommitteeId id, UUID... present) throws Exception {
		StringBuilder address = new StringBuilder(this.base + "/" + id + "/quorum/trial?asked=true");
		for (UUID seat : present) {
			address.append("&present=").append(seat);
		}
		Document page = this.pages.page(address.toString());
		assertThat(page.select("input[type=checkbox][checked]")).hasSize(present.length);
		return page.text();
	}

}
