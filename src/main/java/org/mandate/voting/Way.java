package org.mandate.voting;

/**
 * How the figures of a unit came.
 */
public enum Way {

	/** A number for each choice. */
	COUNTS("As counts"),

	/** What each practice did, from a list. */
	ROLL("Practice by practice"),

	/** A file or a paste with what each practice did. */
	FILE("From a file, practice by practice"),

	/** What each practice did, tapped at the meeting. */
	MEETING("At the meeting, practice by practice");

	private final String label;

	Way(String label) {
		this.label = label;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** Whether it says what each practice did. */
	public boolean byPractice() {
		return this != COUNTS;
	}

}
