package org.mandate.meetings;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * Why something is called off, as typed.
 *
 * @param reason 1 to 1000 characters
 */
public record GivenReason(@Nullable String reason) {

	static final GivenReason EMPTY = new GivenReason(null);

	/** The reason; what is wrong with it is said. */
	String checked(String missing, BindingResult errors) {
		new TextCheck(errors).prose("reason", this.reason, "The reason", 1000, missing);
		return Typed.text(this.reason);
	}

}
