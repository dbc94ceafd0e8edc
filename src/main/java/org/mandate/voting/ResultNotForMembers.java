package org.mandate.voting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The result is private, and was asked for by somebody who does not run the ballot.
 */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class ResultNotForMembers extends RuntimeException {

	ResultNotForMembers(int number) {
		super("The result of ballot %d is kept to commissioning managers.".formatted(number));
	}

}
