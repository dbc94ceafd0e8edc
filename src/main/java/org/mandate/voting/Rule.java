package org.mandate.voting;

import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * When a ballot is carried: four independent parts and an optional turnout quorum. All
 * arithmetic is on whole numbers; a tie never carries.
 *
 * @param weight how many votes a practice has
 * @param base of what a share is taken
 * @param threshold how large the share must be
 * @param percentage the percentage of {@link Threshold#AT_LEAST}, 1 to 100; null for the
 * others
 * @param scope where the threshold must be reached
 * @param unitsNeeded how many units must reach it under {@link Scope#AT_LEAST_UNITS};
 * null for the others
 * @param quorum how many practices must have voted
 */
@Embeddable
public record Rule(@Embedded Weight weight, @Enumerated(EnumType.STRING) Base base,
		@Enumerated(EnumType.STRING) Threshold threshold, @Nullable Integer percentage,
		@Enumerated(EnumType.STRING) Scope scope, @Nullable Integer unitsNeeded, @Embedded Quorum quorum) {

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

	/** One practice, one vote, and no quorum. */
	public Rule(Base base, Threshold threshold, @Nullable Integer percentage, Scope scope,
			@Nullable Integer unitsNeeded) {
		this(Weight.ONE_EACH, base, threshold, percentage, scope, unitsNeeded, Quorum.NONE);
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
		OVERALL("In the total"),

		/** In each unit by itself. */
		EVERY_UNIT("In every locality or group"),

		/** In some number of units. */
		AT_LEAST_UNITS("In at least a number of them");

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
	 * @param base number of votes, not negative
	 * @return the least number that reaches the threshold; 1 for a base of nothing, which
	 * no vote can reach, and for a plurality, where the other choices decide
	 */
	public long needed(long base) {
		return switch (this.threshold) {
			case MAJORITY -> base / 2 + 1;
			case AT_LEAST -> Math.max(1, Math.ceilDiv(Objects.requireNonNull(this.percentage) * base, 100));
			case TWO_THIRDS -> Math.max(1, Math.ceilDiv(2 * base, 3));
			case PLURALITY -> 1;
		};
	}

	/**
	 * How many of some units must reach the threshold.
	 * @param units how many there are
	 */
	int needed(int units) {
		return (this.unitsNeeded != null) ? this.unitsNeeded : units;
	}

	/**
	 * Refuse a rule that could never be met, or that two choices could meet.
	 * @throws BallotNotOpenable if so
	 */
	void requireDecidable(BallotKind kind, Division division, int units) {
		if (needed(units) > units) {
			throw new BallotNotOpenable("The rule asks for %d %s, but there are only %d, so it could never be met"
				.formatted(this.unitsNeeded, division.units(), units));
		}
		if (kind == BallotKind.CHOOSE && this.scope == Scope.AT_LEAST_UNITS && 2 * needed(units) <= units) {
			throw new BallotNotOpenable(
					"Two choices could each be carried in %d of %d %s: ask for more than half of them"
						.formatted(this.unitsNeeded, units, division.units()));
		}
	}

	/** The share asked for: "more than half of the practices that voted for a choice". */
	public String share() {
		String of = this.weight.weighted() ? "the votes of " + this.base.label() : this.base.label();
		return switch (this.threshold) {
			case MAJORITY, TWO_THIRDS -> this.threshold.label() + " of " + of;
			case AT_LEAST -> "at least " + this.percentage + "% of " + of;
			case PLURALITY -> this.threshold.label();
		};
	}

	/**
	 * The whole rule in words.
	 * @param division what its units are
	 */
	public String sentence(Division division) {
		String where = switch (this.scope) {
			case OVERALL -> "in the total";
			case EVERY_UNIT -> "in every " + division.unit();
			case AT_LEAST_UNITS ->
				"in at least %d %s".formatted(this.unitsNeeded, needed(0) == 1 ? division.unit() : division.units());
		};
		return "%s The ballot is carried by %s, %s. %s"
			.formatted(this.weight.sentence(), share(), where, this.quorum.sentence(division))
			.strip();
	}

}
