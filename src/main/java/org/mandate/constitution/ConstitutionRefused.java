package org.mandate.constitution;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What somebody asked for contradicts what is recorded of the constitution.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class ConstitutionRefused extends RuntimeException {

	private final String field;

	ConstitutionRefused(String field, String message) {
		super(message);
		this.field = field;
	}

	/** Which field of the form it is about; empty for the whole. */
	String field() {
		return this.field;
	}

}
