package org.mandate.coversheets;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What somebody asked for contradicts what is recorded about approvals.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class ApprovalRefused extends RuntimeException {

	ApprovalRefused(String message) {
		super(message);
	}

}
