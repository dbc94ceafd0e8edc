package org.mandate.voting;

import java.util.List;

/**
 * What would change a verdict: the fewest practices that would have to vote otherwise.
 *
 * @param practices how many
 * @param units names of the units in which they are; empty where any unit will do
 * @param sentence the same in words
 */
public record Margin(int practices, List<String> units, String sentence) {

	public Margin {
		units = List.copyOf(units);
	}

}
