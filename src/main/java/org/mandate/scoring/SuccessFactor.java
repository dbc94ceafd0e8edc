package org.mandate.scoring;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The critical success factors with which the Green Book starts an appraisal of options,
 * in our own words for the commissioning of primary care, with a scale to begin with.
 */
public enum SuccessFactor {

	/** Strategic fit and meets business needs. */
	STRATEGIC_FIT("strategic-fit", new CriterionWording("Strategic fit",
			"How well the option serves the organisation's own plan and the needs of its patients and practices, "
					+ "together with what else is going on in health and care here.",
			"Works against the plan, or leaves its aims for primary care where they are",
			"Moves about half of the plan's aims for primary care forward",
			"Moves every aim of the plan for primary care forward")),

	/** Potential value for money. */
	VALUE_FOR_MONEY("value-for-money",
			new CriterionWording("Potential value for money",
					"How much better health, quality or use of resources the option could bring for what is put in, "
							+ "its risks considered.",
					"Brings less than what is put in", "Brings about as much as what is put in",
					"Brings far more than what is put in")),

	/** Supplier capacity and capability. */
	SUPPLIER_CAPACITY("supplier-capacity",
			new CriterionWording("Supplier capacity and capability",
					"Whether those who would have to deliver it, the practices and whoever supports commissioning, "
							+ "are able and willing to.",
					"Nobody could deliver what it asks", "Most could, with help that has yet to be found",
					"Everybody could deliver it from the first day")),

	/** Potential affordability. */
	AFFORDABILITY("affordability", new CriterionWording("Potential affordability",
			"Whether the budgets and the running costs that can be expected would pay for it.", "Cannot be paid for",
			"Can be paid for if something else gives way", "Can be paid for within what is there")),

	/** Potential achievability. */
	ACHIEVABILITY("achievability",
			new CriterionWording("Potential achievability",
					"Whether the organisation has the people, the skill and the readiness to bring it about in time.",
					"Could not be in place during the year", "Could be in place late, or in part",
					"Could be in place, whole, on the first day of the year"));

	/** Where the set is from. */
	public static final String CITATION = "HM Treasury, The Green Book, critical success factors";

	private final String key;

	private final CriterionWording wording;

	SuccessFactor(String key, CriterionWording wording) {
		this.key = key;
		this.wording = wording;
	}

	/** As it is kept. */
	public String key() {
		return this.key;
	}

	/** What it says to begin with. */
	public CriterionWording wording() {
		return this.wording;
	}

	static Optional<SuccessFactor> named(@Nullable String name) {
		return Arrays.stream(values()).filter((factor) -> factor.wording.name().equalsIgnoreCase(name)).findFirst();
	}

}
