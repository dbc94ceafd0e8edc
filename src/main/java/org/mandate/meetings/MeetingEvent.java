package org.mandate.meetings;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;

/**
 * Something that happened at a meeting, or to its record, on its own timeline.
 */
record MeetingEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	MeetingEvent(MeetingId meeting, String action, String summary, @Nullable String reason,
			Map<String, Object> details) {
		this(meeting.id(), action, summary, reason, details);
	}

}
