package org.mandate.appraisals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.guidance.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

class AsAtTests {

	@Test
	void countsFromNowWhenTheAppraisalIsUnderWay() {
		AsAt asAt = asAt("2014-12-01", "2014-12-01T10:00:00Z", "2015-01-08T09:00:00Z");
		assertThat(asAt.past()).isFalse();
		assertThat(asAt.nearness(noon(9))).isEqualTo("1 day left");
	}

	@Test
	void countsFromTheAppraisalsDateWhenItWasPastAtTheStart() {
		AsAt asAt = asAt("2015-01-29", "2026-11-21T10:00:00Z", "2026-11-21T11:00:00Z");
		assertThat(asAt.past()).isTrue();
		assertThat(asAt.nearness(noon(30))).isEqualTo("1 day left");
		assertThat(asAt.nearness(noon(9))).isEqualTo("Passed 20 days earlier");
	}

	@ParameterizedTest
	@CsvSource({ "2015-01-09T11:59:59Z,Today", "2015-01-09T12:00:00Z,Passed earlier today",
			"2015-01-10T00:00:00Z,Passed 1 day ago", "2015-01-07T23:00:00Z,2 days left" })
	void changesAtTheMinute(String now, String expected) {
		AsAt asAt = asAt("2014-12-01", "2014-12-01T10:00:00Z", now);
		assertThat(asAt.nearness(noon(9))).isEqualTo(expected);
	}

	@Test
	void countsInLondonWhenItsClockIsNotThatOfGreenwich() {
		AsAt asAt = asAt("2014-12-01", "2014-12-01T10:00:00Z", "2015-05-31T23:30:00Z");
		Deadline firstOfJune = deadline(null, LocalDate.of(2015, 6, 1), null);
		assertThat(asAt.nearness(firstOfJune)).isEqualTo("Today");
		assertThat(asAt.isPassed(firstOfJune)).isFalse();
	}

	@Test
	void neverCountsAnImpreciseDate() {
		AsAt asAt = asAt("2014-12-01", "2014-12-01T10:00:00Z", "2015-05-31T23:30:00Z");
		Deadline imprecise = deadline(null, null, "Mid January 2015");
		assertThat(asAt.nearness(imprecise)).isNull();
		assertThat(asAt.isPassed(imprecise)).isFalse();
	}

	private static AsAt asAt(String speaksFor, String startedAt, String now) {
		AppraisalSummary summary = new AppraisalSummary(new AppraisalId(UUID.randomUUID()), new FinancialYear(2015),
				"next-steps-2014", 1, LocalDate.parse(speaksFor));
		return AsAt.of(new Overview(summary, Instant.parse(startedAt), 0, Map.of()),
				Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
	}

	private static Deadline noon(int day) {
		return deadline(ZonedDateTime.of(2015, 1, day, 12, 0, 0, 0, Deadline.LONDON), null, null);
	}

	private static Deadline deadline(@Nullable ZonedDateTime at, @Nullable LocalDate on, @Nullable String text) {
		return new Deadline("key", Deadline.Category.SUBMISSION, "Proposal", List.of(), at, on, text, List.of(),
				List.of());
	}

}
