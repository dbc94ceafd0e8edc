package org.mandate.voting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.Pages;
import org.mandate.TestBallot;
import org.mandate.access.Member;
import org.mandate.audit.Trail;
import org.mandate.database.Statements;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The closing time: typed, changed, passed, noticed by several at once.
 */
@MandateTest
@Import(MovableClock.class)
class ClosingTests {

	private static final ClosingTime FRIDAY = new ClosingTime(Instant.parse("2015-01-30T17:00:00Z"));

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Voting voting;

	@Autowired
	private Returns returns;

	@Autowired
	private Closing closing;

	private TestBallot ballot;

	@BeforeEach
	void open() {
		// What other tests left open is closed before it could be counted here.
		this.clock.shows("2016-01-01T00:00:00Z");
		this.closing.closeDue();
		this.clock.shows("2015-01-05T09:00:00Z");
		this.ballot = new TestBallot(this.beans, List.of("South West", "Vale"));
	}

	private Organisation ccg() {
		return this.ballot.organisation;
	}

	private void closesAt(ClosingTime time) {
		Tenant.run(ccg().id(), () -> this.closing.change(this.ballot.appraisal, 1, time));
	}

	private BallotRecord read(int number) {
		return Tenant.call(ccg().id(), () -> this.voting.ballot(this.ballot.appraisal, number));
	}

	private ResultActions type(String day, String month, String year, String time) throws Exception {
		return this.mvc.perform(post(this.ballot.path(1) + "/closing").with(as(this.ballot.manager))
			.with(csrf())
			.param("day.day", day)
			.param("day.month", month)
			.param("day.year", year)
			.param("time", time));
	}

	private Document page(String path, Member member) throws Exception {
		return new Pages(this.mvc, member).page(path);
	}

	@Test
	void setsChangesAndRemovesTheClosingTime() throws Exception {
		type("30", "1", "2015", "5pm").andExpect(redirectedUrl(this.ballot.path(1)));
		assertThat(page(this.ballot.path(1), this.ballot.manager).text()).contains("5pm on Friday 30 January 2015");
		Document form = page(this.ballot.path(1) + "/closing", this.ballot.manager);
		assertThat(form.select("input[name=time]").val()).isEqualTo("5pm");
		assertThat(form.select("input[name='day.day']").val()).isEqualTo("30");
		type("30", "1", "2015", "midnight").andExpect(redirectedUrl(this.ballot.path(1)));
		assertThat(page(this.ballot.path(1) + "/closing", this.ballot.manager).select("input[name=time]").val())
			.isEqualTo("midnight");
		this.mvc.perform(post(this.ballot.path(1) + "/closing/removal").with(as(this.ballot.manager)).with(csrf()))
			.andExpect(redirectedUrl(this.ballot.path(1)));
		assertThat(page(this.ballot.path(1), this.ballot.manager).text()).contains("No closing time");
		assertThat(this.ballot.events("ballot.closing-time")).extracting(Trail.Entry::summary)
			.containsExactly("Removed the closing time of ballot 1",
					"Ballot 1 closes at midnight at the end of Friday 30 January 2015",
					"Ballot 1 closes at 5pm on Friday 30 January 2015");
	}

	@Test
	void tellsEverybodyWhoWaitsForIt() throws Exception {
		closesAt(FRIDAY);
		Member director = this.ballot.directors.get("vale");
		String words = "5pm on Friday 30 January 2015";
		assertThat(page(this.ballot.path(1), director).text()).contains("Closes at " + words);
		assertThat(page(this.ballot.path(1) + "/returns/vale", director).text()).contains("closes at " + words);
		assertThat(page("/%s/appraisals/2015-16".formatted(ccg().slug()), director).text())
			.contains("0 of 2 localities returned, closes at " + words);
	}

