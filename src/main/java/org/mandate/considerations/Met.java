package org.mandate.considerations;

/** How far a requirement is met. */
public enum Met {

	/** Wholly. */
	MET("Met", "green"),

	/** In part. */
	PARTLY("Partly met", "yellow"),

	/** Not. */
	NOT_MET("Not met", "red"),

	/** Looked into, and open. */
	NOT_KNOWN("Not known yet", "grey");

	private final String label;

	private final String colour;

	Met(String label, String colour) {
		this.label = label;
		this.colour = colour;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** Colour of its tag; the label says the same. */
	public String colour() {
		return this.colour;
	}

}
