package org.mandate.considerations;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * Why something is withdrawn.
 *
 * @param reason as typed
 * @param version of what the person saw
 */
public record WithdrawalForm(@Nullable String reason, @Nullable String version) {

	static WithdrawalForm of(Saved saved) {
		return new WithdrawalForm("", Integer.toString(saved.version()));
	}

	void check(BindingResult errors) {
		new TextCheck(errors).prose("reason", this.reason, "The reason", 1000, "Enter the reason for withdrawing it");
	}

	String text() {
		return Typed.text(this.reason);
	}

	int seen() {
		return Typed.version(this.version);
	}

}
