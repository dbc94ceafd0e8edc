package org.mandate.recommendations;

import java.util.List;

import org.mandate.appraisals.AppraisalSummary;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything that the modules say of a paper, in their order.
 */
@Component
class PaperChecks {

	private final ObjectProvider<PaperCheck> checks;

	PaperChecks(ObjectProvider<PaperCheck> checks) {
		this.checks = checks;
	}

	List<PaperCheck.Finding> of(AppraisalSummary appraisal) {
		return this.checks.orderedStream().flatMap((check) -> check.findings(appraisal).stream()).toList();
	}

	List<PaperCheck.Finding> missing(AppraisalSummary appraisal) {
		return of(appraisal).stream().filter(PaperCheck.Finding::missing).toList();
	}

}
