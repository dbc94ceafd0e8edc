package org.mandate.committees;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Why something is withdrawn, as typed.
 *
 * @param reason 1 to 1000 characters
 */
public record Withdrawal(@Nullable String reason) {

	String checked(Errors errors) {
		return new Check(errors).text("reason", this.reason, "The reason", 1000, "Enter why it is withdrawn");
	}

}
