package org.mandate.demonstration;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.risks.RiskStatement;
import org.mandate.risks.Risks;
import org.mandate.voices.ViewStatement;
import org.mandate.voices.Voices;

import org.springframework.stereotype.Component;

/**
 * The risks that the two papers name and the view of Oxfordshire's executive, in our
 * words or in quotation marks. The papers rate no risk and name no owner, so none is
 * rated and owned here.
 */
@Component
class RisksAndViews {

	private static final String OXFORDSHIRE = "Governing body paper, January 2015, section ";

	private static final String DERBYSHIRE = "Report to the Health and Wellbeing Board, 15 January 2015, section 1.9";

	private final Risks risks;

	private final Voices voices;

	RisksAndViews(Risks risks, Voices voices) {
		this.risks = risks;
		this.voices = voices;
	}

	void oxfordshire(AppraisalSummary appraisal) {
		risk(appraisal, "delegated", "Financial risk",
				"The CCG would carry the financial risk of contracting for core general practice. "
						+ "“Currently the extent of that risk is not known.”",
				null, OXFORDSHIRE + "2.3");
		risk(appraisal, "delegated", "Capacity",
				"The staff there are suffice for what the CCG does today. They “would not be sufficient to undertake "
						+ "fully delegated commissioning of all GMS services”.",
				null, OXFORDSHIRE + "4");
		risk(appraisal, "no-change", "Merging area teams",
				"The Thames Valley Area Team is being merged with its neighbour, and what comes of that is not clear: "
						+ "“there is a risk that it will further reduce engagement with practices”.",
				null, OXFORDSHIRE + "2.3");
		this.voices.record(appraisal, new ViewStatement("joint",
				"The Executive recommended that localities opt for joint commissioning (model 2) for 2015/16 and review "
						+ "it when planning for 2016/17.\n\nThe clinical chair and the chief executive saw the concerns "
						+ "about capacity, but held that joint commissioning “will be the only way to protect the "
						+ "sustainability of primary care”. They saw no advantage in full delegation, given its risks "
						+ "and the added work without added running costs.",
				"OCCG Executive; its clinical chair and chief executive", LocalDate.of(2014, 12, 23),
				OXFORDSHIRE + "5.1"));
	}

	void southernDerbyshire(AppraisalSummary appraisal) {
		risk(appraisal, "delegated", "Workload",
				"What NHS England’s staff can do may not be enough for commissioning and its daily management. Almost "
						+ "all of the CCG’s directorates would be called on while the money for running costs falls.",
				"NHS England has committed to watch running costs, so that co-commissioning can be sustained.",
				DERBYSHIRE);
		risk(appraisal, "delegated", "Financial",
				"The financial implications are not known yet. In general, “future investment into primary medical "
						+ "services could put pressure on other CCG commissioned responsibilities”.",
				"NHS England has committed to stabilise core funding for general practice over the next two years.",
				DERBYSHIRE);
		risk(appraisal, "delegated", "Relationship",
				"Managing performance, although aimed at quality, may strain the CCG’s relations with its practices. "
						+ "The time until submission may be too short to consult members and others properly.",
				"Communication all along, chances to take part in the changes, and local clinical leadership.",
				DERBYSHIRE);
		risk(appraisal, "delegated", "Reputational",
				"Conflicts of interest may “undermine confidence in the CCGs ability to act impartially and in "
						+ "patients’ and the public’s best interests”.",
				"Transparency, and evidence of tight governance; patient participation groups and the health panel help "
						+ "to keep decisions open.",
				DERBYSHIRE);
	}

	private void risk(AppraisalSummary appraisal, String option, String title, String description,
			@Nullable String mitigation, String source) {
		this.risks.add(appraisal, new RiskStatement(option, title, description, null, mitigation, null, null, source));
	}

}
