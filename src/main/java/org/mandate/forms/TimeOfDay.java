package org.mandate.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A time as people type it: "5pm", "5.30 pm", "17:00", "12 noon", "midnight". Midnight in
 * words, and 24:00, end the day that is named with them, as deadlines are meant; 00:00
 * begins it.
 *
 * @param time on the clock
 * @param nextDay whether it is that of the following day
 */
public record TimeOfDay(LocalTime time, boolean nextDay) {

	private static final Pattern TWELVE = Pattern.compile("(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))? ?([ap])\\.?m\\.?");

	private static final Pattern TWENTY_FOUR = Pattern.compile("([01]?\\d|2[0-3])[:.]([0-5]\\d)(?:[:.]00)?");

	private static final Pattern SECONDS = Pattern.compile("(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d");

	private static final Pattern NOON = Pattern.compile("(?:12 ?)?(?:noon|midday)");

	private static final Pattern MIDNIGHT = Pattern.compile("(?:12 ?)?midnight|24[:.]00");

	/**
	 * What was typed, or empty when it is no time.
	 */
	public static Optional<TimeOfDay> read(@Nullable String typed) {
		String text = Typed.text(typed).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
		if (NOON.matcher(text).matches()) {
			return Optional.of(new TimeOfDay(LocalTime.NOON, false));
		}
		if (MIDNIGHT.matcher(text).matches()) {
			return Optional.of(new TimeOfDay(LocalTime.MIDNIGHT, true));
		}
		Matcher twelve = TWELVE.matcher(text);
		if (twelve.matches()) {
			int hour = Integer.parseInt(twelve.group(1)) % 12 + (twelve.group(3).equals("p") ? 12 : 0);
			return Optional.of(new TimeOfDay(LocalTime.of(hour, minutes(twelve.group(2))), false));
		}
		Matcher twentyFour = TWENTY_FOUR.matcher(text);
		return twentyFour.matches()
				? Optional.of(new TimeOfDay(
						LocalTime.of(Integer.parseInt(twentyFour.group(1)), minutes(twentyFour.group(2))), false))
				: Optional.empty();
	}

	/**
	 * What was typed, to the second where seconds are typed ("16:59:59"), or empty when
	 * it is no time.
	 */
	public static Optional<TimeOfDay> readExactly(@Nullable String typed) {
		String text = Typed.text(typed);
		return SECONDS.matcher(text).matches() ? Optional.of(new TimeOfDay(LocalTime.parse(text), false)) : read(text);
	}

	private static int minutes(@Nullable String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	/** Date and time on a wall, for the day that was named with it. */
	public LocalDateTime on(LocalDate day) {
		return (this.nextDay ? day.plusDays(1) : day).atTime(this.time);
	}

}
