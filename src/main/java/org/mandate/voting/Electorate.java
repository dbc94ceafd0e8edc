package org.mandate.voting;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.organisations.Locality;
import org.mandate.organisations.MemberPractice;

/**
 * The practices that would be entitled in a unit.
 *
 * @param unit name of the unit; null for practices that are in none
 * @param locality the locality that it is, or in which all its practices are; null when
 * there is none
 * @param practices by name
 */
public record Electorate(@Nullable String unit, @Nullable Locality locality, List<MemberPractice> practices) {

	/** Their registered patients. */
	public int patients() {
		return this.practices.stream().mapToInt((practice) -> Objects.requireNonNullElse(practice.listSize(), 0)).sum();
	}

	BallotUnit ballotUnit() {
		String name = Objects.requireNonNull(this.unit);
		return new BallotUnit(Locality.slugOf(name), name, (this.locality != null) ? this.locality.id() : null,
				(this.locality != null) ? this.locality.provenance() : null, this.practices.size(), patients());
	}

}
