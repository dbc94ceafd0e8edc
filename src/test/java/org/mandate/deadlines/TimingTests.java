package org.mandate.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.deadlines.Timing.State;
import org.mandate.guidance.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lateness to the second, whatever zone the server is in, and days across both changes of
 * the clocks.
 */
class TimingTests {

	private static final TimeZone USUAL = TimeZone.getDefault();

	@AfterEach
	void restore() {
		TimeZone.setDefault(USUAL);
	}

	private static void serverIn(String zone) {
		TimeZone.setDefault(TimeZone.getTimeZone(zone));
	}

	/**
	 * The slides' "Noon 9 January 2015" and "5pm on 30 January", as an edition has them.
	 */
	private static Due due(String day, int hour) {
		ZonedDateTime at = LocalDate.parse(day).atTime(hour, 0).atZone(Deadline.LONDON);
		Due due = Due.of(new Deadline("key", Deadline.Category.SUBMISSION, "Proposal", List.of(), at, null, null,
				List.of(), List.of()));
		assertThat(due).isNotNull();
		return due;
	}

	private static AsAt now(String instant) {
		return AsAt.now(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
	}

	private static Milestone submitted(String instant) {
		return Milestone.at(Milestone.Kind.SUBMITTED, "delegated", Instant.parse(instant), "Submitted", null, "/");
	}

	private static final AsAt LATER = now("2016-01-01T12:00:00Z");

	@ParameterizedTest
	@ValueSource(strings = { "Europe/London", "Pacific/Auckland", "America/Los_Angeles" })
	void isLateFromTheVeryInstantInAnyZoneOfTheServer(String zone) {
		serverIn(zone);
		Due noon = due("2015-01-09", 12);
		assertThat(noon.day()).isEqualTo("2015-01-09");
		assertThat(Timing.of(noon, submitted("2015-01-09T11:59:59Z"), LATER))
			.isEqualTo(new Timing(State.DONE_IN_TIME, ""));
		assertThat(Timing.of(noon, submitted("2015-01-09T12:00:00Z"), LATER))
			.isEqualTo(new Timing(State.DONE_LATE, "Late on the day itself"));
		assertThat(Timing.of(noon, submitted("2015-01-09T12:00:01Z"), LATER))
			.isEqualTo(new Timing(State.DONE_LATE, "Late on the day itself"));
		assertThat(Timing.of(noon, null, now("2015-01-09T11:59:59Z"))).isEqualTo(new Timing(State.DUE, "Today"));
		assertThat(Timing.of(noon, null, now("2015-01-09T12:00:00Z")))
			.isEqualTo(new Timing(State.LATE_NOW, "Late on the day itself"));
		assertThat(Timing.of(noon, null, now("2015-01-09T12:00:01Z")))
			.isEqualTo(new Timing(State.LATE_NOW, "Late on the day itself"));
		assertThat(Timing.of(noon, null, now("2015-01-15T10:00:00Z")))
			.isEqualTo(new Timing(State.LATE_NOW, "6 days late"));
		Due five = due("2015-01-30", 17);
		assertThat(Timing.of(five, null, now("2015-01-29T23:59:59Z"))).isEqualTo(new Timing(State.DUE, "1 day left"));
		assertThat(Timing.of(five, null, now("2015-01-30T16:59:59Z"))).isEqualTo(new Timing(State.DUE, "Today"));
		assertThat(Timing.of(five, null, now("2015-01-30T17:00:00Z")).state()).isEqualTo(State.LATE_NOW);
		assertThat(Timing.of(five, null, now("2015-01-30T17:00:01Z")).state()).isEqualTo(State.LATE_NOW);
	}

	/**
	 * The end of 29 March 2015, when London is at +1, and of 25 October, when it is not.
	 */
	@ParameterizedTest
	@CsvSource({ "2015-03-29, 2015-03-29T23:00:00Z, Europe/London",
			"2015-03-29, 2015-03-29T23:00:00Z, Pacific/Auckland",
			"2015-03-29, 2015-03-29T23:00:00Z, America/Los_Angeles", "2015-10-25, 2015-10-26T00:00:00Z, Europe/London",
			"2015-10-25, 2015-10-26T00:00:00Z, Pacific/Auckland",
			"2015-10-25, 2015-10-26T00:00:00Z, America/Los_Angeles" })
	void endsTheDaysOnWhichTheClocksChange(LocalDate day, Instant end, String zone) {
		serverIn(zone);
		Due due = Due.endOf(day);
		assertThat(due.late()).isEqualTo(end);
		assertThat(Timing.of(due, null, now(end.minusSeconds(1).toString()))).isEqualTo(new Timing(State.DUE, "Today"));
		assertThat(Timing.of(due, null, now(end.toString()))).isEqualTo(new Timing(State.LATE_NOW, "1 day late"));
		assertThat(Timing.of(due, null, now(end.plusSeconds(1).toString())))
			.isEqualTo(new Timing(State.LATE_NOW, "1 day late"));
		assertThat(Timing.of(due, submitted(end.minusSeconds(1).toString()), LATER).state())
			.isEqualTo(State.DONE_IN_TIME);
		assertThat(Timing.of(due, submitted(end.toString()), LATER))
			.isEqualTo(new Timing(State.DONE_LATE, "1 day late"));
	}

	/** A day of 23 hours and one of 25 are a day each. */
	@ParameterizedTest
	@ValueSource(strings = { "Europe/London", "Pacific/Auckland", "America/Los_Angeles" })
	void countsDaysAcrossTheChangesOfTheClocks(String zone) {
		serverIn(zone);
		assertThat(Timing.of(due("2015-03-30", 0), null, now("2015-03-29T00:30:00Z")).words()).isEqualTo("1 day left");
		assertThat(Timing.of(due("2015-03-30", 12), null, now("2015-03-28T23:30:00Z")).words())
			.isEqualTo("2 days left");
		assertThat(Timing.of(due("2015-03-30", 12), null, now("2015-03-29T23:30:00Z")).words()).isEqualTo("Today");
		assertThat(Timing.of(due("2015-03-28", 12), null, now("2015-04-03T23:30:00Z")).words())
			.isEqualTo("7 days late");
		assertThat(Timing.of(due("2015-10-26", 12), null, now("2015-10-24T23:30:00Z")).words()).isEqualTo("1 day left");
		assertThat(Timing.of(due("2015-10-26", 12), null, now("2015-10-24T22:30:00Z")).words())
			.isEqualTo("2 days left");
		assertThat(Timing.of(due("2015-10-24", 12), null, now("2015-10-31T00:30:00Z")).words())
			.isEqualTo("7 days late");
	}

	@Test
	void tellsAMeetingThatIsTooLateBeforeAndAfterIt() {
		Milestone board = Milestone.on(Milestone.Kind.ENGAGEMENT, "health-and-wellbeing-board",
				LocalDate.of(2015, 1, 15), "Health and Wellbeing Board", null, "/");
		Due noon = due("2015-01-09", 12);
		assertThat(Timing.of(noon, board, now("2015-01-08T09:00:00Z")))
			.isEqualTo(new Timing(State.WILL_BE_LATE, "6 days late"));
		assertThat(Timing.of(noon, board, now("2015-01-15T09:00:00Z")))
			.isEqualTo(new Timing(State.DONE_LATE, "6 days late"));
	}

	@Test
	void saysWhereTheRecordIsNotExactEnough() {
		Due noon = due("2015-01-09", 12);
		Milestone sameDay = Milestone.on(Milestone.Kind.SUBMITTED, "delegated", LocalDate.of(2015, 1, 9), "Sent", null,
				"/");
		assertThat(Timing.of(noon, sameDay, LATER).state()).isEqualTo(State.UNCLEAR);
		assertThat(Timing.of(noon, sameDay, LATER).words()).contains("no time");
		Milestone january = new Milestone(Milestone.Kind.ENGAGEMENT, "patient-groups", LocalDate.of(2015, 1, 1),
				LocalDate.of(2015, 1, 31), null, "Fora", null, "/");
		assertThat(Timing.of(noon, january, LATER).state()).isEqualTo(State.UNCLEAR);
		assertThat(Timing.of(null, null, LATER)).isEqualTo(new Timing(State.IMPRECISE, ""));
		assertThat(Timing.ofOthers(noon, null, now("2015-01-15T09:00:00Z")))
			.isEqualTo(new Timing(State.PASSED, "6 days ago"));
	}

}
