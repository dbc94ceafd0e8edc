package org.mandate.narratives;

import org.jspecify.annotations.Nullable;

/**
 * Something in a section to look at, because the record says otherwise.
 *
 * @param kind what is the matter
 * @param sentence what it is, without a full stop
 * @param said the sentence of the text; null where it is not about one
 * @param path the page of the record, within the organisation; null where there is none
 */
public record Issue(Kind kind, String sentence, @Nullable String said, @Nullable String path) {

	/** What may be the matter. */
	public enum Kind {

		/** A figure has changed since the text was read. */
		CHANGED("Figure has changed"),

		/** The text refers to something that is not on record. */
		GONE("Not on record"),

		/** A plain number is not the one on record. */
		CONTRADICTED("Contradicts the record");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

}
