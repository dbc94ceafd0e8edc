package org.mandate.interests;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody saved the same interest in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class InterestChanged extends RuntimeException {

	InterestChanged() {
		super("This declaration was changed while you were working on it. Open it again to see how it reads now.");
	}

}
