package org.mandate.recount;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A ballot as the file states it: what was recorded, and what was published from it.
 *
 * @param address whose ballot it is
 * @param question as put
 * @param kind CONFIRM, CHOOSE or REFERENDUM
 * @param proposed code of the choice that was put; null when practices choose
 * @param rule when it is carried
 * @param closed whether the time for returns had ended
 * @param choices names by code, in order
 * @param units the units, in order
 * @param published the results that were published from them
 * @param shown the reading of the lists of counts and votes
 * @param counts the list of counts
 * @param votes the list of votes
 * @param result what the vote event says, "pass" or "fail"; null where it says nothing
 * @param head the end of the audit trail at the export
 */
public record ExportedBallot(Address address, String question, Kind kind, @Nullable String proposed, ExportedRule rule,
		boolean closed, Map<String, String> choices, List<Unit> units, List<Published> published, String shown,
		List<Count> counts, List<Vote> votes, @Nullable String result, Head head) {

	/** What a ballot asks. */
	public enum Kind {

		CONFIRM, CHOOSE, REFERENDUM

	}

	/** Where the ballot belongs: "10Q", "2015-16", 1. */
	public record Address(String organisation, String year, int number) {

		@Override
		public String toString() {
			return "ballot %d of %s, %s".formatted(this.number, this.organisation, this.year);
		}

	}

	/** The end of the audit trail. */
	public record Head(long sequence, String hash) {
	}

	/** A unit, with its electorate and all that it returned. */
	public record Unit(String slug, String name, int entitled, long patients, List<Practice> electorate,
			List<Round> rounds) {

		/** The round that counts: a later one supersedes. */
		Round round() {
			return this.rounds.getLast();
		}

		Optional<Version> counting() {
			return round().versions().reversed().stream().filter(Version::accepted).findFirst();
		}

	}

	/** A practice entitled to vote. */
	public record Practice(String code, String name, long patients) {
	}

	/** A round of one unit. */
	public record Round(int number, boolean closed, List<Version> versions) {
	}

	/** What was returned, once. */
	public record Version(int number, Tally tally, boolean accepted, boolean sentBack, @Nullable Integer registerCount,
			Map<String, String> roll) {
	}

	/** Numbers of practices, and a share that was reported instead of one. */
	public record Tally(Map<String, Integer> votes, int abstained, int spoilt, int conflictedOut, int absent,
			@Nullable String notStated, @Nullable BigDecimal percentage, ExportedRule.@Nullable Base percentageOf) {

		int expressed() {
			int sum = 0;
			for (int votes : this.votes.values()) {
				sum += votes;
			}
			return sum;
		}

		int cast() {
			return expressed() + this.abstained + this.spoilt;
		}

		int stated() {
			return cast() + this.conflictedOut + this.absent;
		}

	}

	/** A result that was published, under one reading. */
	public record Published(String reading, List<PublishedUnit> units, Map<String, Figure> totals, String state,
			@Nullable String choice) {
	}

	/** What was published of one unit. */
	public record PublishedUnit(String slug, String state, Map<String, Figure> figures) {
	}

	/** A number that is known, or known to be at least so large. */
	public record Figure(long number, boolean exact) {

		Figure plus(Figure other) {
			return new Figure(this.number + other.number, this.exact && other.exact);
		}

		@Override
		public String toString() {
			return (this.exact ? "" : "at least ") + this.number;
		}

	}

	/** A line of the list of counts. */
	public record Count(String group, String option, long value) {
	}

	/** A line of the list of votes. */
	public record Vote(String voter, String group, String option, @Nullable Long weight) {
	}

	String nameOf(String unit) {
		return this.units.stream().filter((each) -> each.slug().equals(unit)).map(Unit::name).findFirst().orElse(unit);
	}

}
