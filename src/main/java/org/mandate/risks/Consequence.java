package org.mandate.risks;

/**
 * How bad it would be if a risk came about: the five steps that are usual in the NHS, in
 * our words.
 */
public enum Consequence {

	/** 1. */
	NEGLIGIBLE("Negligible", "hardly noticed, and put right in the day’s work"),

	/** 2. */
	MINOR("Minor", "a few notice it; a team puts it right with what it has"),

	/** 3. */
	MODERATE("Moderate", "delays or costs that the executive has to deal with"),

	/** 4. */
	MAJOR("Major", "an aim of the year is missed, or services to many people suffer"),

	/** 5. */
	CATASTROPHIC("Catastrophic", "the organisation cannot do its duty, or people come to lasting harm");

	private final String label;

	private final String meaning;

	Consequence(String label, String meaning) {
		this.label = label;
		this.meaning = meaning;
	}

	/** The step of a number from 1 to 5. */
	public static Consequence of(int step) {
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
