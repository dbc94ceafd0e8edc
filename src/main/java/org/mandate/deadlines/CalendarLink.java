package org.mandate.deadlines;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A secret link to the calendar of an appraisal.
 *
 * @param id its identity
 * @param appraisal whose
 * @param model for whose plan
 * @param purpose for whom or what it was made
 * @param madeBy who made it
 * @param madeAt when
 * @param revokedBy who revoked it; null while it holds
 * @param revokedAt when
 */
public record CalendarLink(UUID id, UUID appraisal, String model, String purpose, String madeBy, Instant madeAt,
		@Nullable String revokedBy, @Nullable Instant revokedAt) {

	/** Whether it holds. */
	public boolean isOpen() {
		return this.revokedAt == null;
	}

}
