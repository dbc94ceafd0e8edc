package org.mandate.organisations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The register changed between a preview and its confirmation, so that other things would
 * happen than those shown.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class RegisterChanged extends RuntimeException {

	RegisterChanged() {
		super("The register has changed since you looked at the preview, so nothing was imported. Open the preview again, check it and confirm.");
	}

}
