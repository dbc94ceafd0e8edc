package org.mandate.considerations;

import java.math.BigDecimal;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a line of the money.
 *
 * @param category what it is
 * @param statedTotal whether it is the total that a source states for its category
 * @param label what it is for, 1 to 200 characters
 * @param amount pounds with at most two decimals; null when not known
 * @param approximate whether the source says about so much
 * @param note up to 1000 characters; needed without an amount
 * @param source where it is from, 1 to 300 characters
 */
public record FinanceLine(Finance.Category category, boolean statedTotal, String label, @Nullable BigDecimal amount,
		boolean approximate, @Nullable String note, String source) {

	public FinanceLine {
		Objects.requireNonNull(category, "category");
		label = label.strip();
		note = (note != null && !note.isBlank()) ? note.strip() : null;
		source = source.strip();
		if (amount == null && note == null) {
			throw new IllegalArgumentException("A line without an amount says why it is not known.");
		}
		if (amount != null && amount.signum() < 0 && category.isRule()) {
			throw new IllegalArgumentException("A business rule cannot be below £0.");
		}
	}

}
