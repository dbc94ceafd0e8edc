package org.mandate.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WhenTests {

	private final When when = new When();

	@Test
	void saysDatesInFull() {
		assertThat(this.when.date(LocalDate.of(2015, 1, 9))).isEqualTo("9 January 2015");
	}

	@ParameterizedTest
	@CsvSource({ "00:00,12 midnight", "00:05,12:05am", "01:00,1am", "09:05,9:05am", "11:59,11:59am", "12:00,12 noon",
			"12:01,12:01pm", "13:00,1pm", "15:42,3:42pm", "17:00,5pm", "23:59,11:59pm" })
	void saysTimesAsPeopleDo(LocalTime time, String said) {
		assertThat(this.when.time(time)).isEqualTo(said);
	}

	@Test
	void saysInstantsInTheTimeOfLondon() {
		assertThat(this.when.instant(Instant.parse("2015-01-09T12:00:00Z"))).isEqualTo("12 noon on 9 January 2015");
		assertThat(this.when.instant(Instant.parse("2015-06-30T23:30:00Z"))).isEqualTo("12:30am on 1 July 2015");
		assertThat(this.when.date(Instant.parse("2015-06-30T23:30:00Z"))).isEqualTo("1 July 2015");
	}

	@Test
	void clocksGoForwardInMarch() {
		assertThat(this.when.instant(Instant.parse("2015-03-29T00:59:00Z"))).isEqualTo("12:59am on 29 March 2015");
		assertThat(this.when.instant(Instant.parse("2015-03-29T01:00:00Z"))).isEqualTo("2am on 29 March 2015");
	}

	@Test
	void clocksGoBackInOctober() {
		assertThat(this.when.instant(Instant.parse("2015-10-25T00:30:00Z"))).isEqualTo("1:30am on 25 October 2015");
		assertThat(this.when.instant(Instant.parse("2015-10-25T01:30:00Z"))).isEqualTo("1:30am on 25 October 2015");
		assertThat(this.when.instant(Instant.parse("2015-10-25T02:00:00Z"))).isEqualTo("2am on 25 October 2015");
	}

}
