package org.mandate.reminders;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Nobody can be reminded now.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class RemindersNotPossible extends RuntimeException {

	RemindersNotPossible(String message) {
		super(message);
	}

}
