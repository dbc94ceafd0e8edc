package org.mandate.interests;

/**
 * Types of interest (NHS England, Managing conflicts of interest: statutory guidance for
 * CCGs).
 */
public enum InterestType {

	/** Somebody may get money or another financial benefit. */
	FINANCIAL("Financial", "You may gain or lose money: a job, a directorship, shares, a contract, a grant"),

	/** Somebody's standing or career may profit. */
	NON_FINANCIAL_PROFESSIONAL("Non-financial professional",
			"Your standing or career may profit: an office in a professional body, a special clinical interest"),

	/** Somebody may profit personally in another way. */
	NON_FINANCIAL_PERSONAL("Non-financial personal",
			"You may profit in another way: a voluntary role, membership of a pressure group"),

	/** Somebody close has one of these. */
	INDIRECT("Indirect", "Somebody close to you has one of these: a relative, a friend, a business partner");

	private final String label;

	private final String hint;

	InterestType(String label, String hint) {
		this.label = label;
		this.hint = hint;
	}

	/** As people call it. */
	public String label() {
		return this.label;
	}

	/** What belongs to it, one line. */
	public String hint() {
		return this.hint;
	}

	/** "Direct" or "Indirect". */
	public String directness() {
		return (this == INDIRECT) ? "Indirect" : "Direct";
	}

}
