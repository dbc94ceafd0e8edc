package org.mandate.narratives;

import java.time.Instant;

/**
 * A section as it was saved.
 *
 * @param section which
 * @param version from 1
 * @param text in Markdown, with references to facts; empty where it was cleared
 * @param savedBy who saved it
 * @param savedAt when
 */
public record Narrative(Section section, int version, String text, String savedBy, Instant savedAt) {

	/** The most characters of a section. */
	public static final int LONGEST = 20_000;

	/** Whether anything is written. */
	public boolean isWritten() {
		return !this.text.isBlank();
	}

}
