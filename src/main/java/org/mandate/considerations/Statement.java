package org.mandate.considerations;

/**
 * A longer text of the appraisal.
 *
 * @param subject what it is about
 * @param applies false where the subject does not apply; the text is then the reason
 * @param text plain text, up to 20,000 characters
 * @param source where it is from
 * @param saved by whom and when
 */
public record Statement(Subject subject, boolean applies, String text, String source, Saved saved) {
}
