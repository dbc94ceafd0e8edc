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

	/**
	 * Whether votes can have led to this decision. Approval and deferral are motions that
	 * need more votes for them than against; a tie is never a winner, so it rejects.
	 */
	boolean follows(int votesFor, int votesAgainst) {
		return (this == REJECTED) ? votesFor <= votesAgainst : votesFor > votesAgainst;
	}

}
