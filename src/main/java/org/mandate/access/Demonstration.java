package org.mandate.access;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether this installation shows demonstration data and lets anybody take a role without
 * a password. On by default with the embedded database only; together with a configured
 * database it refuses to start.
 */
@Component
public class Demonstration {

	private final boolean on;

	Demonstration(@Value("${mandate.demonstration:#{null}}") @Nullable Boolean wanted,
			@Value("${spring.datasource.url:}") String configuredDatabase) {
		boolean embedded = configuredDatabase.isBlank();
		if (Boolean.TRUE.equals(wanted) && !embedded) {
			throw new IllegalStateException("mandate.demonstration is on, but spring.datasource.url names a database. "
					+ "The demonstration lets anybody sign in: it runs on its own embedded database only. "
					+ "Remove one of the two settings.");
		}
		this.on = (wanted != null) ? wanted : embedded;
	}

	/** Whether demonstration data and role cards are shown. */
	public boolean isOn() {
		return this.on;
	}

}
