package org.mandate.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.CommitteeStatement;
import org.mandate.committees.Committees;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.HolderStatement;
import org.mandate.committees.Quorum;
import org.mandate.committees.Roster;
import org.mandate.committees.SeatRole;
import org.mandate.committees.SeatStatement;
import org.mandate.committees.Seats;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.meetings.AgendaItem.Purpose;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;
import org.mandate.meetings.Outcome.Result;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.TestPractices;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.Pages.errors;
import static org.mandate.TestOrganisations.as;

@MandateTest
@Import({ MovableClock.class, TestPractices.class })
class MeetingPagesTests {

	private static final LocalDate DAY = LocalDate.of(2015, 1, 29);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Committees committees;

	@Autowired
	private Seats seats;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Meetings meetings;

	@Autowired
	private Agendas agendas;

	@Autowired
	private Proceedings proceedings;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private TestPractices practices;

	@Autowired
	private MovableClock clock;

	private Organisation organisation;

	private Member manager;

	private Pages pages;

	private String base;

	@BeforeEach
	void start() {
		this.clock.shows("2015-01-05T09:00:00Z");
		this.organisation = this.organisations.establish();
		this.manager = this.organisations.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.pages = new Pages(this.mvc, this.manager);
		this.base = "/" + this.organisation.slug() + "/meetings";
	}

