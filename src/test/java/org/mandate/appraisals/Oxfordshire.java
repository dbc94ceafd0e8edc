package org.mandate.appraisals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.core.io.ClassPathResource;

/**
 * The appraisal of January 2015, as far as this module keeps it.
 */
final class Oxfordshire {

	static final LocalDate DECISION = LocalDate.of(2015, 1, 29);

	private Oxfordshire() {
	}

	static AppraisalSummary started(Appraisals appraisals, Organisation organisation) {
		return started(appraisals, organisation, new FinancialYear(2015));
	}

	static AppraisalSummary started(Appraisals appraisals, Organisation organisation, FinancialYear year) {
		return Tenant.call(organisation.id(), () -> appraisals.start(year, "next-steps-2014", 1, DECISION));
	}

	static AppraisalSummary recorded(Appraisals appraisals, Organisation organisation) {
		AppraisalSummary appraisal = started(appraisals, organisation);
		Tenant.run(organisation.id(), () -> {
			try {
				appraisals.recordCurrentLevels(appraisal.id(),
						new ClassPathResource("demonstration/oxfordshire-current-level.yaml"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		return appraisal;
	}

}
