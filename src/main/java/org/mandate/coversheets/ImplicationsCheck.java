package org.mandate.coversheets;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.considerations.Statements;
import org.mandate.considerations.Subject;
import org.mandate.recommendations.PaperCheck;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether each of the nine implications is recorded, be it as not applicable (Southern
 * Derbyshire CCG's report of 15 January 2015, appendix 1, gives all nine). One statement.
 */
@Component
@Order(20)
class ImplicationsCheck implements PaperCheck {

	private final Statements statements;

	ImplicationsCheck(Statements statements) {
		this.statements = statements;
	}

	@Override
	public List<Finding> findings(AppraisalSummary appraisal) {
		Set<Subject> recorded = this.statements.of(appraisal).keySet();
		List<Subject> open = Subject.implications().stream().filter((subject) -> !recorded.contains(subject)).toList();
		if (open.isEmpty()) {
			return List.of();
		}
		return List.of(new Finding(Level.MISSING, sentence(open), appraisal.path() + "/implications"));
	}

	private static String sentence(List<Subject> open) {
		int nine = Subject.implications().size();
		if (open.size() == nine) {
			return "None of the nine implications is recorded";
		}
		return "%d of the nine implications %s not recorded: %s".formatted(open.size(),
				(open.size() == 1) ? "is" : "are", open.stream().map(Subject::label).collect(Collectors.joining(", ")));
	}

}