	@Test
	void goesFromTheCallToThePublishedDecision() throws Exception {
		CommitteeId committee = committee(Committee.Kind.GOVERNING_BODY, "Kim Reed", "Jo Elm", "Al Ash");
		assertThat(this.pages.page(this.base).text()).contains("No meetings yet");
		String meeting = this.pages
			.sends(this.base, "committee", committee.toString(), "on.day", "29/1/2015", "at", "9am", "place",
					"Jubilee House")
			.getRedirectedUrl();
		assertThat(this.pages.page(meeting).selectFirst(".app-next").text()).contains("Add an item");
		this.pages.sends(meeting + "/items", "title", "Minutes of the last meeting", "purpose", "INFORMATION",
				"touching", "NOTHING");
		this.pages.sends(meeting + "/items", "title", "The <b>plan</b>", "purpose", "DECISION", "motion",
				"That it be so.", "touching", "NOTHING");
		this.pages.sends(meeting + "/items", "title", "Salaries", "purpose", "DISCUSSION", "touching", "NOTHING",
				"inPrivate", "true");
		Document page = this.pages.page(meeting);
		assertThat(page.select("tbody").getFirst().select("tr").eachText()).hasSize(3)
			.anySatisfy((row) -> assertThat(row).contains("2. The <b>plan</b>", "Decision"))
			.anySatisfy((row) -> assertThat(row).contains("3. Salaries", "In private"));
		assertThat(page.text()).contains("9am, Jubilee House", "Next: open the meeting on 29 January 2015",
				"Kim Reed (Chair)", "at least 2 voting members", "If everybody comes", "more votes for than against");
		assertThat(errors(this.pages.sends(meeting + "/opening", "confirmed", "true")))
			.containsExactly("The meeting is on 29 January 2015: open it on that day");

		this.clock.shows("2015-01-29T09:05:00Z");
		assertThat(this.pages.page(this.base).text()).contains("Can be opened now", "1 to take");
		assertThat(errors(this.pages.sends(meeting + "/opening"))).containsExactly("Tick the box to open the meeting");
		assertThat(this.pages.sends(meeting + "/opening", "confirmed", "true").getRedirectedUrl()).isEqualTo(meeting);
		assertThat(next(meeting)).contains("Record who is present");
		page = Pages.read(this.pages.sends(meeting + "/attendance", "act", "others", "rows[2].attendance", "APOLOGIES",
				"rows[1].to", "2", "inAttendance", "A clerk", "version", version(meeting)));
		assertThat(page.select("input[type=radio][checked]").eachAttr("value")).containsExactly("PRESENT", "PRESENT",
				"APOLOGIES");
		assertThat(page.select("details[open]")).hasSize(1);
		assertThat(page.selectFirst("textarea").text()).isEqualTo("A clerk");
		attend(meeting, "rows[1].to", "2", "rows[2].attendance", "APOLOGIES", "inAttendance", "A clerk");
		assertThat(this.pages.page(meeting).text()).contains("Present, until item 2", "Apologies", "A clerk");
		assertThat(next(meeting)).contains("0 of 3 items have", "Next comes: Minutes of the last meeting",
				"Take item 1");
		note(meeting, 0);
		decide(meeting, 1);
		assertThat(next(meeting)).contains("2 of 3 items have", "Next comes: Salaries", "Take item 3");

		String version = version(meeting);
		assertThat(this.pages.page(meeting + "/closing").text()).contains("1 item has no outcome",
				"The one decision gets");
		assertThat(errors(this.pages.sends(meeting + "/closing", "version", version)))
			.containsExactly("1 item has no outcome. Record it first, or tick that the meeting is adjourned");
		assertThat(errors(this.pages.sends(meeting + "/closing", "version", version, "adjourned", "true")))
			.containsExactly("Enter why the meeting ended before its end");
		this.pages.sends(meeting + "/closing", "version", version, "adjourned", "true", "reason", "A fire alarm");
		page = this.pages.page(meeting);
		assertThat(page.text()).contains("Closed", "Adjourned: A fire alarm", "Approved: 2 for, 0 against, 0 abstained",
				"Reference 2015-001", "Not reached");
		assertThat(page.select("a:contains(Add an item)")).isEmpty();
		assertThat(next(meeting)).contains("Publish the decisions");
		assertThat(this.pages.page(meeting + "/publication").text()).contains("What becomes public", "2015-001",
				"The <b>plan</b>");
		this.pages.sends(meeting + "/publication");
		assertThat(this.pages.page(meeting).text()).contains("Published", "Register of decisions");
		assertThat(this.pages.page(this.base).text()).contains("Decisions published", "Adjourned");

		String later = this.pages.sends(this.base, "committee", committee.toString(), "on.day", "26/2/2015")
			.getRedirectedUrl();
		assertThat(this.pages.page(later).select("a:contains(Not reached on 29 January 2015)").attr("href"))
			.startsWith(meeting + "/items/");
		assertThat(this.pages.page(meeting).select("a:contains(Taken up again on 26 February 2015)").attr("href"))
			.startsWith(later + "/items/");
		assertThat(this.pages.page(meeting + "/history").select(".app-timeline__what").eachText()).contains(
				"Published the decisions of the meeting of 29 January 2015", "Adjourned the meeting of 29 January 2015",
				"Recorded who came to the meeting", "Opened the meeting of 29 January 2015");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			x | 29/1/2015 | '' | '' | Choose which committee meets
			'' | '' | '' | '' | Enter the day of the meeting
			'' | 31/2/2015 | '' | '' | Enter a real date, such as 29 1 2015
			'' | 1/1/0001 | '' | '' | Enter a real date, such as 29 1 2015
			'' | 29/1/2015 | 25:00 | '' | Enter a time, such as 9:30 or 2pm
			'' | 29/1/2015 | midnight | '' | Enter a time, such as 9:30 or 2pm
			'' | 29/1/2015 | soon | '' | Enter a time, such as 9:30 or 2pm
			'' | 30/1/2015 | '' | '' | The committee meets on that day already. Choose another day
			""")
	void saysWhatIsWrongWithACall(String committee, String on, String at, String place, String message)
			throws Exception {
		CommitteeId id = committee(Committee.Kind.GOVERNING_BODY, "Kim Reed");
		Tenant.run(this.organisation.id(),
				() -> this.meetings.call(id, new Meeting.Details(LocalDate.of(2015, 1, 30), null, null)));
		MockHttpServletResponse answer = this.pages.sends(this.base, "committee",
				committee.isEmpty() ? id.toString() : committee, "on.day", on, "at", at, "place", place);
		assertThat(errors(answer)).containsExactly(message);
		assertThat(Pages.read(answer).select(".nhsuk-error-message")).hasSize(1);
		assertThat(Pages.read(answer).select("input[name=at]").val()).isEqualTo(at);
	}

	@Test
	void refusesHugeAndInvisibleText() throws Exception {
		String huge = "x".repeat(100_000);
		String meeting = called("Kim Reed");
		assertThat(errors(this.pages.sends(meeting + "/details", "on.day", "29/1/2015", "place", "A\u202eB")))
			.hasSize(1);
		assertThat(errors(this.pages.sends(meeting + "/items", "title", huge, "purpose", "KING", "motion", "\u0000",
				"options", huge, "touching", "?", "practices", huge)))
			.hasSize(5);
		assertThat(errors(this.pages.sends(meeting + "/cancellation", "reason", huge)))
			.containsExactly("The reason must be 1,000 characters or fewer");
		assertThat(errors(this.pages.sends(meeting + "/cancellation", "reason", " ")))
			.containsExactly("Enter why the meeting is cancelled");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					'' | DECISION | x | NOTHING | '' | Enter the title of the item
					A | '' | '' | NOTHING | '' | Choose what the item is for
					A | DECISION | '' | NOTHING | '' | Enter what the committee is asked to approve
					A | DISCUSSION | x | NOTHING | '' | Nothing is put to the vote unless the item is for decision. Delete this, or choose "Decision"
					A | INFORMATION | '' | '' | '' | Choose whether the item is about member practices
					A | DECISION | x | NOTHING | K84001 | Delete the codes, or say above what the item has to do with these practices
					A | DECISION | x | INVESTMENT | k84001, Z9 | Z9 is not the code of a practice on the register. Correct or delete it
					A | DECISION | x | INVESTMENT | <b> | One of them is not the code of a practice on the register. Correct or delete it
					""")
	void saysWhatIsWrongWithAnItem(String title, String purpose, String motion, String touching, String practices,
			String message) throws Exception {
		this.practices.register(this.organisation, "K84001");
		String meeting = called("Kim Reed");
		MockHttpServletResponse answer = this.pages.sends(meeting + "/items", "title", title, "purpose", purpose,
				"motion", motion, "touching", touching, "practices", practices);
		assertThat(errors(answer)).containsExactly(message);
		Document page = Pages.read(answer);
		assertThat(page.select(".nhsuk-error-message")).hasSize(1);
		assertThat(page.select("textarea[name=practices]").val()).isEqualTo(practices);
		assertThat(one(meeting).items()).isEmpty();
	}

