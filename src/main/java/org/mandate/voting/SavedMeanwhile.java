package org.mandate.voting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the same return after this person opened it.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class SavedMeanwhile extends RuntimeException {

	SavedMeanwhile() {
		super("Somebody else saved this return while you were working on it. Open it again to see both versions.");
	}

}
