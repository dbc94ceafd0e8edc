package org.mandate.engagement;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;

/**
 * A change of the log, of a window for objections or of an objection, for the timeline of
 * the appraisal.
 */
record EngagementEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {
}
