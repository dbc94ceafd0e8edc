package org.mandate.voting;

/**
 * What a comment or a concern is about.
 */
public enum Theme {

	/** Care of patients. */
	PATIENT_CARE("Patient care"),

	/** Money, and who gets it. */
	FUNDING("Funding"),

	/** The work that practices and the organisation would have. */
	WORKLOAD("Workload"),

	/** Interests of those who decide. */
	CONFLICTS_OF_INTEREST("Conflicts of interest"),

	/** Who decides, and who answers for it. */
	GOVERNANCE("Governance"),

	/** When, and how fast. */
	TIMING("Timing"),

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
