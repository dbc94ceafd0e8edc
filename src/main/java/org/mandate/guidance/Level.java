package org.mandate.guidance;

/**
 * How far a CCG takes part in a function of primary care commissioning. The order of the
 * constants is the order of the levels: each is more than the one before.
 */
public enum Level {

	/** The CCG has no part in it. */
	NONE("No role"),

	/** The CCG is heard, and decides nothing. */
	INVOLVED("Involved in discussions, no decision"),

	/** The CCG decides together with NHS England. */
	JOINT("Joint decision"),

	/** The CCG decides. */
	FULL("Full decision");

	private final String label;

	Level(String label) {
		this.label = label;
	}

	/**
	 * The level in plain English, for tables.
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Whether this level gives a CCG more than another.
	 */
	public boolean exceeds(Level other) {
		return compareTo(other) > 0;
	}

}
