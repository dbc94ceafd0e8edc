package org.mandate.documents;

/**
 * Characters that may stand in XML 1.0, in which pages, PDF and Word files are written.
 */
final class Characters {

	private Characters() {
	}

	/** The text without what XML has no place for. */
	static String allowed(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		text.codePoints().filter(Characters::isAllowed).forEach(kept::appendCodePoint);
		return kept.toString();
	}

	private static boolean isAllowed(int character) {
		return character == '\t' || character == '\n' || (character >= 0x20 && character < 0xD800)
				|| (character > 0xDFFF && character < 0xFFFE) || character > 0xFFFF;
	}

}
