package org.mandate.voting;

/**
 * Who may read the result of a ballot once it has closed.
 */
public enum Publication {

	/** The commissioning manager only. */
	PRIVATE("Private",
			"Only commissioning managers open the result. The task list says that there is one, and not what it is."),

	/** Everybody who signs in. */
	MEMBERS("Members", "Everybody of your organisation who signs in can open the result."),

	/** Anybody. */
	PUBLIC("Public",
			"Anybody can open the result, without signing in. It shows figures by locality and names no person.");

	private final String label;

	private final String meaning;

	Publication(String label, String meaning) {
		this.label = label;
		this.meaning = meaning;
	}

	/** Whom it is for, in the middle of a sentence. */
	String readers() {
		return switch (this) {
			case PRIVATE -> "commissioning managers only";
			case MEMBERS -> "everybody of the organisation who signs in";
			case PUBLIC -> "anybody, without signing in";
		};
	}

	/** In a word. */
	public String label() {
		return this.label;
	}

	/** In a sentence. */
	public String meaning() {
		return this.meaning;
	}

}
