package org.mandate.submissions;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a document of the checklist.
 *
 * @param state how far it is
 * @param title of the document; null where none is needed
 * @param reference where it can be found; may be null while it is in draft
 * @param reason why it is not needed; null otherwise
 * @param version counts what was saved from 0
 * @param savedBy who saved it
 * @param savedAt when
 */
public record ChecklistEntry(ChecklistItem.State state, @Nullable String title, @Nullable String reference,
		@Nullable String reason, int version, String savedBy, Instant savedAt) {

	/** What is said of it, in a line. */
	public String words() {
		String known = (this.title != null) ? this.title : "";
		if (this.reference != null) {
			known += ": " + this.reference;
		}
		if (this.reason != null) {
			known += (known.isEmpty() ? "" : ". ") + this.reason;
		}
		return known;
	}

	boolean says(ChecklistEntry other) {
		return this.state == other.state && words().equals(other.words());
	}

	/** Where it can be found on the web; null where the reference is no such address. */
	public @Nullable String link() {
		return (this.reference != null && this.reference.matches("https?://[^\\s<>\"]+")) ? this.reference : null;
	}

}
