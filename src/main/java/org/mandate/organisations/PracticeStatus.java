package org.mandate.organisations;

import java.util.Locale;
import java.util.Optional;

/**
 * Status of a practice in the national file (ODS field specification, field 13).
 */
public enum PracticeStatus {

	/** Open. */
	ACTIVE("Active"),
	/** Closed on the close date. */
	CLOSED("Closed"),
	/** Has no practitioner linked to it; not closed. */
	DORMANT("Dormant"),
	/** Listed before it opens. */
	PROPOSED("Proposed");

	private final String label;

	PracticeStatus(String label) {
		this.label = label;
	}

	/**
	 * Name for people.
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Understands the letters of the older files and the words of the current ones.
	 */
	static Optional<PracticeStatus> of(String code) {
		return Optional.ofNullable(switch (code.toUpperCase(Locale.ROOT)) {
			case "A", "ACTIVE" -> ACTIVE;
			case "C", "CLOSED", "INACTIVE" -> CLOSED;
			case "D", "DORMANT" -> DORMANT;
			case "P", "PROPOSED" -> PROPOSED;
			default -> null;
		});
	}

}
