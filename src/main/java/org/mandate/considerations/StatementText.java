package org.mandate.considerations;

/**
 * What is said on a subject.
 *
 * @param applies false where it does not apply
 * @param text what is said, or why it does not apply, 1 to 20,000 characters
 * @param source where it is from, 1 to 300 characters
 */
public record StatementText(boolean applies, String text, String source) {

	public StatementText {
		text = text.strip();
		source = source.strip();
	}

}
