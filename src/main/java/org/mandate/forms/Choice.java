package org.mandate.forms;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Something to choose on a form.
 *
 * @param value sent
 * @param text as shown
 * @param hint what follows from it; may be null
 */
public record Choice(String value, String text, @Nullable String hint) {

	/** Something that needs no hint. */
	public static Choice of(String value, String text) {
		return new Choice(value, text, null);
	}

	/** All constants of an enumeration, in their order. */
	public static <E extends Enum<E>> List<Choice> all(E[] values, Function<E, String> label) {
		return Arrays.stream(values).map((each) -> of(each.name(), label.apply(each))).toList();
	}

}
