package org.mandate.options;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else changed the same option in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class OptionChanged extends RuntimeException {

	OptionChanged(String option) {
		super("Somebody else changed " + option
				+ " while you were working on it. Open it again to see what they saved.");
	}

}
