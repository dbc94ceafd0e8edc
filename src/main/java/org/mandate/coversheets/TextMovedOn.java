package org.mandate.coversheets;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The text was changed while somebody was reading it to approve it.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class TextMovedOn extends RuntimeException {

	TextMovedOn() {
		super("The paper was changed while you were reading it. Read it again, then answer");
	}

}
