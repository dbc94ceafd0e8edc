package org.mandate.interests;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The same form was sent before, with other words.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class AlreadyDeclared extends RuntimeException {

	AlreadyDeclared() {
		super("This form was sent already. To say it differently, open the declaration from your interests and change "
				+ "it");
	}

}
