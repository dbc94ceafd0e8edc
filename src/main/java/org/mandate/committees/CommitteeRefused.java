package org.mandate.committees;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What was to be recorded contradicts what is recorded already. The message says what to
 * do.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class CommitteeRefused extends RuntimeException {

	private final String field;

	CommitteeRefused(String field, String message) {
		super(message);
		this.field = field;
	}

	/** The field of the form beside which it is said. */
	String field() {
		return this.field;
	}

	/** What is wrong and what to do. */
	String words() {
		return String.valueOf(getMessage());
	}

}
