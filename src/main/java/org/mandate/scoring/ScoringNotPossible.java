package org.mandate.scoring;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The scoring is not in a state in which this can be done.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class ScoringNotPossible extends RuntimeException {

	ScoringNotPossible(String message) {
		super(message);
	}

}
