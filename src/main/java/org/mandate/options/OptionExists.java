package org.mandate.options;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is an option of that name.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class OptionExists extends RuntimeException {

	OptionExists(String name) {
		super("There is an option called " + name + ". Give this one another name.");
	}

}
