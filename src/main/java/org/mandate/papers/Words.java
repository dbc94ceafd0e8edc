package org.mandate.papers;

/**
 * Words as they stand inside a sentence.
 */
final class Words {

	private Words() {
	}

	/** A label inside a sentence: "Closed" as "closed", but "CCG" as it is. */
	static String inSentence(String label) {
		boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
		return (abbreviation || label.isEmpty()) ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
	}

}
