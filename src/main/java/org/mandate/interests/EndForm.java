package org.mandate.interests;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;

import org.springframework.validation.Errors;

/**
 * The end of an interest as typed.
 *
 * @param ended when it ended
 * @param seen number of the version that was read
 */
public record EndForm(DateBoxes ended, @Nullable String seen) {

	public EndForm {
		ended = DateBoxes.orEmpty(ended);
	}

	/** The day; null when something is wrong, which is said. */
	@Nullable LocalDate on(Errors errors, InterestVersion version, LocalDate today) {
		LocalDate date = Written.past(errors, "ended", this.ended, "the date the interest ended", today);
		if (date != null && date.isBefore(version.beganOn())) {
			errors.rejectValue("ended", "order", "The interest cannot have ended before it began");
			return null;
		}
		return date;
	}

}
