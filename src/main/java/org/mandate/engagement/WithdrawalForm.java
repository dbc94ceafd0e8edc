package org.mandate.engagement;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * Why something is withdrawn, as typed.
 *
 * @param version of what the person saw when they began
 */
public record WithdrawalForm(@Nullable String reason, @Nullable String version) {

	/** Says what is wrong. */
	boolean passes(BindingResult errors) {
		new TextCheck(errors).prose("reason", this.reason, "The reason", 1000, "Enter why it is withdrawn");
		return !errors.hasErrors();
	}

	String why() {
		return Typed.text(this.reason);
	}

	int seen() {
		return Typed.version(this.version);
	}

}
