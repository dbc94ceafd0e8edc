package org.mandate.options;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Pounds;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * What is typed of an option.
 *
 * @param standing name of the standing chosen
 * @param reason why
 * @param source where that is written
 * @param annualCost pounds a year
 * @param costSource where the cost is from
 * @param version of what the person saw when they began
 */
public record OptionForm(@Nullable String standing, @Nullable String reason, @Nullable String source,
		@Nullable String annualCost, @Nullable String costSource, @Nullable String version) {

	private static final int LONGEST_REASON = 1000;

	private static final int LONGEST_SOURCE = 300;

	public OptionForm {
		reason = lines(reason);
	}

	static OptionForm of(Option option) {
		BigDecimal cost = option.annualCost();
		return new OptionForm(option.standing().name(), option.reason(), option.source(),
				(cost != null) ? Pounds.words(cost).substring(1) : null, option.costSource(),
				Integer.toString(option.version()));
	}

	/** The same, taken up again after somebody else saved. */
	OptionForm over(Option theirs) {
		return new OptionForm(this.standing, this.reason, this.source, this.annualCost, this.costSource,
				Integer.toString(theirs.version()));
	}

	private static @Nullable String lines(@Nullable String text) {
		return (text != null) ? text.replace("\r\n", "\n").replace('\r', '\n') : null;
	}

	int seen() {
		return Typed.version(this.version);
	}

	/** What is typed as a statement; empty when something is wrong, which is said. */
	Optional<OptionStatement> statement(Errors errors) {
		Option.Standing chosen = Typed.one(Option.Standing.values(), this.standing);
		if (chosen == null) {
			errors.rejectValue("standing", "missing", "Choose whether the option is on the shortlist");
		}
		String why = Typed.optional(this.reason);
		if (why == null && chosen != null && chosen != Option.Standing.SHORTLISTED) {
			errors.rejectValue("reason", "missing", "Enter why the option is not on the shortlist");
		}
		check(errors, "reason", "The reason", why, LONGEST_REASON);
		String where = Typed.optional(this.source);
		check(errors, "source", "The source", where, LONGEST_SOURCE);
		BigDecimal cost = cost(errors);
		String costFrom = Typed.optional(this.costSource);
		check(errors, "costSource", "The source of the cost", costFrom, LONGEST_SOURCE);
		if (cost != null && costFrom == null) {
			errors.rejectValue("costSource", "missing", "Enter where the cost is from");
		}
		if (errors.hasErrors() || chosen == null) {
			return Optional.empty();
		}
		return Optional.of(new OptionStatement(chosen, why, where, cost, costFrom));
	}

	private @Nullable BigDecimal cost(Errors errors) {
		String typed = Typed.optional(this.annualCost);
		if (typed == null) {
			return null;
		}
		BigDecimal cost = Pounds.parse(typed).orElse(null);
		if (cost == null) {
			errors.rejectValue("annualCost", "number", "The cost must be a sum in pounds, such as 250,000 or 1.2m");
		}
		else if (cost.signum() < 0) {
			errors.rejectValue("annualCost", "negative", "The cost must be 0 or more");
			return null;
		}
		return cost;
	}

	static void check(Errors errors, String field, String what, @Nullable String typed, int longest) {
		if (typed == null) {
			return;
		}
		if (typed.codePointCount(0, typed.length()) > longest) {
			errors.rejectValue(field, "length", "%s must be %,d characters or fewer".formatted(what, longest));
		}
		else if (!Typed.visible(typed)) {
			errors.rejectValue(field, "invisible", what + Typed.INVISIBLE);
		}
	}

}
