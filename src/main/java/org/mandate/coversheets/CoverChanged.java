package org.mandate.coversheets;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the cover sheet in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class CoverChanged extends RuntimeException {

	CoverChanged() {
		super("Somebody else saved the cover sheet while you were working on it. Open it again to see what they "
				+ "saved.");
	}

}
