package org.mandate.voting;

import org.jspecify.annotations.Nullable;

/**
 * How figures that a unit did not state are read.
 */
public enum Reading {

	/** As the units stated them; what is not stated stays open. */
	AS_STATED("as stated", "Figures as the localities stated them. Where no number was stated, none is assumed."),

	/** With the counts entered from the register where no number was stated. */
	REGISTER("with register counts",
			"Where a locality said that the rest agreed without giving a number, the number of its remaining practices "
					+ "on the register has been entered.");

	private final String label;

	private final String meaning;

	Reading(String label, String meaning) {
		this.label = label;
		this.meaning = meaning;
	}

	/** The reading that an address asks for, or the ballot's usual one. */
	static Reading wanted(@Nullable String slug, BallotRecord ballot) {
		for (Reading reading : values()) {
			if (reading.slug().equals(slug)) {
				return reading;
			}
		}
		return ballot.usualReading();
	}

	/** In a word or two. */
	public String label() {
		return this.label;
	}

	/** In a sentence. */
	public String meaning() {
		return this.meaning;
	}

	/** As in addresses. */
	public String slug() {
		return (this == AS_STATED) ? "as-stated" : "register";
	}

}
