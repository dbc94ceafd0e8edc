package org.mandate.coversheets;

import java.time.LocalDate;
import java.util.Arrays;

import org.mandate.OxfordshireDecision;
import org.mandate.considerations.StatementText;
import org.mandate.considerations.Statements;
import org.mandate.considerations.Subject;
import org.mandate.narratives.Narratives;
import org.mandate.narratives.Section;

import org.springframework.context.ApplicationContext;

/**
 * What a paper needs besides the recommendation, recorded for a test.
 */
class PaperParts {

	private final ApplicationContext beans;

	private final OxfordshireDecision decision;

	PaperParts(ApplicationContext beans, OxfordshireDecision decision) {
		this.beans = beans;
		this.decision = decision;
	}

	/** Nothing is missing. */
	PaperParts complete() {
		return implications().written().cover();
	}

	/** Each of the nine is given. */
	PaperParts implications() {
		Subject.implications().forEach((subject) -> said(subject, new StatementText(true, "Some", "The test")));
		return this;
	}

	/** The narrative sections that a paper needs. */
	PaperParts written() {
		Arrays.stream(Section.values())
			.filter(Section::required)
			.forEach((section) -> this.decision.within(() -> this.beans.getBean(Narratives.class)
				.save(this.decision.appraisal, section, 0, "Some", this.decision.manager)));
		return this;
	}

	/** The cover sheet says everything. */
	PaperParts cover() {
		this.decision.within(() -> this.beans.getBean(CoverSheets.class)
			.record(this.decision.appraisal,
					new CoverStatement(LocalDate.of(2015, 1, 29), "15/04", CoverStatement.TITLE,
							CoverStatement.Purpose.DECISION, CoverStatement.Conflicts.NONE, null, "The author",
							"The lead")));
		return this;
	}

	PaperParts said(Subject subject, StatementText text) {
		this.decision.within(() -> this.beans.getBean(Statements.class).record(this.decision.appraisal, subject, text));
		return this;
	}

}
