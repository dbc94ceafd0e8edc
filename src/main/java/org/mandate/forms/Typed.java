package org.mandate.forms;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text as people type or paste it.
 */
public final class Typed {

	/**
	 * A pattern for a name: one line of any script. Control characters, and those that
	 * turn the direction of what follows, could make a name look like another.
	 */
	public static final String VISIBLE = "[^\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]*";

	/**
	 * A pattern for prose of any script, kept as it was written: no control characters
	 * but line ends and tabs.
	 */
	public static final String VISIBLE_LINES = "(?:\\P{Cc}|[\\r\\n\\t])*+";

	/** How a message about any other text goes on after the name of the field. */
	public static final String INVISIBLE = " must not contain characters that cannot be seen. Delete them, or type it "
			+ "again";

	private static final Pattern CAN_BE_SEEN = Pattern.compile(VISIBLE_LINES);

	private Typed() {
	}

	/** Without the space around it, and with one kind of line end. */
	public static String text(@Nullable String typed) {
		return (typed != null) ? typed.replace("\r\n", "\n").replace('\r', '\n').strip() : "";
	}

	/** The text as by {@link #text}, or null when there is none. */
	public static @Nullable String optional(@Nullable String typed) {
		String text = text(typed);
		return text.isEmpty() ? null : text;
	}

	/** The constant of that name; null where there is none. */
	public static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
		return Arrays.stream(all).filter((each) -> each.name().equals(name)).findFirst().orElse(null);
	}

	/** The version of what somebody saw, as a page carried it; -1 where it is none. */
	public static int version(@Nullable String carried) {
		String text = text(carried);
		return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
	}

	/** Whether every character can be seen; lines may end. */
	public static boolean visible(String typed) {
		return CAN_BE_SEEN.matcher(typed).matches();
	}

	/**
	 * For searching: without control characters and the space around it, and not too
	 * long.
	 * @param most the most characters
	 */
	public static String searched(String typed, int most) {
		String plain = typed.replaceAll("\\p{Cntrl}", "").strip();
		return (plain.length() > most) ? plain.substring(0,
				plain.offsetByCodePoints(0, Math.min(most, plain.codePointCount(0, plain.length())))) : plain;
	}

}
