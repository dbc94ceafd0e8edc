package org.mandate.recommendations;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.FinancialYear;

/**
 * A recommendation as it read at some time; never changed.
 *
 * @param number from 1, running on through all recommendations of an appraisal
 * @param model key of the recommended model in the edition of the appraisal
 * @param year the year it is for, "2015-16"
 * @param review when the arrangement will be reviewed, in words
 * @param reviewOn the day of the review
 * @param wording the words the governing body is asked to approve
 * @param rationale why this model
 * @param origin how it came about
 * @param writtenBy who wrote it
 * @param writtenAt when
 */
@Embeddable
public record RecommendationVersion(int number, String model, String year, @Nullable String review,
		@Nullable LocalDate reviewOn, String wording, @Nullable String rationale,
		@Enumerated(EnumType.STRING) Origin origin, String writtenBy, Instant writtenAt) {

	/** How a version came about. */
	public enum Origin {

		/** Drafted from the record. */
		RECORD("Drafted from the record"),

		/** Written or edited by the commissioning manager. */
		MANAGER("Edited"),

		/** Amended by the governing body. */
		GOVERNING_BODY("Amended by the governing body");

		private final String label;

		Origin(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** The year as printed: "2015/16". */
	public String yearLabel() {
		return FinancialYear.parse(this.year).orElseThrow().label();
	}

	/** What it says. */
	public RecommendationText text() {
		return new RecommendationText(this.model, this.review, this.reviewOn, this.wording, this.rationale);
	}

}
