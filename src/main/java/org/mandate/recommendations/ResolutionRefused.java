package org.mandate.recommendations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A resolution that cannot be what happened.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class ResolutionRefused extends RuntimeException {

	private final String field;

	ResolutionRefused(String field, String message) {
		super(message);
		this.field = field;
	}

	/** The component of {@link Resolution.Minute} that is wrong. */
	public String field() {
		return this.field;
	}

}
