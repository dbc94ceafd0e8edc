package org.mandate.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * How dates and times are said on pages, as {@code @when}: "9 January 2015", "5pm", "12
 * noon". Instants are shown in the time of London.
 */
@Component("when")
public class When {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	/** A day: "9 January 2015". */
	public String date(LocalDate date) {
		return DATE.format(date);
	}

	/** The day an instant falls on in London. */
	public String date(Instant instant) {
		return date(instant.atZone(LONDON).toLocalDate());
	}

	/** A time of day: "5pm", "3:42pm", "12 noon", "12 midnight". */
	public String time(LocalTime time) {
		if (time.getMinute() == 0 && time.getHour() == 12) {
			return "12 noon";
		}
		if (time.getMinute() == 0 && time.getHour() == 0) {
			return "12 midnight";
		}
		int hour = (time.getHour() + 11) % 12 + 1;
		String minutes = (time.getMinute() == 0) ? "" : String.format(Locale.ROOT, ":%02d", time.getMinute());
		return hour + minutes + ((time.getHour() < 12) ? "am" : "pm");
	}

	/** The time of day of an instant in London. */
	public String time(Instant instant) {
		return time(instant.atZone(LONDON).toLocalTime());
	}

	/** An instant in London: "12 noon on 9 January 2015". */
	public String instant(Instant instant) {
		ZonedDateTime there = instant.atZone(LONDON);
		return time(there.toLocalTime()) + " on " + date(there.toLocalDate());
	}

}
