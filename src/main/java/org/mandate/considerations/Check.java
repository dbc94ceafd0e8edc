package org.mandate.considerations;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * Looks at what was typed into a form, and says beside the field what is wrong with it.
 * Characters are counted as the counter on the page counts them.
 */
final class Check {

	private final BindingResult errors;

	Check(BindingResult errors) {
		this.errors = errors;
	}

	/** Text that may be left out. */
	Check optional(String field, @Nullable String typed, String name, int most) {
		String text = Typed.text(typed);
		if (text.length() > most) {
			this.errors.rejectValue(field, "length", "%s must be %,d characters or fewer".formatted(name, most));
		}
		else if (!Typed.visible(text)) {
			this.errors.rejectValue(field, "invisible", name + Typed.INVISIBLE);
		}
		return this;
	}

	/** Text that has to be there. */
	Check needed(String field, @Nullable String typed, String name, int most, String missing) {
		if (Typed.text(typed).isEmpty()) {
			this.errors.rejectValue(field, "missing", missing);
			return this;
		}
		return optional(field, typed, name, most);
	}

	/** One of the names of an enumeration. */
	Check chosen(String field, @Nullable String typed, Class<? extends Enum<?>> type, String missing) {
		List<String> names = new ArrayList<>();
		for (Enum<?> constant : type.getEnumConstants()) {
			names.add(constant.name());
		}
		if (typed == null || !names.contains(typed)) {
			this.errors.rejectValue(field, "missing", missing);
		}
		return this;
	}

	/** Version that a form carries: what the person saw; -1 for nothing. */
	static int seen(@Nullable String version) {
		boolean number = version != null && version.matches("[0-9]{1,9}");
		return number ? Integer.parseInt(version) : -1;
	}

}
