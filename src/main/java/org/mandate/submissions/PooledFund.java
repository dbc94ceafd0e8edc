package org.mandate.submissions;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Pounds;

/**
 * A pooled fund. The CCG's contribution must relate to its own functions; it cannot
 * relate to core primary medical services (Oxfordshire's paper, 2.3; Southern
 * Derbyshire's report, "Options").
 *
 * @param number from 1 within the pro forma
 * @param partner with whom
 * @param purpose what for
 * @param amount what the CCG pays in
 * @param functions which of the CCG's own functions the contribution serves
 * @param version counts what was saved from 0
 * @param savedBy who saved it
 * @param savedAt when
 * @param withdrawn why it was withdrawn; null while it stands
 */
public record PooledFund(int number, String partner, String purpose, BigDecimal amount, String functions, int version,
		String savedBy, Instant savedAt, @Nullable String withdrawn) {

	/** The rule, in a sentence. */
	public static final String RULE = "What the CCG pays into a pooled fund must relate to its own functions. It "
			+ "cannot pay for core primary medical services.";

	/** Whether it is still meant. */
	public boolean stands() {
		return this.withdrawn == null;
	}

	/** The amount in words. */
	public String amountWords() {
		return Pounds.words(this.amount);
	}

	boolean says(PooledFund other) {
		return this.partner.equals(other.partner) && this.purpose.equals(other.purpose)
				&& this.amount.compareTo(other.amount) == 0 && this.functions.equals(other.functions);
	}

}
