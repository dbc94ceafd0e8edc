package org.mandate.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody in this organisation already has that email address.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class EmailTaken extends RuntimeException {

	EmailTaken(String email) {
		super("Somebody in this organisation already has the email address " + email);
	}

}
