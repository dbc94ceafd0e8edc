package org.mandate.scoring;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;

/**
 * Something that happened to the scoring of an appraisal. While scorers work alone no
 * event says what they gave: the timeline is open to all.
 */
record ScoringEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {
}
