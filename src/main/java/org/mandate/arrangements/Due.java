package org.mandate.arrangements;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a day that something is due on lies to another.
 *
 * @param words "Overdue by 3 days", "Due today", "61 days left"
 * @param overdue whether it has passed
 */
public record Due(String words, boolean overdue) {

	static Due of(LocalDate due, LocalDate day) {
		long days = ChronoUnit.DAYS.between(day, due);
		if (days == 0) {
			return new Due("Due today", false);
		}
		return (days < 0) ? new Due("Overdue by " + count(-days), true) : new Due(count(days) + " left", false);
	}

	private static String count(long days) {
		return (days == 1) ? "1 day" : "%,d days".formatted(days);
	}

}
