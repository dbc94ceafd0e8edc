package org.mandate.considerations;

import java.time.Clock;
import java.time.Instant;

import org.mandate.audit.ActorSource;

import org.springframework.stereotype.Component;

/**
 * Who records something, and when.
 *
 * @param by name as shown
 * @param at now
 */
record Stamp(String by, Instant at) {

	/** Says who it is and what time it is. */
	@Component
	static class Pad {

		private final ActorSource actors;

		private final Clock clock;

		Pad(ActorSource actors, Clock clock) {
			this.actors = actors;
			this.clock = clock;
		}

		Stamp stamp() {
			return new Stamp(this.actors.current().name(), this.clock.instant());
		}

	}
}
