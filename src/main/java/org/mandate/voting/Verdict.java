package org.mandate.voting;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the rule makes of the figures, with the sum that shows it.
 *
 * @param state carried or not, or why that is not known
 * @param choice code of the choice that is carried; for a ballot that confirms a model,
 * the choice that was put; null where there is none
 * @param sentence the verdict in one sentence
 * @param sums the sums behind it, a sentence each
 * @param margin what would change it; null while figures are not known
 */
public record Verdict(State state, @Nullable String choice, String sentence, List<String> sums,
		@Nullable Margin margin) {

	public Verdict {
		sums = List.copyOf(sums);
	}

	/** What can be said. */
	public enum State {

		/** Every way to complete the figures carries it. */
		CARRIED("Carried"),

		/** No way to complete the figures carries it. */
		NOT_CARRIED("Not carried"),

		/** Too few practices took part for anything to be carried. */
		NOT_QUORATE("Not quorate"),

		/** Returns are awaited that may decide it. */
		NOT_YET_KNOWN("Cannot be known yet"),

		/** It depends on numbers that were not stated. */
		CANNOT_BE_KNOWN("Cannot be known from what was returned");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

}
