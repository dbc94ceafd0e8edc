package org.mandate.voting;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something about figures that may be right and is often a mistake: the person may go on,
 * with a reason that is kept.
 *
 * @param message what is unusual, with its numbers
 */
public record Warning(String message) {

	/**
	 * What is unusual about a unit's figures: a turnout under half, unanimity among more
	 * than five, a result against the recommended model, abstentions of a fifth or more.
	 */
	static List<Warning> of(Figures figures, int entitled, @Nullable String proposed) {
		List<Warning> warnings = new ArrayList<>();
		boolean complete = !figures.incomplete();
		if (complete && figures.cast() * 2 < entitled) {
			warnings.add(new Warning(
					"Fewer than half of the practices voted: %d of %d.".formatted(figures.cast(), entitled)));
		}
		boolean unanimous = complete ? figures.votes().values().stream().anyMatch((votes) -> votes == entitled)
				: figures.stated() == 0;
		if (unanimous && entitled > 5) {
			warnings.add(new Warning("All %d practices voted alike.".formatted(entitled)));
		}
		if (proposed != null && complete && figures.expressed() > 0 && figures.of(proposed) * 2 < figures.expressed()) {
			warnings.add(new Warning("Fewer than half of the votes are for the recommended model: %d of %d."
				.formatted(figures.of(proposed), figures.expressed())));
		}
		int cast = complete ? figures.cast() : entitled;
		if (cast > 0 && figures.abstained() * 5 >= cast) {
			warnings.add(new Warning("A fifth or more abstained: %d of %d.".formatted(figures.abstained(), cast)));
		}
		return warnings;
	}

}
