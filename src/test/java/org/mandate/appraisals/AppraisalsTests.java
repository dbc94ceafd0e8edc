package org.mandate.appraisals;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.audit.Trail;
import org.mandate.database.NotFound;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@MandateTest
class AppraisalsTests {

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Trail trail;

	@Test
	void keepsOneAppraisalAYearAndRecordsItsStart() {
		Organisation organisation = this.organisations.establish();
		FinancialYear year = new FinancialYear(2015);
		Tenant.run(organisation.id(), () -> {
			AppraisalSummary started = start(year);
			assertThat(this.appraisals.of("2015-16")).isEqualTo(started);
			assertThatExceptionOfType(AppraisalExists.class).isThrownBy(() -> start(year));
			assertThat(this.trail.events(started.id().id(), 0, 10)).extracting(Trail.Entry::summary)
				.containsExactly("Started the appraisal for 2015/16");
			assertThat(this.trail.verify().intact()).isTrue();
		});
	}

	@Test
	void keepsAppraisalsOfOtherOrganisationsOutOfSight() {
		Organisation one = this.organisations.establish();
		Organisation other = this.organisations.establish();
		Tenant.run(one.id(), () -> start(new FinancialYear(2015)));
		Tenant.run(other.id(), () -> {
			assertThat(this.appraisals.all()).isEmpty();
			assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.appraisals.of("2015-16"));
		});
	}

	private AppraisalSummary start(FinancialYear year) {
		return this.appraisals.start(year, "next-steps-2014", 1, LocalDate.of(2015, 1, 29));
	}

}
