package org.mandate.voting;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A locality clinical director opened the return of another locality.
 */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotYourLocality extends RuntimeException {

	NotYourLocality(String asked, @Nullable String own) {
		super("You cannot enter the votes of %s. %s".formatted(asked,
				(own != null) ? "You answer for " + own + "." : "You answer for no locality."));
	}

}
