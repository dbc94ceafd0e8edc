package org.mandate.register;

/**
 * What people typed, before it is used.
 */
final class Text {

	private Text() {
	}

	/**
	 * For searching: without control characters and blanks around it, and not too long.
	 */
	static String searched(String typed, int most) {
		String plain = typed.replaceAll("\\p{Cntrl}", "").strip();
		return (plain.length() > most) ? plain.substring(0,
				plain.offsetByCodePoints(0, Math.min(most, plain.codePointCount(0, plain.length())))) : plain;
	}

	/** Whether it has a character that cannot be shown or kept, NUL above all. */
	static boolean unprintable(String typed) {
		return typed.codePoints().anyMatch((c) -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
	}

}
