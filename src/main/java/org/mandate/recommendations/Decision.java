package org.mandate.recommendations;

/**
 * What a governing body may resolve on a recommendation.
 */
public enum Decision {

	/** Approved as put. */
	APPROVED("Approved"),

	/** Approved in other words. */
	APPROVED_WITH_AMENDMENTS("Approved with amendments"),

	/** Put off, for a reason. */
	DEFERRED("Deferred"),

	/** Not approved. */
	REJECTED("Rejected");

	private final String label;

	Decision(String label) {
		this.label = label;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

}
