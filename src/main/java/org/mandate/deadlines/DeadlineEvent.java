package org.mandate.deadlines;

import java.util.Map;
import java.util.UUID;

import org.mandate.audit.Auditable;

/** What happened about an appraisal's plan, calendar or reminders. */
record DeadlineEvent(String action, UUID stream, String summary, Map<String, Object> details) implements Auditable {
}
