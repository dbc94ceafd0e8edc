package org.mandate.appraisals;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the current level of the same function in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class CurrentLevelChanged extends RuntimeException {

	CurrentLevelChanged(String function) {
		super("Somebody else saved the current level of " + function
				+ " while you were working on it. Open it again to see what they saved.");
	}

}
