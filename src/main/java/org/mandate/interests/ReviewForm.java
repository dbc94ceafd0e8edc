package org.mandate.interests;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * A review as typed.
 *
 * @param outcome "accept" or "more"
 * @param action what is done about the interest
 * @param refusal "agreed" or "not-agreed"
 * @param reason what more is asked for, or why the refusal is not agreed
 * @param seen number of the version that was read
 */
public record ReviewForm(@Nullable String outcome, @Nullable String action, @Nullable String refusal,
		@Nullable String reason, @Nullable String seen) {

	public ReviewForm {
		action = InterestForm.lines(action);
		reason = InterestForm.lines(reason);
	}

	/** What is typed as a statement; empty when something is wrong, which is said. */
	Optional<ReviewStatement> statement(Errors errors, InterestVersion version) {
		boolean accepted = "accept".equals(this.outcome);
		boolean more = "more".equals(this.outcome);
		if (!accepted && !more) {
			errors.rejectValue("outcome", "missing", "Choose whether you accept the declaration");
		}
		if (accepted) {
			Written.required(errors, "action", this.action,
					"Enter the action agreed, such as: declared at meetings, and leaves for the item", "The action",
					InterestForm.LONG);
		}
		Boolean agreed = (accepted && !version.consents()) ? agreed(errors).orElse(null) : null;
		if (more || Boolean.FALSE.equals(agreed)) {
			Written.required(errors, "reason", this.reason,
					more ? "Enter what more you ask for" : "Enter why you do not agree to the refusal", "The reason",
					InterestForm.LONG);
		}
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		return Optional.of(new ReviewStatement(accepted, accepted ? Typed.text(this.action) : null,
				(more || Boolean.FALSE.equals(agreed)) ? Typed.text(this.reason) : null, agreed));
	}

	private Optional<Boolean> agreed(Errors errors) {
		boolean agreed = "agreed".equals(this.refusal);
		if (!agreed && !"not-agreed".equals(this.refusal)) {
			errors.rejectValue("refusal", "missing", "Choose whether you agree to the refusal of consent");
			return Optional.empty();
		}
		return Optional.of(agreed);
	}

}
