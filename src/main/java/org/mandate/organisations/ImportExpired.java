package org.mandate.organisations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A preview is kept for a day.
 */
@ResponseStatus(HttpStatus.GONE)
public class ImportExpired extends RuntimeException {

	ImportExpired() {
		super("This preview has expired and nothing was imported. Upload the file again.");
	}

}
