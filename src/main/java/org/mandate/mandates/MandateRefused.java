package org.mandate.mandates;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What somebody asked for contradicts what the record says of the members' mandate.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class MandateRefused extends RuntimeException {

	private final String field;

	MandateRefused(String field, String message) {
		super(message);
		this.field = field;
	}

	/** Which field of the form it is about. */
	String field() {
		return this.field;
	}

}
