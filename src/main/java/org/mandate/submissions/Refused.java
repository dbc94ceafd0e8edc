package org.mandate.submissions;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What was typed contradicts the record; the message stands beside the field.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class Refused extends RuntimeException {

	private final String field;

	Refused(String field, String message) {
		super(message);
		this.field = field;
	}

	/** The field of the form. */
	String field() {
		return this.field;
	}

}
