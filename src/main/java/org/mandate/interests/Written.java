package org.mandate.interests;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * What forms about interests ask of a text and of a date.
 */
final class Written {

	private static final int FIRST_YEAR = 1900;

	private Written() {
	}

	/** Something must be written, and be fit to be published. */
	static void required(Errors errors, String field, @Nullable String typed, String missing, String what,
			int longest) {
		String text = Typed.text(typed);
		if (text.isEmpty() || (text.length() <= longest && text.codePoints().noneMatch(Character::isLetterOrDigit))) {
			errors.rejectValue(field, "missing", missing);
		}
		optional(errors, field, text, what, longest);
	}

	/** What is written, if anything is, must be fit to be published. */
	static void optional(Errors errors, String field, @Nullable String typed, String what, int longest) {
		String text = Typed.text(typed);
		if (text.codePointCount(0, text.length()) > longest) {
			errors.rejectValue(field, "length", "%s must be %,d characters or fewer".formatted(what, longest));
		}
		else if (!text.replace('\n', ' ').replace('\t', ' ').matches(Typed.VISIBLE)) {
			errors.rejectValue(field, "invisible", what + Typed.INVISIBLE);
		}
	}

	/** A day up to today; null if it is none, which is said. */
	static @Nullable LocalDate past(Errors errors, String field, DateBoxes typed, String what, LocalDate today) {
		LocalDate date = typed.date().orElse(null);
		if (typed.isBlank()) {
			errors.rejectValue(field, "missing", "Enter " + what);
		}
		else if (date == null || date.getYear() < FIRST_YEAR) {
			errors.rejectValue(field, "date", "Enter a real date, such as 9 1 2015");
			return null;
		}
		else if (date.isAfter(today)) {
			errors.rejectValue(field, "future", "Enter a date that is today or in the past");
			return null;
		}
		return date;
	}

}
