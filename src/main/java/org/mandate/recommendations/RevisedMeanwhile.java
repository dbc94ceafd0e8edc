package org.mandate.recommendations;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else saved another version while this one was being written.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class RevisedMeanwhile extends RuntimeException {

	private final transient RecommendationVersion latest;

	RevisedMeanwhile(RecommendationVersion latest) {
		super("%s saved version %d in the meantime. Read it before you go on.".formatted(latest.writtenBy(),
				latest.number()));
		this.latest = latest;
	}

	/** The version that is on record now. */
	public RecommendationVersion latest() {
		return this.latest;
	}

}
