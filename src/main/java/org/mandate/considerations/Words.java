package org.mandate.considerations;

import java.util.List;
import java.util.Locale;

/**
 * How numbers and lists are said.
 */
final class Words {

	private Words() {
	}

	/** "1 threat", "no threats", "3 threats". */
	static String number(int count, String one, String many) {
		return switch (count) {
			case 0 -> "no " + many;
			case 1 -> "1 " + one;
			default -> count + " " + many;
		};
	}

	/** "a", "a and b", "a, b and c". */
	static String list(List<String> items) {
		int last = items.size() - 1;
		return (last < 1) ? String.join("", items)
				: String.join(", ", items.subList(0, last)) + " and " + items.get(last);
	}

	/** With a capital at the beginning. */
	static String sentence(String text) {
		return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
	}

}
