package org.mandate.committees;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Auditable;

/**
 * Something that happened to a committee, on its own timeline.
 */
record CommitteeEvent(UUID stream, String action, String summary, @Nullable String reason,
		Map<String, Object> details) implements Auditable {

	static CommitteeEvent added(CommitteeId committee, String action, String summary, Map<String, Object> facts) {
		return new CommitteeEvent(committee.id(), action, summary, null, facts);
	}

	static CommitteeEvent changed(CommitteeId committee, String action, String summary, Map<String, Object> before,
			Map<String, Object> after) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("before", before);
		details.put("after", after);
		return new CommitteeEvent(committee.id(), action, summary, null, details);
	}

	static CommitteeEvent removed(CommitteeId committee, String action, String summary, String reason,
			Map<String, Object> before) {
		return new CommitteeEvent(committee.id(), action, summary, reason, Map.of("before", before));
	}

	static CommitteeEvent withdrawn(CommitteeId committee, String action, String summary, String reason) {
		return new CommitteeEvent(committee.id(), action, summary, reason, Map.of());
	}

}
