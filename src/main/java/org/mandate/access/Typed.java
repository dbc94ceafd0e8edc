package org.mandate.access;

import org.jspecify.annotations.Nullable;

/**
 * What people may type into the forms of this module.
 */
final class Typed {

	/**
	 * One line of any script. Control characters, and those that turn the direction of
	 * what follows, could make a name look like another.
	 */
	static final String VISIBLE = "[^\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]*";

	/** The same, in several lines. */
	static final String VISIBLE_LINES = "(?:[^\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]|[\\r\\n\\t])*";

	static final String INVISIBLE = " must not contain characters that cannot be seen";

	/** Empty, or something that can be an email address. */
	static final String EMAIL = "\\s*|\\s*[!-?A-~]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+\\s*";

	static final String NO_EMAIL = "Enter an email address in the correct format, like name@example.org";

	private Typed() {
	}

	static String of(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	static @Nullable String orNull(@Nullable String typed) {
		return of(typed).isEmpty() ? null : of(typed);
	}

}
