package org.mandate.voting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The closing time of a ballot cannot be that, or can no longer be changed.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class ClosingNotPossible extends RuntimeException {

	ClosingNotPossible(String message) {
		super(message + ".");
	}

}
