package org.mandate.papers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of the paper that people wrote, with the figures it refers to as they were when
 * the paper was written.
 *
 * @param section its name in addresses, "member-views"
 * @param heading its heading
 * @param text in Markdown, with references
 * @param references what stands in the place of each reference
 * @param version its number
 * @param savedBy who wrote it
 * @param savedAt when
 */
public record Narrative(String section, String heading, String text, List<Reference> references, int version,
		String savedBy, Instant savedAt) {

	public Narrative {
		references = List.copyOf(references);
	}

	/**
	 * A figure on record.
	 *
	 * @param key by which the text refers to it
	 * @param value as shown; null where nothing of that key is on record
	 * @param path of the record behind it, below the organisation's address; null where
	 * there is none
	 */
	public record Reference(String key, @Nullable String value, @Nullable String path) {
	}

}
