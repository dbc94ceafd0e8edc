package org.mandate.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.ClockChange;
import org.mandate.forms.London;
import org.mandate.forms.TimeOfDay;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * A time of a day in London as typed, to the second where seconds are typed. Times that
 * the clocks skip, or show twice, are refused: nobody could say which is meant.
 */
final class ExactTime {

	private ExactTime() {
	}

	/**
	 * The instant; empty where nothing is typed, or after complaining.
	 * @param example how a message shows what may be typed
	 */
	static Optional<Instant> read(String field, @Nullable String typed, LocalDate day, String example, Errors errors) {
		if (Typed.text(typed).isEmpty()) {
			return Optional.empty();
		}
		LocalDateTime there = TimeOfDay.readExactly(typed).map((time) -> time.on(day)).orElse(null);
		if (there == null) {
			errors.rejectValue(field, "time", "Enter a time, such as " + example);
			return Optional.empty();
		}
		Optional<ClockChange> change = ClockChange.at(there);
		change.ifPresent((found) -> errors.rejectValue(field, "clocks", found.message()));
		return change.isPresent() ? Optional.empty() : Optional.of(there.atZone(London.ZONE).toInstant());
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
