package org.mandate.voting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one unit reports, in numbers of practices. Where the unit told an outcome ("the
 * remaining practices agreed", "95% were for it") without its number, that choice is
 * named in {@code notStated} and has no number; how many were absent is then not known
 * either.
 *
 * @param votes for each choice by its code; 0 where left out
 * @param notStated code of the choice whose number was not stated, or null
 * @param asSaid what was said instead of the number; null when all is stated
 * @param reported the share that was reported instead of the number; null when none was
 * @param abstained returned a vote that supports no choice
 * @param spoilt returned a vote that cannot be counted
 * @param conflictedOut entitled, but kept out by a conflict of interest
 * @param absent entitled, known to have been absent, and returned nothing
 */
public record Figures(Map<String, Integer> votes, @Nullable String notStated, @Nullable String asSaid,
		@Nullable Reported reported, int abstained, int spoilt, int conflictedOut, int absent) {

	public Figures {
		votes = Map.copyOf(votes);
		if (reported != null && notStated == null) {
			throw new IllegalArgumentException("A share is reported for the choice whose number was not stated");
		}
	}

	/** Without a reported share. */
	public Figures(Map<String, Integer> votes, @Nullable String notStated, @Nullable String asSaid, int abstained,
			int spoilt, int conflictedOut, int absent) {
		this(votes, notStated, asSaid, null, abstained, spoilt, conflictedOut, absent);
	}

	/** Votes for one choice; 0 for the one whose number was not stated. */
	public int of(String choice) {
		return this.votes.getOrDefault(choice, 0);
	}

	/** The facts by name, for the record. */
	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>(this.votes);
		if (this.notStated != null) {
			facts.put("number not stated", this.notStated + ": " + this.asSaid);
		}
		facts.put("abstained", this.abstained);
		facts.put("spoilt", this.spoilt);
		facts.put("conflicted out", this.conflictedOut);
		facts.put("absent", this.absent);
		return facts;
	}

	/** Stated votes for a choice. */
	public int expressed() {
		return this.votes.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** Stated votes, abstentions and spoilt votes. */
	public int cast() {
		return expressed() + this.abstained + this.spoilt;
	}

	/** All practices of which something is stated. */
	public int stated() {
		return cast() + this.conflictedOut + this.absent;
	}

	/**
	 * How many practices may have voted for the choice whose number was not stated.
	 * @param entitled practices entitled in the unit
	 */
	Reported.Range rest(int entitled) {
		if (this.notStated == null) {
			return new Reported.Range(0, 0);
		}
		return (this.reported != null) ? this.reported.votes(this, entitled)
				: new Reported.Range(0, entitled - stated());
	}

	/** Whether one number was not stated. */
	public boolean incomplete() {
		return this.notStated != null;
	}

	/**
	 * The same with the number that was not stated filled in.
	 * @param practices how many
	 */
	Figures with(int practices) {
		Map<String, Integer> filled = new LinkedHashMap<>(this.votes);
		if (this.notStated != null) {
			filled.put(this.notStated, practices);
		}
		return new Figures(filled, null, this.asSaid, null, this.abstained, this.spoilt, this.conflictedOut,
				this.absent);
	}

	/** Nothing at all. */
	static Figures none() {
		return new Figures(Map.of(), null, null, 0, 0, 0, 0);
	}

	/**
	 * What is wrong with these figures as a return of a unit.
	 * @param entitled practices entitled in the unit
	 * @param choices what was on offer
	 * @return one sentence a problem; empty when they can be returned
	 */
	List<Problem> problems(int entitled, Collection<Choice> choices) {
		List<Problem> problems = new ArrayList<>();
		for (String code : this.votes.keySet()) {
			if (choices.stream().noneMatch((choice) -> choice.code().equals(code))) {
				problems.add(new Problem("votes", "\"" + code + "\" is not on offer in this ballot"));
			}
		}
		if (this.notStated != null) {
			if (choices.stream().noneMatch((choice) -> choice.code().equals(this.notStated))) {
				problems.add(new Problem("notStated", "Choose one of the choices of this ballot"));
			}
			if (of(this.notStated) > 0) {
				problems.add(new Problem("votes[" + this.notStated + "]",
						"Leave the number blank if it was not recorded, or say that it was"));
			}
			if (this.asSaid == null || this.asSaid.isBlank()) {
				problems.add(new Problem("asSaid", "Enter what was reported instead of the number, in the words used"));
			}
			if (stated() >= entitled) {
				problems.add(new Problem("notStated", "The other figures already account for all " + entitled
						+ " practices, so no number is missing"));
			}
			else if (this.reported != null && rest(entitled).isEmpty()) {
				problems.add(new Problem("percentage",
						"No number of the %d practices entitled gives %s with the other figures".formatted(entitled,
								this.reported)));
			}
		}
		if (stated() > entitled) {
			problems.add(new Problem("votes", "The figures add up to " + stated() + ", but " + entitled
					+ " practices are entitled to vote in this locality. Lower them by " + (stated() - entitled)));
		}
		else if (stated() == 0 && this.notStated == null) {
			problems.add(new Problem("votes", "Enter how the practices voted"));
		}
		return problems;
	}

	/**
	 * Something that cannot be returned.
	 *
	 * @param field which figure: "votes", "votes[joint]", "notStated", "asSaid"
	 * @param message what is wrong and how to put it right
	 */
	record Problem(String field, String message) {
	}

}
