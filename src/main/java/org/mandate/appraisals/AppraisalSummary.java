package org.mandate.appraisals;

import java.time.LocalDate;

/**
 * An appraisal as other modules see it.
 *
 * @param id identity, and stream of its timeline
 * @param year the year the decision is for
 * @param edition key of the edition of national guidance it follows
 * @param editionVersion version of that edition
 * @param speaksFor the date for which it speaks: statements of the guidance in force on
 * this day are used
 */
public record AppraisalSummary(AppraisalId id, FinancialYear year, String edition, int editionVersion,
		LocalDate speaksFor) {

	/** Its address within the organisation: "/appraisals/2015-16". */
	public String path() {
		return "/appraisals/" + this.year.slug();
	}

}
