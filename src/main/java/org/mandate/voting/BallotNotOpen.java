package org.mandate.voting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Something was tried that is possible only while the ballot is open.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class BallotNotOpen extends RuntimeException {

	BallotNotOpen(String message) {
		super(message);
	}

	BallotNotOpen(int number, boolean closed) {
		super(closed
				? "Ballot %d is closed, so nothing more can be returned. Ask your commissioning manager: a figure that was accepted can be corrected with a reason."
					.formatted(number)
				: "Ballot %d is not open yet. Nothing can be returned before it opens.".formatted(number));
	}

}
