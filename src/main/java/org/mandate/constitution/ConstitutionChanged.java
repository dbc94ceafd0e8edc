package org.mandate.constitution;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the same thing in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class ConstitutionChanged extends RuntimeException {

	ConstitutionChanged() {
		super("Somebody else saved this while you were working on it. Open it again to see what they saved.");
	}

}
