package org.mandate.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Without this person nobody could administer the organisation any more.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class LastAdministrator extends RuntimeException {

	static final String MESSAGE = "Nobody else can act as administrator yet. Give somebody else that role first; it "
			+ "counts once they have chosen a password.";

	LastAdministrator() {
		super(MESSAGE);
	}

}
