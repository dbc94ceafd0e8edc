package org.mandate.arrangements;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;

import org.springframework.validation.Errors;

/**
 * Checks of the dates that are typed about an arrangement, with the message beside them.
 *
 * @param errors where messages go
 */
record DateCheck(Errors errors) {

	/** CCGs exist since 1 April 2013. */
	private static final LocalDate FIRST = LocalDate.of(2013, 4, 1);

	private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

	/**
	 * A day.
	 * @param name how a message calls it: "The day"
	 * @param needed the message where nothing is typed; null where nothing need be
	 * @return the day; null where there is none, or a wrong one
	 */
	@Nullable LocalDate day(String field, @Nullable DateBoxes boxes, String name, @Nullable String needed) {
		DateBoxes typed = DateBoxes.orEmpty(boxes);
		LocalDate day = typed.date().orElse(null);
		if (typed.isBlank()) {
			if (needed != null) {
				this.errors.rejectValue(field, "missing", needed);
			}
		}
		else if (day == null) {
			this.errors.rejectValue(field, "date", name + " must be a real date, such as 1 4 2015");
		}
		else if (day.isBefore(FIRST) || day.isAfter(LAST)) {
			this.errors.rejectValue(field, "range", name + " must be from 1 April 2013 to the end of 2099");
			return null;
		}
		return day;
	}

	/** A day that has come: what was done cannot have been done later than today. */
	@Nullable LocalDate past(String field, @Nullable DateBoxes boxes, String name, String needed, LocalDate today) {
		LocalDate day = day(field, boxes, name, needed);
		if (day != null && day.isAfter(today)) {
			this.errors.rejectValue(field, "future",
					"%s must be today, %s, or earlier".formatted(name, London.date(today)));
			return null;
		}
		return day;
	}

}
