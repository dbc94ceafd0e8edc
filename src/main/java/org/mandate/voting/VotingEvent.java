package org.mandate.voting;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;

/**
 * Something that happened to a ballot or a return, for the history of its appraisal.
 */
record VotingEvent(String action, UUID stream, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {
}
