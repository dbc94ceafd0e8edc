package org.mandate.forms;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Checks of what is typed in a text field, or chosen, with the message beside it.
 * Characters are counted as the counter on the page counts them.
 *
 * @param errors where messages go
 */
public record TextCheck(Errors errors) {

	/**
	 * One line.
	 * @param field its name in the form
	 * @param name how a message calls it: "The title"
	 * @param most the most characters
	 * @param needed the message where nothing is typed; null where nothing need be
	 */
	public TextCheck line(String field, @Nullable String typed, String name, int most, @Nullable String needed) {
		check(field, typed, name, most, needed);
		if (!this.errors.hasFieldErrors(field) && !Typed.text(typed).matches(Typed.VISIBLE)) {
			this.errors.rejectValue(field, "invisible", name + Typed.INVISIBLE);
		}
		return this;
	}

	/**
	 * Lines of prose.
	 * @param field its name in the form
	 * @param name how a message calls it: "The description"
	 * @param most the most characters
	 * @param needed the message where nothing is typed; null where nothing need be
	 */
	public TextCheck prose(String field, @Nullable String typed, String name, int most, @Nullable String needed) {
		check(field, typed, name, most, needed);
		if (!this.errors.hasFieldErrors(field) && !Typed.visible(Typed.text(typed))) {
			this.errors.rejectValue(field, "invisible", name + Typed.INVISIBLE);
		}
		return this;
	}

	/**
	 * The name of a constant.
	 * @param field its name in the form
	 * @param type of the constant
	 * @param missing the message where there is none of that name
	 */
	public <E extends Enum<E>> TextCheck chosen(String field, @Nullable String typed, Class<E> type, String missing) {
		if (Typed.one(type.getEnumConstants(), typed) == null) {
			this.errors.rejectValue(field, "missing", missing);
		}
		return this;
	}

	private void check(String field, @Nullable String typed, String name, int most, @Nullable String needed) {
		String text = Typed.text(typed);
		if (text.isEmpty() && needed != null) {
			this.errors.rejectValue(field, "missing", needed);
		}
		else if (text.length() > most) {
			this.errors.rejectValue(field, "long", "%s must be %,d characters or fewer".formatted(name, most));
		}
	}

}
