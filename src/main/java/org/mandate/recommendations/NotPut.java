package org.mandate.recommendations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The recommendation is not before the governing body.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class NotPut extends RuntimeException {

	NotPut() {
		super("The recommendation is not before the governing body. The commissioning manager puts it first.");
	}

}
