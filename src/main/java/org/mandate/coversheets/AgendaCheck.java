package org.mandate.coversheets;

import java.util.List;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.recommendations.PaperCheck;
import org.mandate.recommendations.Recommendations;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether a meeting is to come at which the recommendation is on the agenda. One
 * statement.
 */
@Component
@Order(90)
class AgendaCheck implements PaperCheck {

	private final Recommendations recommendations;

	AgendaCheck(Recommendations recommendations) {
		this.recommendations = recommendations;
	}

	@Override
	public List<Finding> findings(AppraisalSummary appraisal) {
		boolean awaited = this.recommendations.place(appraisal.id()).filter((place) -> !place.decided()).isPresent();
		return awaited ? List.of() : List
			.of(new Finding(Level.LOOK, "It is not on the agenda of a meeting that is still to come", "/meetings"));
	}

}
