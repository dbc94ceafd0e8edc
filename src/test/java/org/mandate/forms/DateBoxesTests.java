package org.mandate.forms;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DateBoxesTests {

	@ParameterizedTest
	@CsvSource({ "9, 1, 2015", "' 09 ', 01, 2015", "9/1/2015, '', ''", "09.01.2015, '',", "9-1-2015,,", "9 1 2015,," })
	void readsADateInBoxesOrPasted(String day, String month, String year) {
		assertThat(new DateBoxes(day, month, year).date()).contains(LocalDate.of(2015, 1, 9));
	}

	@ParameterizedTest
	@CsvSource({ "31, 2, 2015", "x, 1, 2015", "1.5, 1, 2015", "1000000000000, 1, 2015", "-1, 1, 2015", "1, 13, 2015",
			"1, 1, 15", "'', '', ''", ",,", "9/1/2015, 1, ''", "2015-01-09,,", "٩, 1, 2015" })
	void takesNothingElseForADate(String day, String month, String year) {
		assertThat(new DateBoxes(day, month, year).date()).isEmpty();
	}

	@Test
	void goesBackToTheBoxes() {
		LocalDate date = LocalDate.of(2015, 1, 9);
		assertThat(DateBoxes.of(date)).isEqualTo(new DateBoxes("9", "1", "2015"));
		assertThat(DateBoxes.of(date).date()).contains(date);
		assertThat(DateBoxes.of(null).isBlank()).isTrue();
		assertThat(DateBoxes.orEmpty(null)).isEqualTo(new DateBoxes(" ", null, ""));
	}

}
