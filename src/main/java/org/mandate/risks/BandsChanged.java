package org.mandate.risks;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else chose other bands in the meantime.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class BandsChanged extends RuntimeException {

	BandsChanged() {
		super("Somebody else changed the bands while you were working on them. Open the page again to see what they "
				+ "saved.");
	}

}
