package org.mandate.submissions;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * It cannot be done as things stand; the message says why and what to do.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class NotNow extends RuntimeException {

	NotNow(String message) {
		super(message);
	}

}
