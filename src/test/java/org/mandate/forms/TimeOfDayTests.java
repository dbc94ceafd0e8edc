package org.mandate.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeOfDayTests {

	private static final LocalDate DAY = LocalDate.of(2015, 1, 30);

	@ParameterizedTest
	@CsvSource({ "5pm, 17:00", "5 PM, 17:00", "5.30 p.m., 17:30", "5:30pm, 17:30", "17:00, 17:00", "9.05, 09:05",
			"09:05:00, 09:05", "12 noon, 12:00", "Noon, 12:00", "midday, 12:00", "12pm, 12:00", "12am, 00:00",
			"12:30am, 00:30", "00:00, 00:00", "23:59, 23:59", "' 5pm ', 17:00" })
	void readsTimesAsPeopleTypeThem(String typed, String time) {
		assertThat(TimeOfDay.read(typed).orElseThrow().on(DAY)).isEqualTo(LocalDateTime.parse("2015-01-30T" + time));
	}

	@ParameterizedTest
	@ValueSource(strings = { "midnight", "12 midnight", "Midnight", "24:00" })
	void endsTheDayAtMidnight(String typed) {
		assertThat(TimeOfDay.read(typed).orElseThrow().on(DAY)).isEqualTo(LocalDateTime.parse("2015-01-31T00:00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "5", "17", "25:00", "24:01", "13pm", "0pm", "5:60", "five", "5pm on Friday",
			"5\u0000pm", "\u0665pm", "17:00:30", "-1:00", "5pm5pm" })
	void readsNothingElse(String typed) {
		assertThat(TimeOfDay.read(typed)).isEmpty();
	}

	@Test
	void readsNothingFromNothing() {
		assertThat(TimeOfDay.read(null)).isEmpty();
	}

}
