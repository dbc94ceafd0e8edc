package org.mandate.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.mandate.forms.London;

import org.springframework.stereotype.Component;

/**
 * How dates and times are said on pages, as {@code @when}: "9 January 2015", "5pm", "12
 * noon". Instants are shown in the time of London.
 */
@Component("when")
public class When {

	/** A day: "9 January 2015". */
	public String date(LocalDate date) {
		return London.date(date);
	}

	/** The day an instant falls on in London. */
	public String date(Instant instant) {
		return London.date(instant);
	}

	/** A time of day: "5pm", "3:42pm", "12 noon", "12 midnight". */
	public String time(LocalTime time) {
		return London.time(time);
	}

	/** The time of day of an instant in London. */
	public String time(Instant instant) {
		return London.time(instant.atZone(London.ZONE).toLocalTime());
	}

	/** An instant in London: "12 noon on 9 January 2015". */
	public String instant(Instant instant) {
		return London.instant(instant);
	}

}
