package org.mandate.demonstration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.constitution.AmendmentStatement;
import org.mandate.constitution.Constitution;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the two papers of January 2015 say of the constitution, and no more: neither says
 * that members agreed, or that anything was sent to NHS England.
 */
@Component
@Order(20)
class DemonstrationConstitution implements Scene {

	private final Constitution constitution;

	DemonstrationConstitution(Constitution constitution) {
		this.constitution = constitution;
	}

	/** The paper names one section, and a meeting at which it comes up for approval. */
	@Override
	public void oxfordshire(AppraisalSummary appraisal) {
		this.constitution.add(appraisal, statement("A section enabling a joint committee",
				"Enables a joint committee with NHS England to be established. The section is part of revisions of the "
						+ "constitution that come to the January meeting of the governing body for approval; the paper "
						+ "does not say what else they hold, nor that they were put to the members.",
				true, null, null, "Governing body paper, January 2015, section 3.1"));
	}

	/**
	 * "Recently proposed to member practices for agreement": after the change of the law
	 * in October 2014, and by the day of the report.
	 */
	@Override
	public void southernDerbyshire(AppraisalSummary appraisal) {
		LocalDate first = LocalDate.of(2014, 10, 1);
		LocalDate last = LocalDate.of(2015, 1, 15);
		this.constitution.add(appraisal, statement("Governance to co-commission primary care",
				"Enables the CCG to have governance processes in place to co-commission primary care services from "
						+ "April 2015.",
				true, first, last,
				"Report to the Health and Wellbeing Board, 15 January 2015, Submission Requirements and Appendix 1.2"));
		this.constitution.add(appraisal, statement("Collaborative commissioning with others",
				"A number of other changes. They follow the change of the law that came into force in October 2014, and "
						+ "strengthen arrangements to commission jointly with other CCGs, NHS England and other partners "
						+ "such as local authorities.",
				false, first, last,
				"Report to the Health and Wellbeing Board, 15 January 2015, Submission Requirements and Appendix 1.2"));
	}

	private static AmendmentStatement statement(String title, String changes, boolean coCommissioning,
			@Nullable LocalDate first, @Nullable LocalDate last, String source) {
		return new AmendmentStatement(title, changes, coCommissioning, first, last, null, null, null, null, null, null,
				null, null, source);
	}

}
