package org.mandate.considerations;

import java.util.List;
import java.util.Map;

/**
 * Everything considered in an appraisal.
 *
 * @param sides opportunities and threats of each option, in the order of the options;
 * also of those that are not on the shortlist
 * @param withdrawn opportunities and threats that were withdrawn
 * @param requirements what each model requires, and how far that is met
 * @param capacity staff held against staff needed
 * @param finance the primary care money
 * @param statements longer texts by subject
 */
public record Considered(List<OptionSides> sides, List<Consideration> withdrawn, List<OptionRequirements> requirements,
		Capacity capacity, Finance finance, Map<Subject, Statement> statements) {

	public Considered {
		sides = List.copyOf(sides);
		withdrawn = List.copyOf(withdrawn);
		requirements = List.copyOf(requirements);
		statements = Map.copyOf(statements);
	}

	/** How many of the nine implications are filled in or marked as not applicable. */
	public int implicationsGiven() {
		return (int) Subject.implications().stream().filter(this.statements::containsKey).count();
	}

}
