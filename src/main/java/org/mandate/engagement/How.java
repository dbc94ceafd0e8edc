package org.mandate.engagement;

/**
 * How somebody was told or asked.
 */
public enum How {

	/** At a meeting. */
	MEETING("Meeting"),

	/** By letter or e-mail. */
	LETTER("Letter or e-mail"),

	/** At an event held for it. */
	EVENT("Event"),

	/** On a website. */
	WEBSITE("Website"),

	/** In a survey. */
	SURVEY("Survey"),

	/** In another way. */
	OTHER("Another way"),

	/** The source does not say. */
	NOT_STATED("Not stated");

	private final String label;

	How(String label) {
		this.label = label;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

}
