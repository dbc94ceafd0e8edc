package org.mandate.considerations;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Edition;

/**
 * What is said of an opportunity or a threat.
 *
 * @param category which of the two
 * @param text 1 to 1000 characters
 * @param source where it is written, 1 to 300 characters; needed for the organisation's
 * own
 */
public record ConsiderationText(Edition.Consideration.Category category, String text, @Nullable String source) {

	public ConsiderationText {
		Objects.requireNonNull(category, "category");
		text = text.strip();
		source = (source != null && !source.isBlank()) ? source.strip() : null;
	}

}
