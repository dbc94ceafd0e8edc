package org.mandate.committees;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * Reads what was typed field by field, and says beside the field what is wrong.
 */
final class Check {

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2200;

	private final Errors errors;

	Check(Errors errors) {
		this.errors = errors;
	}

	boolean failed() {
		return this.errors.hasErrors();
	}

	void wrong(String field, String message) {
		this.errors.rejectValue(field, "wrong", message);
	}

	/** One line that must be there; never null, but empty where it is not. */
	String line(String field, @Nullable String typed, String what, int longest, String missing) {
		String line = optionalLine(field, typed, what, longest);
		if (line == null) {
			wrong(field, missing);
			return "";
		}
		return line;
	}

	@Nullable String optionalLine(String field, @Nullable String typed, String what, int longest) {
		String text = optional(field, typed, what, longest);
		if (text != null && !this.errors.hasFieldErrors(field) && !text.matches(Typed.VISIBLE)) {
			wrong(field, what + Typed.INVISIBLE);
		}
		return text;
	}

	String text(String field, @Nullable String typed, String what, int longest, String missing) {
		String text = optional(field, typed, what, longest);
		if (text == null) {
			wrong(field, missing);
			return "";
		}
		return text;
	}

	@Nullable String optional(String field, @Nullable String typed, String what, int longest) {
		String text = Typed.optional(typed);
		if (text == null) {
			return null;
		}
		if (text.codePointCount(0, text.length()) > longest) {
			wrong(field, "%s must be %,d characters or fewer".formatted(what, longest));
		}
		else if (!Typed.visible(text)) {
			wrong(field, what + Typed.INVISIBLE);
		}
		return text;
	}

	@Nullable LocalDate date(String field, DateBoxes boxes, String missing) {
		if (boxes.isBlank()) {
			wrong(field, missing);
			return null;
		}
		return optionalDate(field, boxes);
	}

	@Nullable LocalDate optionalDate(String field, DateBoxes boxes) {
		if (boxes.isBlank()) {
			return null;
		}
		LocalDate date = boxes.date().orElse(null);
		if (date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
			wrong(field, "Enter a real date, such as 29 1 2015");
			return null;
		}
		return date;
	}

	<E extends Enum<E>> @Nullable E one(String field, @Nullable String typed, Class<E> type, String missing) {
		E found = Typed.one(type.getEnumConstants(), typed);
		if (found == null) {
			wrong(field, missing);
		}
		return found;
	}

}
