package org.mandate.register;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else recorded a link for the same practice and year in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class EarningsChanged extends RuntimeException {

	EarningsChanged() {
		super("Somebody else saved this while you were working on it. Open it again to see what they saved.");
	}

}
