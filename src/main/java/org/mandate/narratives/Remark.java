package org.mandate.narratives;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A reviewer's comment on a section. It is kept when it has been dealt with.
 *
 * @param id identity
 * @param section on which
 * @param version of the section that was read; 0 while nothing was written
 * @param text the comment
 * @param writtenBy who wrote it
 * @param writtenAt when
 * @param answer what was answered; null where nothing was
 * @param resolvedBy who dealt with it; null while it is open
 * @param resolvedAt when; null while it is open
 */
public record Remark(UUID id, Section section, int version, String text, String writtenBy, Instant writtenAt,
		@Nullable String answer, @Nullable String resolvedBy, @Nullable Instant resolvedAt) {

	/** Whether nobody has dealt with it yet. */
	public boolean open() {
		return this.resolvedAt == null;
	}

}
