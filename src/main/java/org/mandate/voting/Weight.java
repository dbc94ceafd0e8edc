package org.mandate.voting;

import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * How many votes a practice has. Heads (practices) and weights are counted side by side
 * and never mixed in one denominator.
 *
 * @param measure what gives a practice its votes
 * @param patients registered patients for each vote, at least 1; null unless the measure
 * is {@link Measure#PER_PATIENTS}
 * @param rounding what becomes of the remainder; null unless the measure is
 * {@link Measure#PER_PATIENTS}
 */
@Embeddable
public record Weight(@Column(name = "weight") @Enumerated(EnumType.STRING) Measure measure,
		@Column(name = "patients_per_vote") @Nullable Integer patients,
		@Enumerated(EnumType.STRING) @Nullable Rounding rounding) {

	/** One practice has one vote. */
	public static final Weight ONE_EACH = new Weight(Measure.PRACTICE, null, null);

	public Weight {
		boolean each = measure == Measure.PER_PATIENTS;
		if (each != (patients != null) || each != (rounding != null) || (patients != null && patients < 1)) {
			throw new IllegalArgumentException("A number of patients, at least 1, and a rounding go with PER_PATIENTS");
		}
	}

	/** A vote for each so many registered patients. */
	public static Weight perPatients(int patients, Rounding rounding) {
		return new Weight(Measure.PER_PATIENTS, patients, rounding);
	}

	/** What gives a practice its votes. */
	public enum Measure {

		/** It is a member practice: one vote. */
		PRACTICE("One practice, one vote"),

		/** Its registered patients: a vote for each. */
		PATIENTS("A practice has as many votes as registered patients"),

		/** Its registered patients: a vote for each so many. */
		PER_PATIENTS("A practice has one vote for each so many registered patients");

		private final String label;

		Measure(String label) {
			this.label = label;
		}

		/** In words. */
		public String label() {
			return this.label;
		}

	}

	/** What becomes of the patients that do not make a whole vote. */
	public enum Rounding {

		/** They give no vote. */
		DOWN("rounded down"),

		/** From half on they give a vote. */
		NEAREST("rounded to the nearest"),

		/** They give a vote. */
		UP("rounded up");

		private final String label;

		Rounding(String label) {
			this.label = label;
		}

		/** In words. */
		public String label() {
			return this.label;
		}

	}

	/** Whether practices have different numbers of votes. */
	public boolean weighted() {
		return this.measure != Measure.PRACTICE;
	}

	/**
	 * The votes of a practice.
	 * @param listSize its registered patients, not negative
	 */
	public int of(int listSize) {
		return switch (this.measure) {
			case PRACTICE -> 1;
			case PATIENTS -> listSize;
			case PER_PATIENTS -> {
				int each = Objects.requireNonNull(this.patients);
				yield switch (Objects.requireNonNull(this.rounding)) {
					case DOWN -> listSize / each;
					case NEAREST -> Math.toIntExact((2L * listSize + each) / (2L * each));
					case UP -> Math.ceilDiv(listSize, each);
				};
			}
		};
	}

	/** "One practice has one vote." */
	public String sentence() {
		return switch (this.measure) {
			case PRACTICE -> "One practice has one vote.";
			case PATIENTS -> "A practice has as many votes as registered patients.";
			case PER_PATIENTS -> "A practice has one vote for each %,d registered patients, %s."
				.formatted(this.patients, Objects.requireNonNull(this.rounding).label());
		};
	}

}
