package org.mandate.deadlines;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Deadline;

/**
 * By when something has to be done.
 *
 * @param day the last day in London on which it can be done in time
 * @param late the instant from which it is too late
 */
public record Due(LocalDate day, Instant late) {

	/** By the end of a day in London. */
	public static Due endOf(LocalDate day) {
		return new Due(day, day.plusDays(1).atStartOfDay(Deadline.LONDON).toInstant());
	}

	/** When the guidance says; null where it is imprecise. */
	public static @Nullable Due of(Deadline deadline) {
		LocalDate day = deadline.day();
		Instant late = deadline.due();
		return (day != null && late != null) ? new Due(day, late) : null;
	}

}
