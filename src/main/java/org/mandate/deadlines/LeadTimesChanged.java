package org.mandate.deadlines;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved the lead times in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class LeadTimesChanged extends RuntimeException {

	LeadTimesChanged() {
		super("Somebody else saved the lead times while you were working on them. Open them again to see what they "
				+ "saved.");
	}

}
