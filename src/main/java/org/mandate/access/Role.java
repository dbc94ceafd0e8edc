package org.mandate.access;

/**
 * What a person does in the organisation, and so what they may do here.
 */
public enum Role {

	/** Keeps people, localities and practices. */
	ADMINISTRATOR("Administrator", "Keeps people, localities and practices, and verifies the record"),

	/** Prepares the appraisal, runs the ballots, produces the paper. */
	COMMISSIONING_MANAGER("Commissioning manager", "Prepares the appraisal, runs the ballot and produces the paper"),

	/** Enters the votes of one locality. */
	LOCALITY_DIRECTOR("Locality clinical director", "Enters the votes of one locality"),

	/** Reads the evidence and votes on the recommendation. */
	GOVERNING_BODY_MEMBER("Governing body member", "Reads the evidence and decides on the recommendation"),

	/** Chairs the governing body and records its resolution. */
	CHAIR("Chair", "Chairs the governing body and records its resolution"),

	/** Answers for the organisation, and attests to what is submitted. */
	ACCOUNTABLE_OFFICER("Accountable officer", "Answers for the organisation and attests to what is submitted"),

	/** Reviews declarations of interest; usually the chair of the audit committee. */
	CONFLICTS_GUARDIAN("Conflicts of interest guardian",
			"Reviews declarations of interest; usually the chair of the audit committee");

	private final String label;

	private final String duty;

	Role(String label, String duty) {
		this.label = label;
		this.duty = duty;
	}

	/** As people call it. */
	public String label() {
		return this.label;
	}

	/** What the role is for, one line. */
	public String duty() {
		return this.duty;
	}

}
