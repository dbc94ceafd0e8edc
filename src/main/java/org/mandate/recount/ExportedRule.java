package org.mandate.recount;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The rule of a ballot, as the file states it. What it asks for is checked by multiplying
 * out, never by dividing: more than half is {@code 2 x votes > base}.
 *
 * @param weight what gives a practice its votes
 * @param patientsPerVote for {@link Weight#PER_PATIENTS}
 * @param rounding for {@link Weight#PER_PATIENTS}
 * @param base of what a share is taken
 * @param threshold how large it must be
 * @param percentage for {@link Threshold#AT_LEAST}
 * @param scope where it must be reached
 * @param unitsNeeded for {@link Scope#AT_LEAST_UNITS}
 * @param quorum where a turnout is asked for
 * @param quorumPercentage of the practices entitled; 0 without a quorum
 */
public record ExportedRule(Weight weight, int patientsPerVote, @Nullable Rounding rounding, Base base,
		Threshold threshold, int percentage, Scope scope, int unitsNeeded, Quorum quorum, int quorumPercentage) {

	/** What gives a practice its votes. */
	public enum Weight {

		PRACTICE, PATIENTS, PER_PATIENTS

	}

	/** What becomes of patients that do not make a whole vote. */
	public enum Rounding {

		DOWN, NEAREST, UP

	}

	/** Of what a share is taken. */
	public enum Base {

		EXPRESSED, CAST, ENTITLED

	}

	/** How large a share must be. */
	public enum Threshold {

		MAJORITY, AT_LEAST, TWO_THIRDS, PLURALITY

	}

	/** Where a share must be reached. */
	public enum Scope {

		OVERALL, EVERY_UNIT, AT_LEAST_UNITS

	}

	/** Where a turnout is asked for. */
	public enum Quorum {

		NONE, OVERALL, EVERY_UNIT

	}

	static ExportedRule of(Part rule) {
		Weight weight = rule.at("weight").word(Weight.class);
		Threshold threshold = rule.at("threshold").word(Threshold.class);
		Scope scope = rule.at("scope").word(Scope.class);
		Quorum quorum = rule.at("quorum").word(Quorum.class);
		boolean perPatients = weight == Weight.PER_PATIENTS;
		return new ExportedRule(weight, perPatients ? positive(rule.at("patients_per_vote"), Integer.MAX_VALUE) : 1,
				perPatients ? rule.at("rounding").word(Rounding.class) : null, rule.at("base").word(Base.class),
				threshold, (threshold == Threshold.AT_LEAST) ? positive(rule.at("percentage"), 100) : 0, scope,
				(scope == Scope.AT_LEAST_UNITS) ? positive(rule.at("units_needed"), Integer.MAX_VALUE) : 0, quorum,
				(quorum != Quorum.NONE) ? positive(rule.at("quorum_percentage"), 100) : 0);
	}

	private static int positive(Part part, int most) {
		int number = part.count();
		if (number < 1 || number > most) {
			throw new UnreadableFile("%s is %d; it must be at least 1%s.".formatted(part.place(), number,
					(most == Integer.MAX_VALUE) ? "" : " and at most " + most));
		}
		return number;
	}

	boolean weighted() {
		return this.weight != Weight.PRACTICE;
	}

	/** The votes of a practice with so many registered patients. */
	long votes(long patients) {
		return switch (this.weight) {
			case PRACTICE -> 1;
			case PATIENTS -> patients;
			case PER_PATIENTS -> {
				long whole = patients / this.patientsPerVote;
				long rest = patients - whole * this.patientsPerVote;
				boolean more = (this.rounding == Rounding.UP) ? rest > 0
						: this.rounding == Rounding.NEAREST && 2 * rest >= this.patientsPerVote;
				yield more ? whole + 1 : whole;
			}
		};
	}

	/** Whether votes are as large a share of a base as is asked for. */
	boolean isEnough(long votes, long of) {
		if (of <= 0 || votes <= 0) {
			return false;
		}
		return switch (this.threshold) {
			case MAJORITY -> 2 * votes > of;
			case AT_LEAST -> 100 * votes >= this.percentage * of;
			case TWO_THIRDS -> 3 * votes >= 2 * of;
			case PLURALITY -> true;
		};
	}

	/** Whether enough of the practices entitled took part. */
	boolean isQuorate(long cast, long entitled) {
		return 100 * cast >= this.quorumPercentage * entitled;
	}

	/** Whether a choice wins in some votes: the share, and the lead where it counts. */
	boolean wins(String choice, Map<String, Long> votes, long of, boolean mustLead) {
		long own = votes.getOrDefault(choice, 0L);
		return isEnough(own, of) && (!mustLead || votes.entrySet()
			.stream()
			.allMatch((other) -> other.getKey().equals(choice) || other.getValue() < own));
	}

	int needed(List<?> units) {
		return (this.scope == Scope.AT_LEAST_UNITS) ? this.unitsNeeded : units.size();
	}

}
