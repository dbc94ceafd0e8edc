package org.mandate.meetings;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed to close a meeting.
 *
 * @param adjourned "true" if it ended before its end
 * @param reason why it did
 * @param version of what the person saw when they began
 */
public record ClosingForm(@Nullable String adjourned, @Nullable String reason, @Nullable String version) {

	static ClosingForm of(Meeting meeting) {
		return new ClosingForm(null, null, Integer.toString(meeting.version()));
	}

	/** The same, taken up again after somebody else saved. */
	ClosingForm over(Meeting theirs) {
		return new ClosingForm(this.adjourned, this.reason, Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	/**
	 * Why the meeting is adjourned, null when it is not; what is wrong is said.
	 * @param left how many items have no outcome
	 */
	@Nullable String adjournment(int left, BindingResult errors) {
		if (left == 0) {
			return null;
		}
		if (!"true".equals(this.adjourned)) {
			errors.rejectValue("adjourned", "left",
					"%s no outcome. Record it first, or tick that the meeting is adjourned"
						.formatted((left == 1) ? "1 item has" : left + " items have"));
		}
		new TextCheck(errors).prose("reason", this.reason, "The reason", 1000,
				"true".equals(this.adjourned) ? "Enter why the meeting ended before its end" : null);
		return Typed.text(this.reason);
	}

}
