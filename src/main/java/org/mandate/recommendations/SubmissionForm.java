package org.mandate.recommendations;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

/**
 * What is said when a recommendation is put.
 *
 * @param reason why it is put although its paper is not complete
 */
public record SubmissionForm(
		@Size(max = Submission.REASON_LENGTH, message = "The reason must be {max} characters or fewer") @Pattern(
				regexp = Typed.VISIBLE_LINES, message = "The reason" + Typed.INVISIBLE) String reason) {

	public SubmissionForm(@Nullable String reason) {
		this.reason = Typed.text(reason);
	}

}
