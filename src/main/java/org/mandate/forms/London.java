package org.mandate.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Days and times as they are said: "9 January 2015", "5pm", "12 noon". Instants are told
 * in the time of London.
 */
public final class London {

	/** The zone in which all times are told. */
	public static final ZoneId ZONE = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private London() {
	}

	/** A day: "9 January 2015". */
	public static String date(LocalDate date) {
		return DATE.format(date);
	}

	/** The day an instant falls on. */
	public static String date(Instant instant) {
		return date(instant.atZone(ZONE).toLocalDate());
	}

	/** A time of day: "5pm", "3:42pm", "12 noon", "12 midnight". */
	public static String time(LocalTime time) {
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

	/** An instant: "12 noon on 9 January 2015". */
	public static String instant(Instant instant) {
		ZonedDateTime there = instant.atZone(ZONE);
		return time(there.toLocalTime()) + " on " + date(there.toLocalDate());
	}

}
