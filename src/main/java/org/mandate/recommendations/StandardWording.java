package org.mandate.recommendations;

import java.util.Locale;

import org.mandate.appraisals.FinancialYear;
import org.mandate.guidance.Edition;

/**
 * The words in which a recommendation is first drafted: those of Oxfordshire CCG's paper
 * of January 2015, section "5. Recommendation", for any organisation, model and year.
 */
final class StandardWording {

	private StandardWording() {
	}

	/** When the arrangement is reviewed unless the manager says otherwise. */
	static String review(FinancialYear year) {
		return "as part of our planning process for " + year.next().label();
	}

	/**
	 * The wording.
	 * @param organisation how it calls itself in running text
	 * @param model the recommended model
	 * @param year the year the decision is for
	 * @param review when it is reviewed, in words that go on from "with a plan to review
	 * these arrangements"
	 */
	static String of(String organisation, Edition.Model model, FinancialYear year, String review) {
		return "%s wishes to opt for a %s approach to co-commissioning for %s with a plan to review these arrangements %s."
			.formatted(organisation, inRunningText(model.name()), year.label(), review);
	}

	/** "Joint commissioning" within a sentence: "joint commissioning". */
	static String inRunningText(String name) {
		return name.substring(0, 1).toLowerCase(Locale.UK) + name.substring(1);
	}

}
