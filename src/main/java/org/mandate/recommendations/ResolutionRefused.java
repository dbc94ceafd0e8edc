package org.mandate.recommendations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A resolution that cannot be what happened.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class ResolutionRefused extends RuntimeException {

	private final String field;

	private final String problem;

	ResolutionRefused(String field, String message) {
		super(message);
		this.field = field;
		this.problem = message;
	}

	/** What is wrong and how to put it right. */
	public String problem() {
		return this.problem;
	}

	/** The component of {@link Resolution.Minute} that is wrong. */
	public String field() {
		return this.field;
	}

}
