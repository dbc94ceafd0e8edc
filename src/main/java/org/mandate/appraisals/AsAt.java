package org.mandate.appraisals;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;
import org.mandate.guidance.Deadline;

/**
 * The moment from which an appraisal's deadlines are counted: now, or, for an appraisal
 * that was started for a date already past, that date. Such an appraisal tells of a
 * decision as it stood; counted from now, all of it would only be overdue. Somebody may
 * also ask for a moment, to replay a case.
 *
 * @param day in London
 * @param instant the moment
 * @param past whether it is another moment than now
 */
public record AsAt(LocalDate day, Instant instant, boolean past) {

	private static final LocalTime CLOSE_OF_DAY = LocalTime.of(23, 59, 59);

	static AsAt of(Overview overview, Clock clock) {
		LocalDate speaksFor = overview.summary().speaksFor();
		if (speaksFor.isBefore(overview.startedAt().atZone(Deadline.LONDON).toLocalDate())) {
			return new AsAt(speaksFor, speaksFor.atStartOfDay(Deadline.LONDON).toInstant(), true);
		}
		return now(clock);
	}

	/** Now. */
	public static AsAt now(Clock clock) {
		Instant now = clock.instant();
		return new AsAt(now.atZone(Deadline.LONDON).toLocalDate(), now, false);
	}

	/**
	 * A moment that somebody asks for.
	 * @param asked a day, {@code 2015-01-15}, whose close is meant, or a minute of it in
	 * London, {@code 2015-01-09T12:00}
	 * @return empty for anything else, and for years before 1900 or after 2999
	 */
	public static Optional<AsAt> asked(@Nullable String asked) {
		if (asked == null || !asked.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?")) {
			return Optional.empty();
		}
		try {
			LocalDateTime there = (asked.length() > 10) ? LocalDateTime.parse(asked)
					: LocalDate.parse(asked).atTime(CLOSE_OF_DAY);
			return (there.getYear() < 1900) ? Optional.empty()
					: Optional.of(new AsAt(there.toLocalDate(), there.atZone(Deadline.LONDON).toInstant(), true));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** In words: the day, with the time where one was asked for. */
	public String words() {
		LocalTime time = this.instant.atZone(Deadline.LONDON).toLocalTime();
		return (time.equals(LocalTime.MIDNIGHT) || time.equals(CLOSE_OF_DAY)) ? London.date(this.day)
				: London.instant(this.instant);
	}

	/** Whether a deadline's instant has come: what comes then or later is late. */
	public boolean isPassed(Deadline deadline) {
		Instant due = deadline.due();
		return due != null && !due.isAfter(this.instant);
	}

	/** How near a deadline is: "1 day left"; null when it is imprecise. */
	public @Nullable String nearness(Deadline deadline) {
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
