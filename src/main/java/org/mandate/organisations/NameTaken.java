package org.mandate.organisations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The organisation already has something of this kind with this name.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class NameTaken extends RuntimeException {

	NameTaken(String what, String name) {
		super("There is already a " + what + " called " + name + ". Enter a different name.");
	}

}
