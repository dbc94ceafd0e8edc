package org.mandate.arrangements;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved it in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class SavedMeanwhile extends RuntimeException {

	SavedMeanwhile(String what) {
		super("Somebody else saved " + what + " while you were working on it. Open it again to see what they saved.");
	}

}
