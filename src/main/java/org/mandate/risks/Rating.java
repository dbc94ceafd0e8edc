package org.mandate.risks;

import java.util.Locale;

/**
 * How likely a risk is and how bad it would be.
 *
 * @param likelihood how likely
 * @param consequence how bad
 */
public record Rating(Likelihood likelihood, Consequence consequence) {

	/** The rating of two steps from 1 to 5. */
	public static Rating of(int likelihood, int consequence) {
		return new Rating(Likelihood.of(likelihood), Consequence.of(consequence));
	}

	/** The product of the two steps, 1 to 25. */
	public int score() {
		return this.likelihood.step() * this.consequence.step();
	}

	/** "4 likely × 3 moderate". */
	public String words() {
		return "%d %s × %d %s".formatted(this.likelihood.step(), this.likelihood.label().toLowerCase(Locale.UK),
				this.consequence.step(), this.consequence.label().toLowerCase(Locale.UK));
	}

}
