package org.mandate.recommendations;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a recommendation says.
 *
 * @param model key of the recommended model in the edition of the appraisal
 * @param review when the arrangement will be reviewed, in words, at most 300 characters
 * @param reviewOn the day of the review; this or the words must be given
 * @param wording the words the governing body is asked to approve, at most 1,000
 * characters
 * @param rationale why this model, at most 4,000 characters
 */
public record RecommendationText(String model, @Nullable String review, @Nullable LocalDate reviewOn, String wording,
		@Nullable String rationale) {

	/** Most characters of the review in words. */
	public static final int REVIEW_LENGTH = 300;

	/** Most characters of the wording. */
	public static final int WORDING_LENGTH = 1000;

	/** Most characters of the rationale. */
	public static final int RATIONALE_LENGTH = 4000;

	public RecommendationText {
		Objects.requireNonNull(model, "model");
		if (review == null && reviewOn == null) {
			throw new IllegalArgumentException("A recommendation says when it will be reviewed");
		}
		if (wording.isBlank()) {
			throw new IllegalArgumentException("A recommendation has a wording");
		}
	}

	RecommendationText withWording(String amended) {
		return new RecommendationText(this.model, this.review, this.reviewOn, amended, this.rationale);
	}

}
