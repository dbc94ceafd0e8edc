package org.mandate.considerations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the same thing in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class EntryChanged extends RuntimeException {

	EntryChanged(String what) {
		super("Somebody else saved " + what + " while you were working on it. Open it again to see what they saved.");
	}

}