	@Test
	void putsARecommendationOnTheAgendaOfAGoverningBodyAlone() throws Exception {
		AppraisalSummary appraisal = Tenant.call(this.organisation.id(),
				() -> this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1, DAY));
		String about = appraisal.id().id().toString();
		String meeting = called("Kim Reed");
		Document form = this.pages.page(meeting + "/items/new?recommendation=2015-16");
		assertThat(form.select("option[selected]").text()).isEqualTo("Recommendation for 2015/16");
		assertThat(form.select("input[name=title]").val()).isEqualTo("Recommendation for 2015/16");
		assertThat(errors(this.pages.sends(meeting + "/items", "appraisal", about, "purpose", "DECISION", "motion",
				"Words", "touching", "NOTHING")))
			.containsExactly("Delete this: the recommendation has its own wording, which is put to the vote");
		assertThat(errors(this.pages.sends(meeting + "/items", "appraisal", about, "purpose", "DISCUSSION", "touching",
				"NOTHING")))
			.containsExactly("A recommendation is for decision. Choose \"Decision\" above, or no recommendation");
		assertThat(errors(this.pages.sends(meeting + "/items", "appraisal", UUID.randomUUID().toString(), "title", "A",
				"purpose", "DECISION", "touching", "NOTHING")))
			.containsExactly("Choose a recommendation from the list");
		this.pages.sends(meeting + "/items", "appraisal", about, "purpose", "DECISION", "touching", "NOTHING");
		assertThat(one(meeting).items().getFirst().title()).isEqualTo("Recommendation for 2015/16");
		assertThat(errors(
				this.pages.sends(meeting + "/items", "appraisal", about, "purpose", "DECISION", "touching", "NOTHING")))
			.containsExactly("The recommendation is on the agenda of this meeting already");
		String joint = called(committee(Committee.Kind.JOINT_COMMITTEE, "Kim Reed"));
		assertThat(this.pages.page(joint + "/items/new").select("select")).isEmpty();
		assertThat(Pages.messages(this.pages.sends(joint + "/items", "appraisal", about, "title", "A", "purpose",
				"DECISION", "touching", "NOTHING")))
			.containsExactly("Choose a recommendation from the list");
	}

	@Test
	void changesMovesAndTakesItemsOff() throws Exception {
		this.practices.register(this.organisation, "K84001", "K84002");
		String meeting = called("Kim Reed");
		add(meeting, "First");
		add(meeting, "Second");
		add(meeting, "Third");
		String third = item(meeting, 2);
		assertThat(this.pages.page(third + "/details").select("input[name=number]").val()).isEqualTo("3");
		assertThat(errors(change(meeting, third, "number", "4"))).containsExactly("Enter a whole number from 1 to 3");
		assertThat(errors(change(meeting, third, "number", "one"))).hasSize(1);
		change(meeting, third, "number", "1", "practices", "k84002\nK84001 k84002", "touching", "PERFORMANCE");
		assertThat(one(meeting).items().stream().map(AgendaItem::title)).containsExactly("Changed", "First", "Second");
		assertThat(one(meeting).items().getFirst().statement().practices()).containsExactly("K84002", "K84001");
		assertThat(errors(this.pages.sends(third + "/withdrawal", "reason", "")))
			.containsExactly("Enter why the item is taken off the agenda");
		assertThat(this.pages.sends(third + "/withdrawal", "reason", "Not ready").getRedirectedUrl())
			.isEqualTo(meeting);
		assertThat(this.pages.page(meeting).text()).contains("1. First", "2. Second", "Changed: Not ready");
		assertThat(this.pages.status(third + "/details")).isEqualTo(404);
		this.pages.sends(meeting + "/cancellation", "reason", "Snow");
		assertThat(this.pages.page(meeting).text()).contains("Cancelled: Snow")
			.doesNotContain("Add an item", "Open the meeting");
		for (String address : List.of("/details", "/cancellation", "/attendance", "/closing", "/publication",
				"/items/new")) {
			assertThat(this.pages.status(meeting + address)).as(address).isEqualTo(303);
		}
		assertThat(errors(this.pages.sends(meeting + "/cancellation", "reason", "Again")))
			.containsExactly("The meeting was opened or cancelled: it cannot be cancelled now");
		assertThat(errors(this.pages.sends(meeting + "/details", "on.day", "29/1/2015"))).hasSize(1);
		assertThat(errors(
				this.pages.sends(meeting + "/items", "title", "A", "purpose", "DISCUSSION", "touching", "NOTHING")))
			.hasSize(1);
		assertThat(errors(this.pages.sends(meeting + "/publication"))).hasSize(1);
		assertThat(errors(this.pages.sends(meeting + "/attendance", "act", "save"))).hasSize(1);
		assertThat(this.pages.page(this.base).text()).contains("Past", "Cancelled");
	}

	@Test
	void doesNotOpenAMeetingThatCannotBeQuorate() throws Exception {
		this.clock.shows("2015-01-29T12:00:00Z");
		CommitteeId id = establish(Committee.Kind.GOVERNING_BODY);
		String meeting = called(id);
		add(meeting, "First");
		assertThat(next(meeting)).contains("Record it at the committee");
		assertThat(errors(this.pages.sends(meeting + "/opening", "confirmed", "true"))).containsExactly(
				"Nobody has recorded yet when the committee is quorate. Record that first, at the committee");
		Tenant.run(this.organisation.id(),
				() -> this.committees.rule(id, new Quorum.Members(2, Set.of(), Quorum.Counted.VOTING)));
		assertThat(next(meeting)).contains("Record who holds its seats");
		assertThat(errors(this.pages.sends(meeting + "/opening", "confirmed", "true"))).hasSize(1);
		seat(id, SeatRole.LAY, null, "Kim Reed");
		assertThat(this.pages.page(meeting).text())
			.contains("Even if everybody comes, the meeting is not quorate. Missing: 1 more voting member.");
	}

	@Test
	void saysBesideTheRowWhatIsWrongWithTheAttendance() throws Exception {
		String meeting = opened("Kim Reed", "Jo Elm", "Al Ash");
		assertThat(this.pages.page(meeting + "/attendance").select("input[type=radio][checked]")).isEmpty();
		MockHttpServletResponse answer = this.pages.sends(meeting + "/attendance", "version", version(meeting),
				"rows[1].attendance", "ABSENT", "rows[1].from", "1", "rows[2].attendance", "PRESENT", "rows[2].from",
				"7", "rows[2].to", "x", "inAttendance", "\u0000");
		assertThat(errors(answer)).containsExactlyInAnyOrder("Choose whether Kim Reed was present",
				"Jo Elm came or left at an item: choose \"Present\", or delete the item's number",
				"Enter the number of an item of the agenda, from 1 to 2",
				"Enter the number of an item of the agenda, from 1 to 2",
				"The list must not contain characters that cannot be seen. Delete them, or type it again");
		Document page = Pages.read(answer);
		assertThat(page.select(".nhsuk-error-message")).hasSize(5);
		assertThat(page.select("details[open]")).hasSize(2);
		assertThat(errors(this.pages.sends(meeting + "/attendance", "version", version(meeting), "rows[0].attendance",
				"PRESENT", "rows[1].attendance", "APOLOGIES", "rows[2].attendance", "PRESENT", "rows[2].from", "2",
				"rows[2].to", "1")))
			.containsExactly("Al Ash cannot have left before coming. Correct the numbers of the items");
		assertThat(errors(this.pages.sends(meeting + "/closing", "version", version(meeting), "adjourned", "true",
				"reason", "X")))
			.containsExactly("Record first who is present");
		attend(meeting);
		decide(meeting, 0);
		assertThat(errors(this.pages.sends(meeting + "/attendance", "version", version(meeting), "rows[0].attendance",
				"ABSENT", "rows[1].attendance", "ABSENT", "rows[2].attendance", "PRESENT")))
			.anySatisfy((message) -> assertThat(message).startsWith("Item 1: ").endsWith("Remove its outcome first"));
		assertThat(one(meeting).with(Attendee.Attendance.PRESENT)).hasSize(3);
	}

	@Test
	void keepsWhatTheSecondOfTwoPeopleTyped() throws Exception {
		String meeting = called("Kim Reed", "Jo Elm");
		add(meeting, "First");
		add(meeting, "Second");
		String first = item(meeting, 0);
		Document page = conflict(
				this.pages.sends(meeting + "/details", "on.day", "30/1/2015", "place", "Mine", "version", "0"));
		assertThat(page.selectFirst(".app-conflict").text()).contains("Day as saved 29 January 2015");
		assertThat(page.select("input[name=place]").val()).isEqualTo("Mine");
		assertThat(page.select("input[name=version]").val()).isEqualTo(version(meeting));
		page = conflict(this.pages.sends(first + "/details", "title", "Mine", "purpose", "DISCUSSION", "touching",
				"NOTHING", "number", "1", "version", "0"));
		assertThat(page.selectFirst(".app-conflict").text()).contains("Title as saved First");
		assertThat(page.select("input[name=title]").val()).isEqualTo("Mine");
		this.clock.shows("2015-01-29T12:00:00Z");
		this.pages.sends(meeting + "/opening", "confirmed", "true");
		page = conflict(this.pages.sends(meeting + "/attendance", "rows[0].attendance", "ABSENT", "rows[1].attendance",
				"PRESENT", "version", "0"));
		assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("ABSENT", "PRESENT");
		assertThat(page.select("input[name=version]").val()).isEqualTo(version(meeting));
		attend(meeting);
		page = conflict(this.pages.sends(meeting + "/closing", "adjourned", "true", "reason", "Mine", "version", "x"));
		assertThat(page.select("textarea[name=reason]").val()).isEqualTo("Mine");
		assertThat(one(meeting).open()).isTrue();
	}

	@Test
	void showsItToEverybodyAndChangesItForFew() throws Exception {
		String meeting = opened("Kim Reed", "Jo Elm");
		Member reader = this.organisations.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		for (String address : List.of(this.base, meeting, meeting + "/history")) {
			Document page = new Pages(this.mvc, reader).page(address);
			assertThat(page
				.select("main form, .app-main form, .app-next, a:contains(Call a meeting), a:contains(Add an item)"))
				.isEmpty();
		}
	}

	@Test
	void findsNothingElsewhere() throws Exception {
		String meeting = opened("Kim Reed", "Jo Elm");
		for (String address : List.of(this.base + "/x", this.base + "/" + UUID.randomUUID(),
				meeting + "/items/x/details", meeting + "/items/" + UUID.randomUUID() + "/withdrawal")) {
			assertThat(this.pages.status(address)).as(address).isEqualTo(404);
		}
		assertThat(this.pages.status(meeting + "/history?page=x")).isEqualTo(200);
		assertThat(this.pages.status(item(meeting, 0) + "/withdrawal")).isEqualTo(303);
		Organisation other = this.organisations.establish();
		Member stranger = this.organisations.person(other, Role.ADMINISTRATOR, null);
		String theirs = meeting.replace("/" + this.organisation.slug() + "/", "/" + other.slug() + "/");
		for (String address : List.of("", "/details", "/attendance", "/closing", "/publication", "/history",
				"/items/new")) {
			assertThat(new Pages(this.mvc, stranger).status(theirs + address)).as(address).isEqualTo(404);
		}
		assertThat(new Pages(this.mvc, stranger).page("/" + other.slug() + "/meetings").text())
			.contains("No meetings yet");
	}

	@Test
	void takesTheSameStatementsForOneMeetingAsForMany() throws Exception {
		CommitteeId id = committee(Committee.Kind.GOVERNING_BODY, "Kim Reed", "Jo Elm");
		String meeting = called(id);
		add(meeting, "First");
		this.pages.page(this.base);
		this.pages.page(meeting);
		List<String> list = Statements.during(() -> this.pages.page(this.base));
		List<String> one = Statements.during(() -> this.pages.page(meeting));
		for (int i = 0; i < 4; i++) {
			add(meeting, "More " + i);
			int month = i + 2;
			MeetingId more = Tenant.call(this.organisation.id(),
					() -> this.meetings.call(id, new Meeting.Details(LocalDate.of(2015, month, 1), null, null)));
			add(this.base + "/" + more, "Another");
		}
		assertThat(Statements.during(() -> this.pages.page(this.base))).hasSameSizeAs(list).hasSizeLessThanOrEqualTo(7);
		assertThat(Statements.during(() -> this.pages.page(meeting))).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(10);
		this.clock.shows("2015-01-29T12:00:00Z");
		this.pages.sends(meeting + "/opening", "confirmed", "true");
		assertThat(Statements.during(() -> this.pages.page(meeting))).hasSameSizeAs(one);
		assertThat(Statements.during(() -> this.pages.page(meeting + "/attendance"))).hasSizeLessThanOrEqualTo(7);
		assertThat(Statements.during(() -> this.pages.page(meeting + "/closing"))).hasSizeLessThanOrEqualTo(7);
	}

	private CommitteeId establish(Committee.Kind kind) {
		return Tenant.call(this.organisation.id(),
				() -> this.committees.establish(new CommitteeStatement("Committee " + UUID.randomUUID(), kind, false,
						null, null, null, DecisionRule.MAJORITY_OF_VOTES_CAST, false)));
	}

	private CommitteeId committee(Committee.Kind kind, String... people) {
		CommitteeId id = establish(kind);
		Tenant.run(this.organisation.id(), () -> this.committees.rule(id,
				new Quorum.Members(Math.min(2, people.length), Set.of(), Quorum.Counted.VOTING)));
		for (int i = 0; i < people.length; i++) {
			seat(id, (i == 0) ? SeatRole.LAY : SeatRole.GP, (i == 0) ? Roster.Office.CHAIR : null, people[i]);
		}
		return id;
	}

	private void seat(CommitteeId id, SeatRole role, Roster.Office office, String holder) {
		Tenant.run(this.organisation.id(), () -> {
			UUID seat = this.seats.add(id, new SeatStatement(role.label(), role, true, office));
			this.seats.fill(id, seat,
					new HolderStatement(null, holder, null, LocalDate.of(2014, 1, 1), null, null, null));
		});
	}

	private String called(String... people) {
		return called(committee(Committee.Kind.GOVERNING_BODY, people));
	}

	private String called(CommitteeId committee) {
		return this.base + "/" + Tenant.call(this.organisation.id(),
				() -> this.meetings.call(committee, new Meeting.Details(DAY, null, null)));
	}

	/** Two items, the first for decision. */
	private String opened(String... people) throws Exception {
		this.clock.shows("2015-01-29T12:00:00Z");
		String meeting = called(people);
		Tenant.run(this.organisation.id(), () -> this.agendas.add(id(meeting), new Statement("To decide",
				Purpose.DECISION, "That it be so.", null, null, false, Touching.NOTHING, List.of())));
		add(meeting, "To discuss");
		this.pages.sends(meeting + "/opening", "confirmed", "true");
		return meeting;
	}

	private void add(String meeting, String title) {
		Tenant.run(this.organisation.id(), () -> this.agendas.add(id(meeting),
				new Statement(title, Purpose.DISCUSSION, null, null, null, false, Touching.NOTHING, List.of())));
	}

	private MockHttpServletResponse change(String meeting, String item, String... typed) throws Exception {
		List<String> all = new ArrayList<>(
				List.of("title", "Changed", "purpose", "DISCUSSION", "version", version(meeting)));
		if (!Arrays.asList(typed).contains("touching")) {
			all.addAll(List.of("touching", "NOTHING"));
		}
		all.addAll(Arrays.asList(typed));
		return this.pages.sends(item + "/details", all.toArray(String[]::new));
	}

	/** Everybody is present but those of whom something else is said. */
	private void attend(String meeting, String... typed) throws Exception {
		List<String> all = new ArrayList<>(Arrays.asList(typed));
		for (int i = 0; i < one(meeting).members().size(); i++) {
			if (!all.contains("rows[" + i + "].attendance")) {
				all.addAll(List.of("rows[" + i + "].attendance", "PRESENT"));
			}
		}
		all.addAll(List.of("version", version(meeting), "act", "save"));
		assertThat(this.pages.sends(meeting + "/attendance", all.toArray(String[]::new)).getRedirectedUrl())
			.isEqualTo(meeting);
	}

	private void decide(String meeting, int index) {
		record(meeting, index, new Outcome(Result.APPROVED, null, null, null, new Vote(2, 0, 0, Map.of(), null)));
	}

	private void note(String meeting, int index) {
		record(meeting, index, new Outcome(Result.NOTED, null, null, null, null));
	}

	private void record(String meeting, int index, Outcome outcome) {
		Tenant.run(this.organisation.id(), () -> {
			Meeting now = this.meetings.one(id(meeting));
			this.proceedings.record(now.id(), now.items().get(index).id(), outcome, null, now.version());
		});
	}

	private static MeetingId id(String meeting) {
		return MeetingId.of(meeting.substring(meeting.lastIndexOf('/') + 1));
	}

	private Meeting one(String meeting) {
		return Tenant.call(this.organisation.id(), () -> this.meetings.one(id(meeting)));
	}

	private String version(String meeting) {
		return Integer.toString(one(meeting).version());
	}

	private String item(String meeting, int index) {
		return meeting + "/items/" + one(meeting).items().get(index).id();
	}

	private String next(String meeting) throws Exception {
		return this.pages.page(meeting).selectFirst(".app-next").text();
	}

	private static Document conflict(MockHttpServletResponse response) throws Exception {
		assertThat(response.getStatus()).isEqualTo(200);
		Document page = Pages.read(response);
		assertThat(page.select(".app-conflict")).hasSize(1);
		return page;
	}

}
