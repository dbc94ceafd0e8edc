package org.mandate.meetings;

/**
 * What whoever presides rules on a conflict declared for an item: the five options of NHS
 * England, Managing conflicts of interest: statutory guidance for CCGs, as printed on the
 * cover sheets of governing body papers.
 */
public enum Ruling {

	/** There is none. */
	NO_CONFLICT("No conflict", "There is no conflict on this item", true, true),

	/** There is one, and it keeps the member from nothing. */
	DISCUSSION_AND_DECISION("May take part in discussion and decision", "Noted; takes part and votes", true, true),

	/** Speaks but does not vote. */
	DISCUSSION_ONLY("May take part in discussion, not in the decision",
			"Speaks but does not vote, and does not count towards the quorum", true, false),

	/** Stays in the room. */
	REMAIN_ONLY("May remain, and not take part",
			"Stays in the room, does not speak or vote, and does not count towards the quorum", false, false),

	/** Leaves the room. */
	EXCLUDED("Excluded", "Leaves the room, and does not count towards the quorum", false, false);

	private final String label;

	private final String hint;

	private final boolean discusses;

	private final boolean decides;

	Ruling(String label, String hint, boolean discusses, boolean decides) {
		this.label = label;
		this.hint = hint;
		this.discusses = discusses;
		this.decides = decides;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** What follows from it. */
	public String hint() {
		return this.hint;
	}

	/** Whether the member may speak. */
	public boolean discusses() {
		return this.discusses;
	}

	/**
	 * Whether the member takes part in the decision: only those who do count towards the
	 * quorum, and only they vote.
	 */
	public boolean decides() {
		return this.decides;
	}

}
