package org.mandate.organisations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A file with problems was to be imported: all of it is, or nothing.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class ImportRefused extends RuntimeException {

	ImportRefused() {
		super("The file has problems, so nothing was imported. Correct them in the file and upload it again.");
	}

}
