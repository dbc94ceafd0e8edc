package org.mandate.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.FinancialYear;
import org.mandate.appraisals.Milestone;
import org.mandate.database.Tenant;
import org.mandate.engagement.Audience;
import org.mandate.engagement.Coverage;
import org.mandate.engagement.Engagements;
import org.mandate.engagement.Mark;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engagement of the two papers, as their coverage tells it on the days they speak
 * for.
 */
@MandateTest
class DemonstrationEngagementTests {

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Engagements engagements;

	@Autowired
	private DemonstrationEngagement demonstration;

	@Test
	void oxfordshireAskedThePatientGroupsAfterTheRecommendation() {
		with(LocalDate.of(2015, 1, 29), DemonstrationEngagement::oxfordshire, (appraisal, asAt) -> {
			Coverage coverage = this.engagements.coverage(appraisal, asAt);
			Mark put = mark(coverage, "The preferred option was put forward");
			assertThat(put.words()).isEqualTo("23 December 2014");
			assertThat(verdict(coverage, Audience.PATIENT_GROUPS, put)).isEqualTo("After (planned only)");
			assertThat(verdict(coverage, Audience.MEMBER_PRACTICES, put)).isEqualTo("1 before, 1 on the same day");
			assertThat(verdict(coverage, Audience.AREA_TEAM, put)).isEqualTo("Cannot be told");
			assertThat(verdict(coverage, Audience.MEMBER_PRACTICES,
					mark(coverage, "Deadline: Proposal for joint commissioning")))
				.isEqualTo("Before");
			assertThat(verdict(coverage, Audience.PATIENT_GROUPS,
					mark(coverage, "Deadline: Proposal for joint commissioning")))
				.isEqualTo("Cannot be told (planned only)");
			assertThat(coverage.unengaged()).containsExactly(Audience.LOCAL_MEDICAL_COMMITTEE,
					Audience.HEALTH_AND_WELLBEING_BOARD, Audience.HEALTHWATCH);
		});
	}

	@Test
	void southernDerbyshireAskedTheBoardAfterTheDeadline() {
		with(LocalDate.of(2015, 1, 15), DemonstrationEngagement::southernDerbyshire, (appraisal, asAt) -> {
			Coverage coverage = this.engagements.coverage(appraisal, asAt);
			Mark deadline = mark(coverage, "Deadline: Proposal for delegated commissioning");
			assertThat(deadline.words()).isEqualTo("12 noon on 9 January 2015");
			assertThat(verdict(coverage, Audience.HEALTH_AND_WELLBEING_BOARD, deadline)).isEqualTo("After");
			Coverage.Line practices = coverage.line(Audience.MEMBER_PRACTICES);
			assertThat(practices.items()).extracting(Coverage.Item::state)
				.containsExactly("Planned", "Held, no date stated", "Objections asked for");
			assertThat(practices.items().getLast().note()).endsWith("silence is not support.");
			assertThat(practices.items().getLast().places().getFirst().words())
				.isEqualTo("Cannot be told: no end is stated");
			assertThat(verdict(coverage, Audience.MEMBER_PRACTICES, deadline)).isEqualTo("Cannot be told");
			assertThat(this.appraisals.milestones(appraisal)).filteredOn((each) -> each.path().contains("/engagement/"))
				.extracting(Milestone::about)
				.containsExactly("member-practices", "health-and-wellbeing-board", "planned-member-practices");
		});
	}

	private void with(LocalDate speaksFor, BiConsumer<DemonstrationEngagement, AppraisalSummary> load,
			BiConsumer<AppraisalSummary, AsAt> then) {
		Organisation organisation = this.organisations.establish();
		Tenant.run(organisation.id(), () -> {
			AppraisalSummary appraisal = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					speaksFor);
			load.accept(this.demonstration, appraisal);
			then.accept(appraisal, this.appraisals.asAt(appraisal, null));
		});
	}

	private static Mark mark(Coverage coverage, String title) {
		return coverage.marks().stream().filter((mark) -> mark.title().equals(title)).findFirst().orElseThrow();
	}

	private static String verdict(Coverage coverage, Audience audience, Mark mark) {
		List<Coverage.Verdict> verdicts = coverage.line(audience).verdicts();
		return verdicts.get(coverage.marks().indexOf(mark)).words();
	}

}
