package org.mandate.recommendations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The recommendation is before the governing body and so cannot be edited.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class AlreadyPut extends RuntimeException {

	AlreadyPut() {
		super("The recommendation is before the governing body. Take it back first, with a reason, to change it.");
	}

}
