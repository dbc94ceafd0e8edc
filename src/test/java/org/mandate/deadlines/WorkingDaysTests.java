package org.mandate.deadlines;

import java.time.LocalDate;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bank holidays of England against published lists, and counting back over them.
 */
class WorkingDaysTests {

	@ParameterizedTest
	@CsvSource({ "1818-03-22", "2000-04-23", "2008-03-23", "2011-04-24", "2014-04-20", "2015-04-05", "2016-03-27",
			"2019-04-21", "2024-03-31", "2038-04-25" })
	void findsEaster(LocalDate sunday) {
		assertThat(WorkingDays.easter(sunday.getYear())).isEqualTo(sunday);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2010-01-01 2010-04-02 2010-04-05 2010-05-03 2010-05-31 2010-08-30 2010-12-27 2010-12-28",
			"2011-01-03 2011-04-22 2011-04-25 2011-04-29 2011-05-02 2011-05-30 2011-08-29 2011-12-26 2011-12-27",
			"2012-01-02 2012-04-06 2012-04-09 2012-05-07 2012-06-04 2012-06-05 2012-08-27 2012-12-25 2012-12-26",
			"2014-01-01 2014-04-18 2014-04-21 2014-05-05 2014-05-26 2014-08-25 2014-12-25 2014-12-26",
			"2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28",
			"2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27",
			"2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28",
			"2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27",
			"2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26" })
	void knowsTheBankHolidaysOfAYear(String days) {
		assertThat(WorkingDays.bankHolidays(Integer.parseInt(days.substring(0, 4))))
			.containsExactlyElementsOf(Arrays.stream(days.split(" ")).map(LocalDate::parse).toList());
	}

	@ParameterizedTest
	@CsvSource({ "2015-01-29, 5, 2015-01-22", "2015-01-29, 10, 2015-01-15", "2015-01-09, 1, 2015-01-08",
			"2015-01-09, 0, 2015-01-09", "2015-01-05, 1, 2015-01-02", "2015-01-05, 2, 2014-12-31",
			"2015-01-05, 5, 2014-12-24", "2015-04-07, 1, 2015-04-02", "2015-01-31, 1, 2015-01-30",
			"2015-01-31, 0, 2015-01-31" })
	void countsBackOverWeekendsAndBankHolidays(LocalDate day, int number, LocalDate before) {
		assertThat(WorkingDays.before(day, number)).isEqualTo(before);
	}

	@Test
	void isNoWorkingDayOnAWeekendOrABankHoliday() {
		assertThat(WorkingDays.is(LocalDate.of(2015, 1, 1))).isFalse();
		assertThat(WorkingDays.is(LocalDate.of(2015, 1, 2))).isTrue();
		assertThat(WorkingDays.is(LocalDate.of(2015, 1, 3))).isFalse();
		assertThat(WorkingDays.is(LocalDate.of(2015, 12, 28))).isFalse();
		assertThat(WorkingDays.is(LocalDate.of(2015, 12, 29))).isTrue();
	}

}
