package org.mandate.constitution;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * That the constitution needs no amendment.
 *
 * @param reason why; null once that was taken back
 * @param statedOn since when it is so
 * @param version counts what was saved from 0
 * @param recordedBy who stated it last
 * @param recordedAt when
 */
public record Unchanged(@Nullable String reason, LocalDate statedOn, int version, String recordedBy,
		Instant recordedAt) {

	/** Whether it is still said. */
	public boolean stands() {
		return this.reason != null;
	}

}
