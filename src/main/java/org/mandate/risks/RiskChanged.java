package org.mandate.risks;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the same risk in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class RiskChanged extends RuntimeException {

	private final int number;

	RiskChanged(int number) {
		super("Somebody else saved risk " + number
				+ " while you were working on it. Open it again to see what they saved.");
		this.number = number;
	}

	/** Of the risk. */
	int number() {
		return this.number;
	}

}
