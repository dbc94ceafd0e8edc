package org.mandate.forms;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

/**
 * A time on a wall that London's clocks skip when they go forward, or show twice when
 * they go back.
 *
 * @param there the time
 * @param transition of the clocks
 */
public record ClockChange(LocalDateTime there, ZoneOffsetTransition transition) {

	private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

	/** The change that a time falls into; empty for a time that there is once. */
	public static Optional<ClockChange> at(LocalDateTime there) {
		return Optional.ofNullable(London.ZONE.getRules().getTransition(there))
			.map((transition) -> new ClockChange(there, transition));
	}

	/** Whether there is no such time, rather than two. */
	public boolean skips() {
		return this.transition.isGap();
	}

	/** What is wrong with the time, and what to enter. */
	public String message() {
		String when = "%s on %s".formatted(London.time(this.there.toLocalTime()), WEEKDAY.format(this.there));
		String from = London.time(this.transition.getDateTimeBefore().toLocalTime());
		String to = London.time(this.transition.getDateTimeAfter().toLocalTime());
		return skips()
				? "There is no %s: the clocks go forward from %s to %s. Enter %s, or a time before %s".formatted(when,
						from, to, to, from)
				: "%s comes twice, because the clocks go back from %s to %s. Enter %s, or a time before %s"
					.formatted(when, from, to, from, to);
	}

}
