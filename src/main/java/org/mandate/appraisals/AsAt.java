package org.mandate.appraisals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Deadline;

/**
 * The moment from which an appraisal's deadlines are counted: now, or, for an appraisal
 * that was started for a date already past, that date. Such an appraisal tells of a
 * decision as it stood; counted from now, all of it would only be overdue.
 *
 * @param day in London
 * @param instant the moment
 * @param past whether it is the appraisal's own date rather than now
 */
record AsAt(LocalDate day, Instant instant, boolean past) {

	static AsAt of(Overview overview, Clock clock) {
		LocalDate speaksFor = overview.summary().speaksFor();
		if (speaksFor.isBefore(overview.startedAt().atZone(Deadline.LONDON).toLocalDate())) {
			return new AsAt(speaksFor, speaksFor.atStartOfDay(Deadline.LONDON).toInstant(), true);
		}
		Instant now = clock.instant();
		return new AsAt(now.atZone(Deadline.LONDON).toLocalDate(), now, false);
	}

	boolean isPassed(Deadline deadline) {
		Instant due = deadline.due();
		return due != null && !due.isAfter(this.instant);
	}

	/** How near a deadline is: "1 day left"; null when it is imprecise. */
	@Nullable String nearness(Deadline deadline) {
		LocalDate day = deadline.day();
		if (day == null) {
			return null;
		}
		long days = ChronoUnit.DAYS.between(this.day, day);
		if (isPassed(deadline)) {
			String ago = this.past ? " earlier" : " ago";
			return (days == 0) ? "Passed earlier today" : "Passed " + days(-days) + ago;
		}
		return (days == 0) ? "Today" : days(days) + " left";
	}

	private static String days(long days) {
		return (days == 1) ? "1 day" : days + " days";
	}

}
