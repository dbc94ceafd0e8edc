package org.mandate.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

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

	/** How long sending may take; what is not confirmed by then probably never went. */
	static final Duration LONGEST = Duration.ofMinutes(10);

	/** What became of a reminder. */
	public enum State {

		/** On its way. */
		QUEUED("Being sent", "grey"),

		/** The mail server took it. */
		SENT("Sent", "green"),

		/** The mail server did not take it. */
		FAILED("Failed", "red"),

		/** The application ended before it knew. */
		NOT_CONFIRMED("Not confirmed", "yellow");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/** What has become of it. */
	public State state(Instant now) {
		if (this.sent != null) {
			return State.SENT;
		}
		if (this.failed != null) {
			return State.FAILED;
		}
		return now.isBefore(this.queued.plus(LONGEST)) ? State.QUEUED : State.NOT_CONFIRMED;
	}

	/** Whether it keeps the person from being reminded again so soon. */
	boolean counts(Instant now) {
		State state = state(now);
		return state == State.SENT || state == State.QUEUED;
	}

}
