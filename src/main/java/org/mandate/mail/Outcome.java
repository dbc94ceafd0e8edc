package org.mandate.mail;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of an e-mail that was asked for.
 */
public enum Outcome {

	/** On its way. */
	QUEUED("Being sent", "grey"),

	/** The mail server took it. */
	SENT("Sent", "green"),

	/** The mail server did not take it. */
	FAILED("Failed", "red"),

	/** The application ended before it knew. */
	NOT_CONFIRMED("Not confirmed", "yellow");

	/** How long sending may take; what is not confirmed by then probably never went. */
	public static final Duration LONGEST = Duration.ofMinutes(10);

	private final String label;

	private final String colour;

	Outcome(String label, String colour) {
		this.label = label;
		this.colour = colour;
	}

	/**
	 * What became of it by now.
	 * @param queued when it was asked for
	 * @param sent when the mail server took it, if it did
	 * @param failed when the mail server did not take it, if it did not
	 */
	public static Outcome of(Instant queued, @Nullable Instant sent, @Nullable Instant failed, Instant now) {
		if (sent != null) {
			return SENT;
		}
		if (failed != null) {
			return FAILED;
		}
		return now.isBefore(queued.plus(LONGEST)) ? QUEUED : NOT_CONFIRMED;
	}

	/** Whether it may have arrived, and so keeps another from being sent too soon. */
	public boolean counts() {
		return this == SENT || this == QUEUED;
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
