package org.mandate.engagement;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the same thing in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class EngagementChanged extends RuntimeException {

	private final int number;

	EngagementChanged(int number) {
		super("Somebody else saved this while you were working on it. Open it again to see what they saved.");
		this.number = number;
	}

	/** Of the entry, window or objection. */
	int number() {
		return this.number;
	}

}
