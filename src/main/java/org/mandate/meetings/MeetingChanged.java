package org.mandate.meetings;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else changed the record of the meeting meanwhile.
 */
@ResponseStatus(HttpStatus.CONFLICT)
class MeetingChanged extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MeetingChanged() {
		super("Somebody else changed the record of the meeting meanwhile");
	}

}
