package org.mandate.submissions;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a field of the pro forma says.
 *
 * @param text what it says
 * @param recordSaid what the record said when it was saved; null where it said nothing,
 * or something else than the page had shown
 * @param source where the record says it; null where it said nothing
 * @param version counts what was saved from 0
 * @param savedBy who saved it
 * @param savedAt when
 */
public record Answer(String text, @Nullable String recordSaid, @Nullable String source, int version, String savedBy,
		Instant savedAt) {

	/** Whether it is the record's own text. */
	public boolean isAsRecorded() {
		return this.text.equals(this.recordSaid);
	}

	/** Whether somebody edited what the record said. */
	public boolean isEdited() {
		return this.recordSaid != null && !isAsRecorded();
	}

}
