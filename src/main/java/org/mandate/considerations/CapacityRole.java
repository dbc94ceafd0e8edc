package org.mandate.considerations;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a role.
 *
 * @param role its name, 1 to 200 characters
 * @param held FTE there are, with at most two decimals; null when not known
 * @param needs FTE by key of the option; what is not known is left out
 * @param note up to 1000 characters; may be null
 * @param source where it is from, 1 to 300 characters
 */
public record CapacityRole(String role, @Nullable BigDecimal held, Map<String, BigDecimal> needs, @Nullable String note,
		String source) {

	public CapacityRole {
		role = role.strip();
		note = (note != null && !note.isBlank()) ? note.strip() : null;
		source = source.strip();
		needs = Map.copyOf(needs);
	}

}
