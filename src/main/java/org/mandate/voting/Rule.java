package org.mandate.voting;

import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * When a ballot is carried. One practice has one vote. All arithmetic is on whole
 * numbers; a tie never carries.
 *
 * @param base of what a share is taken
 * @param threshold how large the share must be
 * @param percentage the percentage of {@link Threshold#AT_LEAST}, 1 to 100; null for the
 * others
 * @param scope where the threshold must be reached
 * @param unitsNeeded how many units must reach it under {@link Scope#AT_LEAST_UNITS};
 * null for the others
 */
@Embeddable
public record Rule(@Enumerated(EnumType.STRING) Base base, @Enumerated(EnumType.STRING) Threshold threshold,
		@Nullable Integer percentage, @Enumerated(EnumType.STRING) Scope scope, @Nullable Integer unitsNeeded) {

	public Rule {
		if ((threshold == Threshold.AT_LEAST) != (percentage != null)
				|| (scope == Scope.AT_LEAST_UNITS) != (unitsNeeded != null)) {
			throw new IllegalArgumentException(
					"A percentage goes with AT_LEAST, a number of units with AT_LEAST_UNITS");
		}
		if ((percentage != null && (percentage < 1 || percentage > 100)) || (unitsNeeded != null && unitsNeeded < 1)) {
			throw new IllegalArgumentException("The percentage is 1 to 100, the number of units at least 1");
		}
	}

	/** More than half of the practices that voted for a choice, in the total. */
	public static Rule simpleMajority() {
		return new Rule(Base.EXPRESSED, Threshold.MAJORITY, null, Scope.OVERALL, null);
	}

	/** Of what a share is taken. */
	public enum Base {

		/** Votes for a choice. */
		EXPRESSED("the practices that voted for a choice", "expressed"),

		/** Votes for a choice, abstentions and spoilt votes. */
		CAST("the practices that voted or abstained", "cast"),

		/** All practices entitled to vote. */
		ENTITLED("all practices entitled to vote", "entitled");

		private final String label;

		private final String shortLabel;

		Base(String label, String shortLabel) {
			this.label = label;
			this.shortLabel = shortLabel;
		}

		/** In words. */
		public String label() {
			return this.label;
		}

		/** In one word, beside a figure. */
		public String shortLabel() {
			return this.shortLabel;
		}

	}

	/** How large the share must be. */
	public enum Threshold {

		/** More than half of the base. */
		MAJORITY("more than half"),

		/** At least a percentage of the base: needed = ceil(percentage x base / 100). */
		AT_LEAST("at least a percentage"),

		/** At least two thirds, as an exact fraction: needed = ceil(2 x base / 3). */
		TWO_THIRDS("at least two thirds"),

		/** More than any other choice. */
		PLURALITY("more than any other choice");

		private final String label;

		Threshold(String label) {
			this.label = label;
		}

		/** In words. */
		public String label() {
			return this.label;
		}

	}

	/** Where the threshold must be reached. */
	public enum Scope {

		/** In the total. */
		OVERALL("in the total of all localities"),

		/** In each unit by itself. */
		EVERY_UNIT("in every locality"),

		/** In some number of units. */
		AT_LEAST_UNITS("in at least a number of localities");

		private final String label;

		Scope(String label) {
			this.label = label;
		}

		/** In words. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * How many votes are needed of a base.
	 * @param base number of practices, not negative
	 * @return the least number that reaches the threshold; 1 for a base of nothing, which
	 * no vote can reach, and for a plurality, where the other choices decide
	 */
	public int needed(int base) {
		return switch (this.threshold) {
			case MAJORITY -> base / 2 + 1;
			case AT_LEAST -> Math.max(1, Math.ceilDiv(Objects.requireNonNull(this.percentage) * base, 100));
			case TWO_THIRDS -> Math.max(1, Math.ceilDiv(2 * base, 3));
			case PLURALITY -> 1;
		};
	}

	/** The share asked for: "more than half of the practices that voted for a choice". */
	public String share() {
		return switch (this.threshold) {
			case MAJORITY, TWO_THIRDS -> this.threshold.label() + " of " + this.base.label();
			case AT_LEAST -> "at least " + this.percentage + "% of " + this.base.label();
			case PLURALITY -> this.threshold.label();
		};
	}

	/** The whole rule as one sentence. */
	public String sentence() {
		String where = switch (this.scope) {
			case OVERALL, EVERY_UNIT -> this.scope.label();
			case AT_LEAST_UNITS -> "in at least " + this.unitsNeeded + " localities";
		};
		return "One practice has one vote. The ballot is carried by " + share() + ", " + where + ".";
	}

}
