package org.mandate.arrangements;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What is asked does not go with the arrangement as it stands.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class ArrangementRefused extends RuntimeException {

	ArrangementRefused(String message) {
		super(message);
	}

}
