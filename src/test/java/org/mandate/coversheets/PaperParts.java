package org.mandate.coversheets;

import org.mandate.OxfordshireDecision;
import org.mandate.considerations.StatementText;
import org.mandate.considerations.Statements;
import org.mandate.considerations.Subject;

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
		Subject.implications().forEach((subject) -> said(subject, new StatementText(true, "Some", "The test")));
		return this;
	}

	PaperParts said(Subject subject, StatementText text) {
		this.decision
			.within(() -> this.beans.getBean(Statements.class).record(this.decision.appraisal, subject, text));
		return this;
	}

}
