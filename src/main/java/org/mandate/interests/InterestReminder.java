package org.mandate.interests;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.mail.Outcome;

/**
 * A line of the log: that a member was to be reminded, and what became of it.
 *
 * @param id its identity
 * @param person who was to be reminded
 * @param address to which it went
 * @param queued when it was asked for
 * @param by who asked for it
 * @param sent when the mail server took it; null if it did not
 * @param failed when the mail server did not take it; null if it did
 * @param problem why it did not
 */
public record InterestReminder(UUID id, UUID person, String address, Instant queued, String by, @Nullable Instant sent,
		@Nullable Instant failed, @Nullable String problem) {

	/** What has become of it. */
	public Outcome state(Instant now) {
		return Outcome.of(this.queued, this.sent, this.failed, now);
	}

}
