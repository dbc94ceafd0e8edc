package org.mandate.recommendations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What people type into forms.
 */
final class Typed {

	/** Text that can be kept: no control characters but new lines and tabs. */
	static final String CLEAN = "[\\P{Cc}\\n\\t]*";

	/** What is said of any other. */
	static final String UNCLEAN = " must not contain control characters. Delete what does not show, and type it again";

	/** A number of votes, or nothing. */
	static final String VOTES = "\\d{0,3}";

	private static final Pattern PASTED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

	private Typed() {
	}

	/** Without the space around it, and with one kind of line end. */
	static String text(@Nullable String typed) {
		return (typed != null) ? typed.replace("\r\n", "\n").replace('\r', '\n').strip() : "";
	}

	/** The text, or null when there is none. */
	static @Nullable String optional(String text) {
		return text.isEmpty() ? null : text;
	}

	/**
	 * A date in three boxes. A whole date pasted into the first, such as 9/1/2015, is
	 * understood: day, month, year.
	 *
	 * @param day of the month
	 * @param month from 1
	 * @param year with four digits
	 */
	public record Day(@Nullable String day, @Nullable String month, @Nullable String year) {

		public Day {
			day = text(day);
			month = text(month);
			year = text(year);
			Matcher pasted = PASTED.matcher(day);
			if (month.isEmpty() && year.isEmpty() && pasted.matches()) {
				day = pasted.group(1);
				month = pasted.group(2);
				year = pasted.group(3);
			}
		}

		/** Nothing typed. */
		static final Day NONE = new Day("", "", "");

		static Day of(@Nullable LocalDate date) {
			return (date == null) ? NONE : new Day(Integer.toString(date.getDayOfMonth()),
					Integer.toString(date.getMonthValue()), Integer.toString(date.getYear()));
		}

		boolean isBlank() {
			return equals(NONE);
		}

		/** The date, or empty when it is none. */
		Optional<LocalDate> date() {
			String typedYear = text(this.year);
			if (typedYear.length() != 4) {
				return Optional.empty();
			}
			try {
				return Optional.of(LocalDate.of(number(typedYear), number(this.month), number(this.day)));
			}
			catch (DateTimeException ex) {
				return Optional.empty();
			}
		}

		private static int number(@Nullable String typed) {
			String number = text(typed);
			if (!NUMBER.matcher(number).matches()) {
				throw new DateTimeException("Not a number");
			}
			return Integer.parseInt(number);
		}

	}

}
