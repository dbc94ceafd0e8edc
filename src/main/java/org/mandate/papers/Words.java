package org.mandate.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates as papers say them.
 */
final class Words {

	static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private Words() {
	}

	static String date(LocalDate date) {
		return DATE.format(date);
	}

	static String date(Instant instant) {
		return date(instant.atZone(LONDON).toLocalDate());
	}

}
