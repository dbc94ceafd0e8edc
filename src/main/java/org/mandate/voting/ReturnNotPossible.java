package org.mandate.voting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The return is not in a state in which this can be done.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class ReturnNotPossible extends RuntimeException {

	ReturnNotPossible(String message) {
		super(message + ".");
	}

}
