package org.mandate.engagement;

/**
 * What a comment is about. The concerns are those that member practices expressed
 * (Oxfordshire CCG paper, 5.1) and the risks that a CCG saw (Southern Derbyshire CCG
 * report, Appendix 1, 1.9).
 */
public enum Theme {

	/** The time there is to decide. */
	TIME("Time"),

	/** What is not known yet. */
	INFORMATION("Lack of information"),

	/** Money, and who bears its risk. */
	FINANCE("Finance"),

	/** Who is to do the work. */
	CAPACITY("Capacity"),

	/** Whether the organisation is ready. */
	MATURITY("Maturity of the organisation"),

	/** Agreement, and what is hoped for. */
	SUPPORT("Support"),

	/** Interests of those who decide. */
	CONFLICT_OF_INTEREST("Conflict of interest"),

	/** The work that practices would have. */
	WORKLOAD("Workload"),

	/** Anything else. */
	OTHER("Something else");

	private final String label;

	Theme(String label) {
		this.label = label;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

}