	@ParameterizedTest
	@CsvSource({ "30, 1, 2015, five, Enter the time like 5pm", "30, 1, 2015, '', Enter the time at which",
			"31, 2, 2015, 5pm, Enter the day on which the ballot closes as a real date",
			"'', '', '', 5pm, Enter the day on which the ballot closes",
			"5, 1, 2015, 9am, 'The closing time, 9am on Monday 5 January 2015, has passed'",
			"4, 1, 2015, 5pm, has passed", "29, 3, 2015, 1:30am, There is no 1:30am on Sunday 29 March 2015",
			"25, 10, 2015, 1:30am, 1:30am on Sunday 25 October 2015 comes twice" })
	void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped(String day, String month, String year, String time,
			String message) throws Exception {
		Document page = Jsoup.parse(
				type(day, month, year, time).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
		assertThat(page.select(".nhsuk-error-message").text()).contains(message);
		assertThat(page.select(".nhsuk-error-summary a")).isNotEmpty();
		assertThat(page.select("input[name=time]").val()).isEqualTo(time);
		assertThat(page.select("input[name='day.day']").val()).isEqualTo(day);
		assertThat(read(1).closesAt()).isNull();
	}

	@Test
	void doesNotOpenABallotWhoseClosingTimeHasPassed() {
		Tenant.run(ccg().id(), () -> {
			int number = this.voting.setUp(this.ballot.appraisal, new BallotPlan(BallotKind.CONFIRM, "Do you agree?",
					"joint", Rule.simpleMajority(), java.time.LocalDate.of(2015, 1, 1), "2015Q1"));
			this.closing.change(this.ballot.appraisal, number, FRIDAY);
			this.clock.shows("2015-01-30T17:00:00Z");
			assertThatExceptionOfType(BallotNotOpenable.class)
				.isThrownBy(() -> this.voting.open(this.ballot.appraisal, number, "The manager"))
				.withMessageContaining("5pm on Friday 30 January 2015, has passed");
		});
	}

	/** Half open: the last moment before it is in time, the closing instant is not. */
	@Test
	void takesReturnsUntilTheInstantAndNoLonger() throws Exception {
		closesAt(FRIDAY);
		this.clock.shows("2015-01-30T16:59:59.999999999Z");
		this.ballot.returned(1, "vale");
		this.clock.shows("2015-01-30T17:00:00Z");
		assertThatExceptionOfType(BallotNotOpen.class).isThrownBy(() -> this.ballot.returned(1, "south-west"));
		assertThat(this.ballot.events("ballot.closed")).isEmpty();
		assertThat(read(1).isClosed()).isTrue();
		assertThat(page(this.ballot.path(1) + "/results", this.ballot.manager).text())
			.contains("Closed 5pm on 30 January 2015");
		assertThat(this.ballot.events("return.returned")).hasSize(1);
		type("30", "1", "2015", "6pm").andExpect(status().isOk());
		assertThat(read(1).closesAt()).isEqualTo(FRIDAY);
	}

	@Test
	void closesWithTheNamesOfThoseWhoAreOutstanding() {
		closesAt(FRIDAY);
		this.ballot.returned(1, "vale");
		this.clock.shows("2015-01-30T16:59:59Z");
		this.closing.closeDue();
		assertThat(read(1).isOpen()).isTrue();
		this.clock.shows("2015-01-30T17:00:07Z");
		assertThat(this.closing.closeDue()).isEqualTo(1);
		assertThat(this.closing.closeDue()).isZero();
		BallotRecord closed = read(1);
		assertThat(closed.closure()).isEqualTo(new Act(FRIDAY.at(), "its closing time"));
		assertThat(closed.closingReason()).isEqualTo("Nothing was returned from South West");
		assertThat(this.ballot.events("ballot.closed")).singleElement().satisfies((event) -> {
			assertThat(event.summary()).isEqualTo("Closed ballot 1 at its closing time, 5pm on Friday 30 January 2015");
			assertThat(event.reason()).isEqualTo("Nothing was returned from South West");
			assertThat(event.actorName()).isEqualTo("Mandate");
		});
	}

	/** The clock is put right by an hour, forward and back again. */
	@Test
	void staysClosedWhenTheClockIsMovedBack() {
		closesAt(FRIDAY);
		this.clock.shows("2015-01-30T16:30:00Z");
		this.ballot.returned(1, "vale");
		this.clock.moves(Duration.ofHours(1));
		assertThat(this.closing.closeDue()).isEqualTo(1);
		this.clock.moves(Duration.ofHours(-1));
		assertThatExceptionOfType(BallotNotOpen.class).isThrownBy(() -> this.ballot.returned(1, "south-west"));
		assertThat(read(1).isClosed()).isTrue();
		assertThat(this.closing.closeDue()).isZero();
		assertThatExceptionOfType(ClosingNotPossible.class)
			.isThrownBy(() -> closesAt(new ClosingTime(Instant.parse("2015-02-01T17:00:00Z"))));
	}

	/** Set up at nine, and then the clock is put back to eight. */
	@Test
	void closesNoBallotBeforeItOpened() {
		this.clock.shows("2015-01-05T08:00:00Z");
		assertThatExceptionOfType(ClosingNotPossible.class)
			.isThrownBy(() -> closesAt(new ClosingTime(Instant.parse("2015-01-05T08:30:00Z"))));
	}

	@ParameterizedTest
	@CsvSource({ "29, 3, 2015, 2am, 2015-03-29T00:59:59Z, 2015-03-29T01:00:00Z",
			"28, 3, 2015, midnight, 2015-03-28T23:59:59Z, 2015-03-29T00:00:00Z",
			"25, 10, 2015, 2am, 2015-10-25T01:59:59Z, 2015-10-25T02:00:00Z",
			"25, 10, 2015, 12:30am, 2015-10-24T23:29:59Z, 2015-10-24T23:30:00Z" })
	void closesInLondonsTimeWhenTheClocksChange(String day, String month, String year, String time, String before,
			String instant) throws Exception {
		type(day, month, year, time).andExpect(redirectedUrl(this.ballot.path(1)));
		this.clock.shows(before);
		this.ballot.returned(1, "vale");
		this.closing.closeDue();
		assertThat(read(1).isOpen()).isTrue();
		this.clock.shows(instant);
		assertThatExceptionOfType(BallotNotOpen.class).isThrownBy(() -> this.ballot.returned(1, "south-west"));
		assertThat(this.closing.closeDue()).isEqualTo(1);
	}

	@Test
	void leavesAloneWhatIsNotDue() {
		int never = this.ballot.another();
		closesAt(FRIDAY);
		TestBallot elsewhere = new TestBallot(this.beans, List.of("North"));
		Tenant.run(elsewhere.organisation.id(), () -> this.closing.change(elsewhere.appraisal, 1, FRIDAY));
		this.clock.shows("2015-01-30T17:00:00Z");
		assertThat(this.closing.closeDue()).isEqualTo(2);
		assertThat(elsewhere.events("ballot.closed")).hasSize(1);
		assertThat(read(never).isOpen()).isTrue();
	}

	/** As on fifty nodes whose clocks strike together. */
	@Test
	void closesOnceHoweverManyLook() throws Exception {
		closesAt(FRIDAY);
		this.clock.shows("2015-01-30T17:00:00Z");
		List<Callable<Integer>> nodes = new ArrayList<>();
		IntStream.range(0, 50).forEach((node) -> nodes.add(this.closing::closeDue));
		assertThat(AtOnce.all(nodes).stream().mapToInt((closed) -> closed).sum()).isEqualTo(1);
		assertThat(this.ballot.events("ballot.closed")).hasSize(1);
	}

	/**
	 * Fifty localities return while fifty close the ballot: by hand, and by the clock as
	 * soon as it has come.
	 */
	@Test
	void reportsOneSetOfReturnsWhenSavesRaceCloses() throws Exception {
		List<String> names = IntStream.range(0, 50).mapToObj("Locality %02d"::formatted).toList();
		this.ballot = new TestBallot(this.beans, names);
		for (int round = 0; round < 4; round++) {
			int number = (round == 0) ? 1 : this.ballot.another();
			boolean byHand = round % 2 == 0;
			Tenant.run(ccg().id(), () -> this.closing.change(this.ballot.appraisal, number,
					new ClosingTime(this.clock.instant().plusSeconds(1))));
			List<Callable<Integer>> racing = new ArrayList<>();
			for (int i = 0; i < names.size(); i++) {
				String slug = names.get(i).toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
				racing.add(() -> tried(() -> this.ballot.returned(number, slug)));
				if (byHand) {
					racing.add(() -> tried(() -> Tenant.run(ccg().id(),
							() -> this.voting.close(this.ballot.appraisal, number, "Time is up", "The manager"))));
				}
				else {
					boolean strikes = i == names.size() / 2;
					racing.add(() -> {
						if (strikes) {
							this.clock.moves(Duration.ofSeconds(1));
						}
						return this.closing.closeDue();
					});
				}
			}
			AtOnce.all(racing);
			this.closing.closeDue();
			assertOneSet(number);
		}
	}

	private void assertOneSet(int number) {
		List<Trail.Entry> closed = this.ballot.events("ballot.closed")
			.stream()
			.filter((event) -> event.summary().matches("Closed ballot " + number + "\\b.*"))
			.toList();
		assertThat(closed).hasSize(1);
		Set<String> outstanding = read(number).units()
			.stream()
			.filter((unit) -> unit.latest().filter(EnteredFigures::isReturned).isEmpty())
			.map(BallotRecord.UnitRecord::name)
			.collect(Collectors.toSet());
		assertThat((List<?>) closed.getFirst().details().get("outstanding")).hasSameSizeAs(outstanding)
			.allSatisfy((name) -> assertThat(outstanding).contains((String) name));
		assertThat(this.ballot.events("return.returned"))
			.filteredOn((event) -> event.summary().endsWith("ballot " + number))
			.hasSize(50 - outstanding.size())
			.allSatisfy((event) -> assertThat(event.seq()).isLessThan(closed.getFirst().seq()));
		assertThat(this.ballot.events("return.saved"))
			.filteredOn((event) -> event.summary().endsWith("ballot " + number))
			.allSatisfy((event) -> assertThat(event.seq()).isLessThan(closed.getFirst().seq()));
	}

	private static int tried(Runnable work) {
		try {
			work.run();
			return 1;
		}
		catch (BallotNotOpen ex) {
			return 0;
		}
	}

	@Test
	void showsTheClosingTimeWithAFixedNumberOfStatements() throws Exception {
		List<String> sent = Statements.during(() -> page(this.ballot.path(1) + "/closing", this.ballot.manager));
		assertThat(sent).hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void asksOnceForEachOrganisationWhenNothingIsDue(@Autowired JdbcClient jdbc) throws Exception {
		this.closing.closeDue();
		int organisations = jdbc.sql("select count(*) from organisation").query(Integer.class).single();
		assertThat(Statements.during(this.closing::closeDue)).hasSize(organisations + 1);
	}

}
