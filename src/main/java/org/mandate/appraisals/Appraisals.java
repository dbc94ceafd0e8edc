package org.mandate.appraisals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.mandate.database.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The appraisals of the current organisation.
 */
@Component
public class Appraisals {

	private final AppraisalRecords records;

	private final Clock clock;

	Appraisals(AppraisalRecords records, Clock clock) {
		this.records = records;
		this.clock = clock;
	}

	/**
	 * Start the appraisal of a year.
	 * @param year the year the decision is for
	 * @param edition key of the edition of guidance to follow
	 * @param editionVersion its version
	 * @param speaksFor the date for which it speaks
	 * @return the new appraisal
	 * @throws AppraisalExists if the organisation has one for that year
	 */
	@Transactional
	public AppraisalSummary start(FinancialYear year, String edition, int editionVersion, LocalDate speaksFor) {
		if (this.records.existsByYear(year.slug())) {
			throw new AppraisalExists(year);
		}
		return this.records.save(new Appraisal(year, edition, editionVersion, speaksFor, this.clock.instant()))
			.summary();
	}

	/**
	 * The appraisal of a year.
	 * @param year as in addresses, "2015-16"
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public AppraisalSummary of(String year) {
		return FinancialYear.parse(year)
			.flatMap((parsed) -> this.records.findByYear(parsed.slug()))
			.map(Appraisal::summary)
			.orElseThrow(() -> new NotFound("There is no appraisal for " + year));
	}

	/**
	 * Every appraisal, latest year first.
	 */
	@Transactional(readOnly = true)
	public List<AppraisalSummary> all() {
		return this.records.findAllByOrderByYearDesc().stream().map(Appraisal::summary).toList();
	}

}
