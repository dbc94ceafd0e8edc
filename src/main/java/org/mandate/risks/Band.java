package org.mandate.risks;

import java.util.Locale;

/**
 * How grave a score is. A risk that is not rated is in none of them.
 */
public enum Band {

	/** The lowest. */
	LOW("Low"),

	/** The second. */
	MODERATE("Moderate"),

	/** The third. */
	HIGH("High"),

	/** The highest. */
	EXTREME("Extreme");

	private final String label;

	Band(String label) {
		this.label = label;
	}

	/** In a word. */
	public String label() {
		return this.label;
	}

	/** As in the names of styles. */
	public String slug() {
		return this.label.toLowerCase(Locale.ROOT);
	}

}
