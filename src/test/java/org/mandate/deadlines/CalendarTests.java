package org.mandate.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.OxfordshireDecision;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.Statements;
import org.mandate.meetings.Meeting;
import org.mandate.meetings.MeetingId;
import org.mandate.meetings.Meetings;
import org.mandate.meetings.TestMeetings;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calendar feed, read by another library than the one that writes it.
 */
@MandateTest
@Import(MovableClock.class)
@ExtendWith(OutputCaptureExtension.class)
class CalendarTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MovableClock clock;

	private OxfordshireDecision decision;

	private Pages manager;

	private TestMeetings body;

	private MeetingId january;

	@BeforeEach
	void start() {
		this.clock.shows("2015-01-05T09:00:00Z");
		this.decision = new OxfordshireDecision(this.beans);
		this.manager = new Pages(this.mvc, this.decision.manager);
		this.body = new TestMeetings(this.beans, this.decision.organisation, "Governing Body");
		this.january = this.body.called(LocalDate.of(2015, 1, 29));
	}

	private String page() {
		return this.decision.base() + "/deadlines/calendar";
	}

	/** Makes a link, and gives its path. */
	private String made(String model) throws Exception {
		String secret = this.decision
			.within(() -> this.beans.getBean(CalendarLinks.class).make(this.decision.appraisal, model, "The tests"))
			.value();
		return "/" + this.decision.organisation.slug() + "/calendar/" + secret + ".ics";
	}

	private ICalendar read(String path) throws Exception {
		MockHttpServletResponse answer = Pages.ofAnybody(this.mvc).opens(path);
		assertThat(answer.getStatus()).isEqualTo(200);
		List<ICalendar> calendars = Biweekly.parse(answer.getContentAsString()).all();
		assertThat(calendars).hasSize(1);
		assertThat(calendars.getFirst().validate(ICalVersion.V2_0).isEmpty())
			.as(calendars.getFirst().validate(ICalVersion.V2_0).toString())
			.isTrue();
		return calendars.getFirst();
	}

	private static VEvent event(ICalendar calendar, String summary) {
		return calendar.getEvents()
			.stream()
			.filter((event) -> event.getSummary().getValue().equals(summary))
			.findFirst()
			.orElseThrow(() -> new AssertionError(summary + " in "
					+ calendar.getEvents().stream().map((event) -> event.getSummary().getValue()).toList()));
	}

	@Test
	void isReadByAStandardParserWhateverTheZoneOfTheServer(CapturedOutput output) throws Exception {
		String path = made("joint");
		TimeZone usual = TimeZone.getDefault();
		try {
			for (String zone : List.of("Europe/London", "Pacific/Auckland", "America/Los_Angeles")) {
				TimeZone.setDefault(TimeZone.getTimeZone(zone));
				ICalendar calendar = read(path);
				VEvent proposal = event(calendar, "Deadline: Proposal for joint commissioning");
				assertThat(proposal.getDateStart().getValue().hasTime()).isTrue();
				assertThat(proposal.getDateStart().getValue().toInstant())
					.isEqualTo(Instant.parse("2015-01-30T17:00:00Z"));
				assertThat(proposal.getDescription().getValue()).contains("Due 5pm on 30 January 2015.",
						"Another source says 31 January 2015. Oxfordshire CCG paper, 1 Background");
				VEvent papers = event(calendar, "Latest day: Send the papers out, with the recommendation");
				assertThat(papers.getDateStart().getValue().hasTime()).isFalse();
				assertThat(papers.getDateStart().getValue().getRawComponents().toString(false, false))
					.isEqualTo("20150122");
				assertThat(papers.getDateEnd().getValue().getRawComponents().toString(false, false))
					.isEqualTo("20150123");
				assertThat(event(calendar, "Meeting of the Governing Body").getDateStart()
					.getValue()
					.getRawComponents()
					.toString(false, false)).isEqualTo("20150129");
				assertThat(event(calendar, "Joint arrangements in force").getDateStart()
					.getValue()
					.getRawComponents()
					.toString(false, false)).isEqualTo("20150401");
				assertThat(calendar.getJournals()).hasSize(1);
				assertThat(calendar.getJournals().getFirst().getDescriptions().getFirst().getValue())
					.contains("Regional moderation panels on joint proposals: Early February 2015.");
				assertThat(calendar.getEvents())
					.noneMatch((event) -> event.getSummary().getValue().contains("moderation"));
			}
		}
		finally {
			TimeZone.setDefault(usual);
		}
		assertThat(output).as("what the library that writes it says").doesNotContain("CalendarOutputter");
	}

	private static Map<String, String> days(ICalendar calendar) {
		return calendar.getEvents()
			.stream()
			.collect(Collectors.toMap((event) -> event.getUid().getValue(),
					(event) -> event.getDateStart().getValue().toInstant().atOffset(ZoneOffset.UTC).toString()));
	}

	@Test
	void keepsItsIdentifiersAndCountsItsChanges() throws Exception {
		String path = made("joint");
		ICalendar before = read(path);
		VEvent meeting = event(before, "Meeting of the Governing Body");
		ICalendar again = read(path);
		assertThat(days(again)).isEqualTo(days(before));
		assertThat(event(again, "Meeting of the Governing Body").getSequence().getValue())
			.isEqualTo(meeting.getSequence().getValue());
		this.clock.shows("2015-01-06T09:00:00Z");
		this.decision.within(() -> this.beans.getBean(Meetings.class)
			.change(this.january, new Meeting.Details(LocalDate.of(2015, 1, 27), "09:00", null), 0));
		ICalendar after = read(path);
		VEvent moved = event(after, "Meeting of the Governing Body");
		assertThat(moved.getUid().getValue()).isEqualTo(meeting.getUid().getValue());
		assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2015-01-27T09:00:00Z"));
		assertThat(moved.getSequence().getValue()).isGreaterThan(meeting.getSequence().getValue());
		assertThat(moved.getDateTimeStamp().getValue().toInstant()).isEqualTo(Instant.parse("2015-01-06T09:00:00Z"));
		assertThat(days(after).keySet()).isEqualTo(days(before).keySet());
		assertThat(event(after, "Latest day: Send the papers out, with the recommendation").getSequence().getValue())
			.isEqualTo(moved.getSequence().getValue());
	}

	@Test
	void isMadeOnAPageAndToldOnce() throws Exception {
		assertThat(Pages.errors(this.manager.sends(page(), "model", "invented", "purpose", ""))).containsExactly(
				"Choose the model whose deadlines the calendar shows", "Enter whom or what the link is for");
		MockHttpServletResponse sent = this.manager.sends(page(), "model", "joint", "purpose", "Outlook of the chair");
		assertThat(sent.getRedirectedUrl()).isEqualTo(page());
		Document page = this.manager.page(page());
		assertThat(page.select("tbody tr").text()).contains("Outlook of the chair", "Joint commissioning", "Revoke");
		assertThat(this.decision.events("deadlines.calendar-link").getFirst().summary())
			.isEqualTo("Made a secret link to the calendar for Outlook of the chair");
		String kept = this.decision.within(() -> this.beans.getBean(TransactionTemplate.class)
			.execute((status) -> this.beans.getBean(JdbcClient.class)
				.sql("select string_agg(calendar_link::text, ' ') from calendar_link")
				.query(String.class)
				.single()));
		String path = made("joint");
		assertThat(kept).doesNotContain(path.substring(path.lastIndexOf('/') + 1).replace(".ics", ""));
	}

	@Test
	void isNotFoundOnceItIsRevokedJustAsIfItHadNeverBeen() throws Exception {
		String path = made("joint");
		assertThat(Pages.ofAnybody(this.mvc).status(path)).isEqualTo(200);
		String link = this.decision.within(() -> this.beans.getBean(CalendarLinks.class).of(this.decision.appraisal))
			.getFirst()
			.id()
			.toString();
		assertThat(this.manager.sends(page() + "/" + link + "/revoke").getStatus()).isEqualTo(303);
		MockHttpServletResponse revoked = Pages.ofAnybody(this.mvc).opens(path);
		String last = path.substring(path.length() - 6, path.length() - 4);
		MockHttpServletResponse unknown = Pages.ofAnybody(this.mvc)
			.opens(path.replace(last + ".ics", last.equals("AA") ? "AB.ics" : "AA.ics"));
		assertThat(revoked.getStatus()).isEqualTo(404);
		assertThat(unknown.getStatus()).isEqualTo(404);
		assertThat(revoked.getContentAsString()).isEqualTo(unknown.getContentAsString());
		assertThat(revoked.getErrorMessage()).isEqualTo(unknown.getErrorMessage());
		assertThat(revoked.getHeaderNames()).isEqualTo(unknown.getHeaderNames());
		assertThat(this.manager.page(page()).select("tbody tr").text()).contains("Revoked 5 January 2015");
		assertThat(this.decision.events("deadlines.calendar-link-revoked")).hasSize(1);
		assertThat(this.manager.sends(page() + "/" + link + "/revoke").getStatus()).isEqualTo(303);
		assertThat(this.decision.events("deadlines.calendar-link-revoked")).hasSize(1);
	}

	@Test
	void isConfinedToItsOrganisation() throws Exception {
		String path = made("joint");
		OxfordshireDecision other = new OxfordshireDecision(this.beans);
		assertThat(Pages.ofAnybody(this.mvc)
			.status(path.replace("/" + this.decision.organisation.slug() + "/", "/" + other.organisation.slug() + "/")))
			.isEqualTo(404);
		String link = this.decision.within(() -> this.beans.getBean(CalendarLinks.class).of(this.decision.appraisal))
			.getFirst()
			.id()
			.toString();
		assertThat(new Pages(this.mvc, other.manager).sends(other.base() + "/deadlines/calendar/" + link + "/revoke")
			.getStatus()).isEqualTo(404);
		assertThat(this.manager.sends(page() + "/nonsense/revoke").getStatus()).isEqualTo(404);
		assertThat(Pages.ofAnybody(this.mvc).status("/" + other.organisation.slug() + "/calendar/short.ics"))
			.isEqualTo(404);
	}

	@Test
	void needsNoSessionAndStaysPrivate() throws Exception {
		String path = made("delegated");
		MockHttpServletResponse answer = Pages.ofAnybody(this.mvc).opens(path);
		assertThat(answer.getHeader("Cache-Control")).isEqualTo("max-age=900, private");
		assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
		assertThat(answer.getHeader("Set-Cookie")).isNull();
		Member elsewhere = this.beans.getBean(TestOrganisations.class)
			.person(this.beans.getBean(TestOrganisations.class).establish(), Role.CHAIR, null);
		assertThat(new Pages(this.mvc, elsewhere).status(path)).isEqualTo(200);
		assertThat(Statements.during(() -> Pages.ofAnybody(this.mvc).opens(path))).hasSizeLessThanOrEqualTo(20);
	}

	@Test
	void tellsNoVotesAndNoDraft() throws Exception {
		this.decision.asked().voted();
		String text = Pages.ofAnybody(this.mvc).opens(made("joint")).getContentAsString().replace("\r\n ", "");
		assertThat(text).contains("Close the ballot")
			.doesNotContain("carried", "Ballot 1", "Do you agree", "recommended");
	}

}
