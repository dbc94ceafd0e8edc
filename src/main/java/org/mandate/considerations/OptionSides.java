package org.mandate.considerations;

import java.util.List;

import org.mandate.guidance.Edition;
import org.mandate.options.Option;

/**
 * What speaks for and against one option.
 *
 * @param option which
 * @param opportunities what speaks for it, in order
 * @param threats what speaks against it, in order
 */
public record OptionSides(Option option, List<Consideration> opportunities, List<Consideration> threats) {

	public OptionSides {
		opportunities = List.copyOf(opportunities);
		threats = List.copyOf(threats);
	}

	static OptionSides of(Option option, List<Consideration> all) {
		return new OptionSides(option, side(option, all, Edition.Consideration.Category.OPPORTUNITY),
				side(option, all, Edition.Consideration.Category.THREAT));
	}

	/** Whether nothing is recorded. */
	public boolean isEmpty() {
		return this.opportunities.isEmpty() && this.threats.isEmpty();
	}

	/** "4 opportunities, 1 threat". */
	public String count() {
		return Words.number(this.opportunities.size(), "opportunity", "opportunities") + ", "
				+ Words.number(this.threats.size(), "threat", "threats");
	}

	private static List<Consideration> side(Option option, List<Consideration> all,
			Edition.Consideration.Category category) {
		return all.stream()
			.filter(Consideration::stands)
			.filter((each) -> each.option().equals(option.key()) && each.category() == category)
			.toList();
	}

}
