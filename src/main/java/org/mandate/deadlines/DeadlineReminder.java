package org.mandate.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.mail.Outcome;

/**
 * A line of the log: that somebody was to be reminded of a step, and what became of it.
 *
 * @param person who was to be reminded
 * @param name as shown
 * @param line key of the step
 * @param dueOn the last day for it
 * @param step how many days before
 * @param title what was to be done
 * @param address to which it went
 * @param queued when
 * @param sent when the mail server took it; null if it did not
 * @param failed when the mail server did not take it; null if it did
 * @param problem why it did not
 */
public record DeadlineReminder(UUID person, String name, String line, LocalDate dueOn, int step, String title,
		String address, Instant queued, @Nullable Instant sent, @Nullable Instant failed, @Nullable String problem) {

	/** What has become of it. */
	public Outcome state(Instant now) {
		return Outcome.of(this.queued, this.sent, this.failed, now);
	}

}
