package org.mandate.voting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a base, both whole numbers of practices or of votes.
 *
 * @param part not negative
 * @param base positive
 */
public record Share(long part, long base) {

	/** The percentage to one decimal, half up: "64.3%". */
	public String percent() {
		return BigDecimal.valueOf(part())
			.multiply(BigDecimal.valueOf(100))
			.divide(BigDecimal.valueOf(base()), 1, RoundingMode.HALF_UP) + "%";
	}

	/** "64.3% (9 of 14)". */
	@Override
	public String toString() {
		return "%s (%,d of %,d)".formatted(percent(), this.part, this.base);
	}

}
