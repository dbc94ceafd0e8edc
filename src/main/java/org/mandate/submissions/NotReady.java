package org.mandate.submissions;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The pro forma cannot be submitted yet.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class NotReady extends RuntimeException {

	private final transient Readiness readiness;

	NotReady(Readiness readiness) {
		super("The pro forma cannot be submitted yet. "
				+ String.join(" ", readiness.gaps().stream().map(Readiness.Gap::text).toList()));
		this.readiness = readiness;
	}

	/** What is missing. */
	Readiness readiness() {
		return this.readiness;
	}

}
