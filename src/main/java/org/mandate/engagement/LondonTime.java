package org.mandate.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;
import org.mandate.forms.TimeOfDay;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * A time of a day in London as typed, to the second where seconds are typed. Times that
 * the clocks skip, or show twice, are refused: nobody could say which is meant.
 */
final class LondonTime {

	private LondonTime() {
	}

	/**
	 * The instant; empty where nothing is typed, or after complaining.
	 * @param example how a message shows what may be typed
	 */
	static Optional<Instant> read(String field, @Nullable String typed, LocalDate day, String example, Errors errors) {
		String text = Typed.text(typed);
		if (text.isEmpty()) {
			return Optional.empty();
		}
		Optional<LocalDateTime> there = text.matches("([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d")
				? Optional.of(day.atTime(LocalTime.parse(text))) : TimeOfDay.read(text).map((time) -> time.on(day));
		if (there.isEmpty()) {
			errors.rejectValue(field, "time", "Enter a time, such as " + example);
			return Optional.empty();
		}
		ZoneOffsetTransition change = London.ZONE.getRules().getTransition(there.get());
		if (change != null) {
			String when = London.time(there.get().toLocalTime()) + " on " + London.date(there.get().toLocalDate());
			errors.rejectValue(field, "clocks",
					change.isGap() ? "There is no %s: the clocks go forward. Enter another time".formatted(when)
							: "%s comes twice, because the clocks go back. Enter another time".formatted(when));
			return Optional.empty();
		}
		return Optional.of(there.get().atZone(London.ZONE).toInstant());
	}

	/**
	 * An instant as it can be typed again: "17:00", with seconds where there are some.
	 */
	static String typed(@Nullable Instant at) {
		if (at == null) {
			return "";
		}
		LocalTime time = at.atZone(London.ZONE).toLocalTime();
		return (time.getSecond() == 0) ? "%02d:%02d".formatted(time.getHour(), time.getMinute())
				: String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
	}

}
