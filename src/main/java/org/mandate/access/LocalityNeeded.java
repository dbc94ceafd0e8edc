package org.mandate.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A locality clinical director was named without the locality they answer for.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class LocalityNeeded extends RuntimeException {

	LocalityNeeded() {
		super("Choose the locality that the locality clinical director answers for");
	}

}
