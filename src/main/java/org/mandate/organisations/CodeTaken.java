package org.mandate.organisations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * An organisation with this code, or something of this name, exists already.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class CodeTaken extends RuntimeException {

	CodeTaken(String code) {
		super("An organisation with the code " + code + " is already set up. Check the code, or sign in to it.");
	}

}
