package org.mandate.mandates;

import java.util.List;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.recommendations.PaperCheck;
import org.mandate.recommendations.Recommendations;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What on record says the contrary of the members' mandate for the recommended model.
 */
@Component
@Order(80)
class MandateCheck implements PaperCheck {

	private final Mandates mandates;

	private final Recommendations recommendations;

	MandateCheck(Mandates mandates, Recommendations recommendations) {
		this.mandates = mandates;
		this.recommendations = recommendations;
	}

	@Override
	public List<Finding> findings(AppraisalSummary appraisal) {
		return this.recommendations.current(appraisal.id())
			.map((current) -> this.mandates.now(appraisal, current.version().model()))
			.map((mandate) -> mandate.tests()
				.stream()
				.filter((test) -> test.state() == MandateTest.State.CONTRADICTED)
				.map((test) -> new Finding(Level.LOOK, "Members’ mandate: " + first(test),
						appraisal.path() + "/mandate"))
				.toList())
			.orElse(List.of());
	}

	private static String first(MandateTest test) {
		String sentence = test.findings().getFirst();
		return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
	}

}
