package org.mandate.voting;

/**
 * What a ballot asks.
 */
public enum BallotKind {

	/** Whether the practices agree with a recommended model, or prefer another. */
	CONFIRM("Confirm a recommended model",
			"Each practice agrees with the recommended model, prefers another one, or abstains."),

	/** Which of the models on offer the practices want. */
	CHOOSE("Choose among the models", "Each practice votes for one of the models on offer, or abstains."),

	/** Whether the practices are for or against a motion. */
	REFERENDUM("For or against a motion", "Each practice votes for or against the motion, or abstains.");

	private final String label;

	private final String meaning;

	BallotKind(String label, String meaning) {
		this.label = label;
		this.meaning = meaning;
	}

	/** As shown where the kind is chosen. */
	public String label() {
		return this.label;
	}

	/** What a practice does in it. */
	public String meaning() {
		return this.meaning;
	}

}
