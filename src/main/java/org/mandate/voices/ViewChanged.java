package org.mandate.voices;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the executive's view in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class ViewChanged extends RuntimeException {

	ViewChanged() {
		super("Somebody else saved the executive’s view while you were working on it. Open it again to see what they "
				+ "saved.");
	}

}
