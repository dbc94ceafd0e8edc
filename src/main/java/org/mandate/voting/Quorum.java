package org.mandate.voting;

import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * How many of the practices entitled must have cast a vote (or abstained) for a vote to
 * be valid. It is counted in practices, whatever their weight.
 *
 * @param scope where it is asked for
 * @param percentage of the practices entitled, 1 to 100; null when none is asked for
 */
@Embeddable
public record Quorum(@Column(name = "quorum") @Enumerated(EnumType.STRING) Where scope,
		@Column(name = "quorum_percentage") @Nullable Integer percentage) {

	/** No turnout is asked for. */
	public static final Quorum NONE = new Quorum(Where.NONE, null);

	public Quorum {
		if ((scope == Where.NONE) != (percentage == null)
				|| (percentage != null && (percentage < 1 || percentage > 100))) {
			throw new IllegalArgumentException("A quorum is 1 to 100 per cent");
		}
	}

	/** Where a turnout is asked for. */
	public enum Where {

		/** Nowhere. */
		NONE("No quorum"),

		/** In the total. */
		OVERALL("A turnout in the total"),

		/** In each unit by itself. */
		EVERY_UNIT("A turnout in each locality by itself");

		private final String label;

		Where(String label) {
			this.label = label;
		}

		/** In words. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * The least number of practices that must have cast a vote.
	 * @param entitled practices entitled
	 * @return ceil(percentage x entitled / 100); 0 when no turnout is asked for
	 */
	public int needed(int entitled) {
		return (this.percentage == null) ? 0 : Math.toIntExact(Math.ceilDiv((long) this.percentage * entitled, 100L));
	}

	/** Whether it is asked for in the total. */
	boolean overall() {
		return this.scope == Where.OVERALL;
	}

	/** Whether it is asked for in each unit. */
	boolean everyUnit() {
		return this.scope == Where.EVERY_UNIT;
	}

	/** In a sentence; empty when none is asked for. */
	String sentence(Division division) {
		return switch (this.scope) {
			case NONE -> "";
			case OVERALL -> "At least %d%% of the practices entitled must have voted or abstained."
				.formatted(Objects.requireNonNull(this.percentage));
			case EVERY_UNIT -> "In each %s at least %d%% of its practices must have voted or abstained."
				.formatted(division.unit(), Objects.requireNonNull(this.percentage));
		};
	}

}
