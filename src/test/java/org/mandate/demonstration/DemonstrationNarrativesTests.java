package org.mandate.demonstration;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.Tenant;
import org.mandate.narratives.Issue;
import org.mandate.narratives.Narrative;
import org.mandate.narratives.Narratives;
import org.mandate.narratives.Section;
import org.mandate.narratives.SectionState;
import org.mandate.organisations.Organisation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@MandateTest
class DemonstrationNarrativesTests {

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private Narratives narratives;

	@Autowired
	private DemonstrationNarratives demonstration;

	@Autowired
	private ConsideredDemonstration considered;

	@Test
	void oxfordshiresTextsAgreeWithTheRecord() {
		OxfordshireDecision oxfordshire = new OxfordshireDecision(this.beans).compared().asked().voted();
		oxfordshire.within(() -> this.demonstration.write(oxfordshire.appraisal, "oxfordshire", oxfordshire.manager));
		assertAgreed(oxfordshire.within(() -> this.narratives.overview(oxfordshire.appraisal)));
		Map<Section, Narrative> texts = oxfordshire.within(() -> this.narratives.of(oxfordshire.appraisal));
		assertThat(texts.keySet()).contains(Section.PURPOSE, Section.ENGAGEMENT, Section.FINANCE, Section.ACTION,
				Section.BACKGROUND, Section.OPTIONS, Section.GOVERNANCE, Section.CAPACITY, Section.MEMBER_VIEWS,
				Section.PUBLIC_ENGAGEMENT);
		assertThat(texts.get(Section.MEMBER_VIEWS).text()).contains("{{vote.1.south-west.option-2}}");
	}

	@Test
	void southernDerbyshiresTextsAgreeWithTheRecord() {
		Organisation organisation = this.organisations.establish();
		Member manager = this.organisations.person(organisation, Role.COMMISSIONING_MANAGER, null);
		Tenant.run(organisation.id(), () -> {
			AppraisalSummary appraisal = this.appraisals.start(new FinancialYear(2015), "next-steps-2014", 1,
					LocalDate.of(2015, 1, 15));
			this.considered.southernDerbyshire(appraisal);
			this.demonstration.write(appraisal, "southern-derbyshire", manager);
			assertAgreed(this.narratives.overview(appraisal));
			Map<Section, Narrative> texts = this.narratives.of(appraisal);
			assertThat(texts.keySet()).contains(Section.SUPPORTING, Section.REASONS, Section.MEMBER_VIEWS);
			assertThat(texts.get(Section.FINANCE).text()).contains("{{finance.expenditure}}");
		});
	}

	private static void assertAgreed(Narratives.Overview overview) {
		for (SectionState state : overview.states()) {
			assertThat(state.issues()).as(state.section().label()).extracting(Issue::sentence).isEmpty();
		}
	}

}
