package org.mandate.coversheets;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody wanted to give an approval that is another's.
 */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotYourApproval extends RuntimeException {

	NotYourApproval(Act request) {
		super((request.officer() != null) ? "Only %s can answer this.".formatted(request.officerName())
				: "A commissioning manager records what %s said, who is not of this organisation."
					.formatted(request.officerName()));
	}

}
