package org.mandate.forms;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Why something is withdrawn or taken back, as typed.
 *
 * @param reason the words, up to 1000 characters
 * @param version of what the person saw when they began; null where it has none
 */
public record ReasonForm(@Nullable String reason, @Nullable String version) {

	/** Nothing typed yet. */
	public static ReasonForm blank(int version) {
		return new ReasonForm("", Integer.toString(version));
	}

	/**
	 * Says what is wrong.
	 * @param missing the message where no reason is typed
	 * @return whether nothing is
	 */
	public boolean passes(String missing, Errors errors) {
		new TextCheck(errors).prose("reason", this.reason, "The reason", 1000, missing);
		return !errors.hasErrors();
	}

	/** The reason. */
	public String text() {
		return Typed.text(this.reason);
	}

	/** The version the person saw. */
	public int seen() {
		return Typed.version(this.version);
	}

	/** The same reason, given for a later version. */
	public ReasonForm over(int version) {
		return new ReasonForm(this.reason, Integer.toString(version));
	}

}
