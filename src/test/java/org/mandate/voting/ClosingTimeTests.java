package org.mandate.voting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.forms.TimeOfDay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClosingTimeTests {

	private static ClosingTime at(String day, String time) {
		return ClosingTime.of(LocalDate.parse(day), TimeOfDay.read(time).orElseThrow());
	}

	@ParameterizedTest
	@CsvSource({ "2015-01-30, 5pm, 2015-01-30T17:00:00Z, 5pm on Friday 30 January 2015",
			"2015-07-31, 5pm, 2015-07-31T16:00:00Z, 5pm on Friday 31 July 2015",
			"2015-01-09, 12 noon, 2015-01-09T12:00:00Z, 12 noon on Friday 9 January 2015",
			"2015-01-30, midnight, 2015-01-31T00:00:00Z, midnight at the end of Friday 30 January 2015",
			"2015-01-31, 00:00, 2015-01-31T00:00:00Z, midnight at the end of Friday 30 January 2015",
			"2015-03-28, midnight, 2015-03-29T00:00:00Z, midnight at the end of Saturday 28 March 2015",
			"2015-03-29, 12:59am, 2015-03-29T00:59:00Z, 12:59am on Sunday 29 March 2015",
			"2015-03-29, 2am, 2015-03-29T01:00:00Z, 2am on Sunday 29 March 2015",
			"2015-03-29, midnight, 2015-03-29T23:00:00Z, midnight at the end of Sunday 29 March 2015",
			"2015-10-25, 12:59am, 2015-10-24T23:59:00Z, 12:59am on Sunday 25 October 2015",
			"2015-10-25, 2am, 2015-10-25T02:00:00Z, 2am on Sunday 25 October 2015" })
	void isAnInstantInLondon(String day, String time, Instant instant, String words) {
		assertThat(at(day, time).at()).isEqualTo(instant);
		assertThat(at(day, time).words()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "2015-03-29, 1am, There is no 1am on Sunday 29 March 2015: the clocks go forward from 1am to 2am",
			"2015-03-29, 01:59, There is no 1:59am on Sunday 29 March 2015",
			"2015-10-25, 1am, '1am on Sunday 25 October 2015 comes twice, because the clocks go back from 2am to 1am'",
			"2015-10-25, 01:59, 1:59am on Sunday 25 October 2015 comes twice" })
	void isNoTimeThatTheClocksSkipOrShowTwice(String day, String time, String message) {
		assertThatExceptionOfType(ClosingTime.NoSuchTime.class).isThrownBy(() -> at(day, time))
			.withMessageContaining(message)
			.withMessageContaining("Enter 2am, or a time before 1am");
	}

	@Test
	void namesWhoIsMissingAsFarAsThereIsRoom() {
		assertThat(ClosingTime.reason(List.of(), "localities")).isNull();
		assertThat(ClosingTime.reason(List.of("South West", "Vale"), "localities"))
			.isEqualTo("Nothing was returned from South West and Vale");
		assertThat(
				ClosingTime.reason(IntStream.range(0, 300).mapToObj((at) -> "Locality " + at).toList(), "localities"))
			.isEqualTo("Nothing was returned from 300 localities");
	}

}
