package org.mandate.scoring;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the same thing in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class ChangedMeanwhile extends RuntimeException {

	ChangedMeanwhile(String what) {
		super("Somebody else saved " + what + " while you were working. Open it again to see what they saved.");
	}

}
