package org.mandate.scoring;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * What is asked of texts and scores that people type; messages stand beside the field.
 */
final class Texts {

	private Texts() {
	}

	/** The text, after complaining where there is none, or too much. */
	static String required(Errors errors, String field, String missing, String what, @Nullable String typed,
			int longest) {
		new TextCheck(errors).prose(field, typed, what, longest, missing);
		return Typed.text(typed);
	}

	/** The text or null, after complaining where there is too much. */
	static @Nullable String optional(Errors errors, String field, String what, @Nullable String typed, int longest) {
		new TextCheck(errors).prose(field, typed, what, longest, null);
		return Typed.optional(typed);
	}

	/** What is wrong with a text, or null. */
	static @Nullable String problem(String what, String text, int longest) {
		if (text.length() > longest) {
			return "%s must be %,d characters or fewer".formatted(what, longest);
		}
		return Typed.visible(text) ? null : what + Typed.INVISIBLE;
	}

	/** What is wrong with a score as typed, or null: whole numbers of 0 to 10 only. */
	static @Nullable String scoreProblem(String what, String typed) {
		return wholeProblem(what, typed, 0, 10);
	}

	/** What is wrong with a whole number as typed, or null. */
	static @Nullable String wholeProblem(String what, String typed, int least, int most) {
		if (!typed.matches("[-+]?[0-9]+|[-+]?[0-9]+[.,][0-9]*")) {
			return "%s must be a whole number from %d to %d".formatted(what, least, most);
		}
		if (typed.startsWith("-") && !typed.matches("-0+([.,]0*)?")) {
			return "%s must be %d or more".formatted(what, least);
		}
		if (typed.matches(".*[.,].*")) {
			return "%s must be a whole number, without decimals".formatted(what);
		}
		String digits = typed.replaceFirst("^[-+]?0*(?=[0-9])", "");
		if (digits.length() > 4 || Integer.parseInt(digits) > most) {
			return "%s must be %d or less".formatted(what, most);
		}
		return (Integer.parseInt(digits) < least) ? "%s must be %d or more".formatted(what, least) : null;
	}

	/** A whole number that has no problem. */
	static int whole(String typed) {
		return Integer.parseInt(typed.replaceFirst("^[-+]", ""));
	}

}
