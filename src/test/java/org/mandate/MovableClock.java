package org.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.context.annotation.Primary;

/**
 * A clock that stands still until a test moves it. Import it into a test.
 */
@Primary
public class MovableClock extends Clock {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2015-01-05T09:00:00Z"));

	/** Let it show an instant, such as {@code 2015-01-30T17:00:00Z}. */
	public void shows(String instant) {
		this.now.set(Instant.parse(instant));
	}

	/** Move it on, or back. */
	public void moves(Duration by) {
		this.now.updateAndGet((instant) -> instant.plus(by));
	}

	@Override
	public Instant instant() {
		return this.now.get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(instant(), zone);
	}

}
