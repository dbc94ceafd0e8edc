package org.mandate.voting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The ballot cannot be opened as it stands.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class BallotNotOpenable extends RuntimeException {

	BallotNotOpenable(String message) {
		super(message + ".");
	}

}
