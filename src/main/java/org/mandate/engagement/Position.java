package org.mandate.engagement;

/**
 * How an engagement lies against a moment that matters.
 */
public enum Position {

	/** All of it before. */
	BEFORE("Before", "green"),

	/** On the same day, the hour not known. */
	SAME_DAY("On the same day", "yellow"),

	/** Some of it before, some of it after. */
	PARTLY("Partly after", "orange"),

	/** All of it after. */
	AFTER("After", "red"),

	/** What is recorded does not say. */
	UNKNOWN("Cannot be told", "grey"),

	/** There is nothing to lie anywhere. */
	NONE("Nobody on record", "grey");

	private final String label;

	private final String colour;

	Position(String label, String colour) {
		this.label = label;
		this.colour = colour;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** The colour of its tag. */
	public String colour() {
		return this.colour;
	}

}
