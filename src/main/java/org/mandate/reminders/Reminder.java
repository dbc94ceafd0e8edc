package org.mandate.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.mail.Outcome;

/**
 * A line of the log: that somebody was to be reminded, and what became of it.
 *
 * @param id its identity
 * @param unit the locality's name in addresses
 * @param unitName the locality's name as shown
 * @param person who was to be reminded
 * @param address to which it went
 * @param queued when it was asked for
 * @param by who asked for it
 * @param sent when the mail server took it; null if it did not
 * @param failed when the mail server did not take it; null if it did
 * @param problem why it did not
 */
public record Reminder(UUID id, String unit, String unitName, UUID person, String address, Instant queued, String by,
		@Nullable Instant sent, @Nullable Instant failed, @Nullable String problem) {

	static final Duration LONGEST = Outcome.LONGEST;

	/** What has become of it. */
	public Outcome state(Instant now) {
		return Outcome.of(this.queued, this.sent, this.failed, now);
	}

	/** Whether it keeps the person from being reminded again so soon. */
	boolean counts(Instant now) {
		return state(now).counts();
	}

}
