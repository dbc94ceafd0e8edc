package org.mandate.recommendations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The governing body has resolved on the recommendation: nothing about it changes any
 * more.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class RecommendationIsSealed extends RuntimeException {

	RecommendationIsSealed(Resolution resolution) {
		super("The governing body has already resolved on this recommendation (%s). It is sealed; begin a new one instead."
			.formatted(resolution.decision().label().toLowerCase(java.util.Locale.UK)));
	}

}
