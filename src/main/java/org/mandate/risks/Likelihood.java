package org.mandate.risks;

/**
 * How likely a risk is to come about: the five steps that are usual in the NHS, in our
 * words.
 */
public enum Likelihood {

	/** 1. */
	RARE("Rare", "it would surprise everybody"),

	/** 2. */
	UNLIKELY("Unlikely", "not expected, but it can happen"),

	/** 3. */
	POSSIBLE("Possible", "it may happen now and then"),

	/** 4. */
	LIKELY("Likely", "it will probably happen"),

	/** 5. */
	ALMOST_CERTAIN("Almost certain", "to be expected, perhaps more than once");

	private final String label;

	private final String meaning;

	Likelihood(String label, String meaning) {
		this.label = label;
		this.meaning = meaning;
	}

	/** The step of a number from 1 to 5. */
	public static Likelihood of(int step) {
		return values()[step - 1];
	}

	/** 1 to 5. */
	public int step() {
		return ordinal() + 1;
	}

	/** In a word. */
	public String label() {
		return this.label;
	}

	/** What it means, in a few words. */
	public String meaning() {
		return this.meaning;
	}

}
