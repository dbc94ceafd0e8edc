package org.mandate.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A date in three boxes. A whole one pasted into the first, such as 9/1/2015, is
 * understood: day, month, year.
 *
 * @param day of the month
 * @param month from 1
 * @param year with four digits
 */
public record DateBoxes(@Nullable String day, @Nullable String month, @Nullable String year) {

	private static final Pattern PASTED = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");

	private static final Pattern BOXES = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");

	/** Nothing typed. */
	public static final DateBoxes EMPTY = new DateBoxes("", "", "");

	public DateBoxes {
		day = Typed.text(day);
		month = Typed.text(month);
		year = Typed.text(year);
		Matcher pasted = PASTED.matcher(day);
		if (month.isEmpty() && year.isEmpty() && pasted.matches()) {
			day = pasted.group(1);
			month = pasted.group(2);
			year = pasted.group(3);
		}
	}

	/** The boxes of a date; empty ones for none. */
	public static DateBoxes of(@Nullable LocalDate date) {
		return (date == null) ? EMPTY : new DateBoxes(Integer.toString(date.getDayOfMonth()),
				Integer.toString(date.getMonthValue()), Integer.toString(date.getYear()));
	}

	/** The boxes as a form left them; empty ones where the form had none. */
	public static DateBoxes orEmpty(@Nullable DateBoxes boxes) {
		return (boxes != null) ? boxes : EMPTY;
	}

	/** Whether nothing was typed. */
	public boolean isBlank() {
		return equals(EMPTY);
	}

	/** The date, or empty when it is none. */
	public Optional<LocalDate> date() {
		if (this.day == null || this.month == null || this.year == null
				|| !BOXES.matcher(this.day + "/" + this.month + "/" + this.year).matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDate.of(Integer.parseInt(this.year), Integer.parseInt(this.month),
					Integer.parseInt(this.day)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
