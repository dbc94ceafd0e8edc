package org.mandate.appraisals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a day is said in sentences that are made here: "29 January 2015".
 */
final class Day {

	private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private Day() {
	}

	static String words(LocalDate day) {
		return WORDS.format(day);
	}

}
