package org.mandate.voting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The result was asked for before the ballot closed, by somebody who does not run it.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class ResultNotOut extends RuntimeException {

	ResultNotOut(int number) {
		super("The result of ballot %d is shown when the ballot has closed.".formatted(number));
	}

}
