package org.mandate.voting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Something may go on only with a reason, which is kept in the record.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class ReasonNeeded extends RuntimeException {

	ReasonNeeded(String message) {
		super(message + ".");
	}

}
