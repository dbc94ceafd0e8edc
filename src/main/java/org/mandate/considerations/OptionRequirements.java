package org.mandate.considerations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Edition;
import org.mandate.options.Option;

/**
 * What a model requires, and how far that is met.
 *
 * @param option the model
 * @param asked its requirements, in the order of the guidance
 */
public record OptionRequirements(Option option, List<Asked> asked) {

	public OptionRequirements {
		asked = List.copyOf(asked);
	}

	/**
	 * A requirement and the answer to it.
	 *
	 * @param requirement as the guidance has it
	 * @param answer null while there is none
	 */
	public record Asked(Edition.Requirement requirement, @Nullable Answer answer) {
	}

	/**
	 * How far a requirement is met.
	 *
	 * @param met how far
	 * @param text how, or what is missing
	 * @param source what shows it
	 * @param saved by whom and when
	 */
	public record Answer(Met met, String text, String source, Saved saved) {
	}

	/** How many are met that far. */
	public int count(Met met) {
		return (int) this.asked.stream().filter((each) -> each.answer() != null && each.answer().met() == met).count();
	}

	/** How many have no answer. */
	public int unanswered() {
		return (int) this.asked.stream().filter((each) -> each.answer() == null).count();
	}

	/** "3 of 9 met, 1 partly met, 2 not known yet, 3 not answered". */
	public String count() {
		List<String> parts = new ArrayList<>();
		parts.add("%d of %d met".formatted(count(Met.MET), this.asked.size()));
		for (Met met : List.of(Met.PARTLY, Met.NOT_MET, Met.NOT_KNOWN)) {
			if (count(met) > 0) {
				parts.add(count(met) + " " + met.label().toLowerCase(Locale.UK));
			}
		}
		if (unanswered() > 0) {
			parts.add(unanswered() + " not answered");
		}
		return String.join(", ", parts);
	}

}
