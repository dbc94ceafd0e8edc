package org.mandate.demonstration;

import java.time.LocalDate;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.coversheets.CoverSheets;
import org.mandate.coversheets.CoverStatement;
import org.mandate.coversheets.CoverStatement.Conflicts;
import org.mandate.coversheets.CoverStatement.Purpose;

import org.springframework.stereotype.Component;

/**
 * The cover sheets of the two papers. That of Oxfordshire is not among the sources: its
 * date is real, and whatever else is on it is invented and says so. Southern Derbyshire's
 * report says who reports, to whom and when; its table of officers who approved it is
 * empty, so nobody is asked here either.
 */
@Component
class DemonstrationCovers {

	private final CoverSheets covers;

	DemonstrationCovers(CoverSheets covers) {
		this.covers = covers;
	}

	void oxfordshire(AppraisalSummary appraisal) {
		this.covers.record(appraisal,
				new CoverStatement(LocalDate.of(2015, 1, 29), "15/04 (invented)", CoverStatement.TITLE,
						Purpose.DECISION, Conflicts.DISCUSSION_AND_DECISION,
						"Invented for the demonstration: GPs who sit on the governing body work in member practices. "
								+ "The paper's section 3.1 says how such conflicts are managed.",
						"Sam Rowan (invented), head of primary care commissioning",
						"Drew Oakley (invented), chair of the governing body"));
	}

	void southernDerbyshire(AppraisalSummary appraisal) {
		this.covers.record(appraisal,
				new CoverStatement(LocalDate.of(2015, 1, 15), "Item 5", "The Commissioning of Primary Care Provision",
						Purpose.DECISION, null, null, "Chief Officer, Southern Derbyshire CCG", null));
	}

}
