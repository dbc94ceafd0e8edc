package org.mandate.voting;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The figures of all units together. A sum is exact only if each of its parts is.
 *
 * @param units the units
 */
public record Totals(List<UnitOutcome> units) {

	public Totals {
		units = List.copyOf(units);
	}

	private Figure sum(Function<UnitOutcome, Figure> figure) {
		return Figure.sum(this.units.stream().map(figure));
	}

	/** Practices entitled to vote. */
	public int entitled() {
		return this.units.stream().mapToInt(UnitOutcome::entitled).sum();
	}

	/** Registered patients of the practices entitled. */
	public int patients() {
		return this.units.stream().mapToInt(UnitOutcome::patients).sum();
	}

	/** Votes for a choice. */
	public Figure votes(String choice) {
		return sum((unit) -> unit.votes(choice));
	}

	/** Abstentions. */
	public Figure abstained() {
		return sum(UnitOutcome::abstained);
	}

	/** Spoilt votes. */
	public Figure spoilt() {
		return sum(UnitOutcome::spoilt);
	}

	/** Kept out by a conflict of interest. */
	public Figure conflictedOut() {
		return sum(UnitOutcome::conflictedOut);
	}

	/** Known to have been absent. */
	public Figure absent() {
		return sum(UnitOutcome::absent);
	}

	/** Entitled, and nothing known of them. */
	public Figure notReturned() {
		return sum(UnitOutcome::notReturned);
	}

	/** Votes for choices. */
	public Figure expressed() {
		return sum(UnitOutcome::expressed);
	}

	/** Votes for choices, abstentions and spoilt votes. */
	public Figure cast() {
		return sum(UnitOutcome::cast);
	}

	/** Cast of entitled; null where what was cast is not known. */
	public @Nullable Share turnout() {
		return (cast().exact() && entitled() > 0) ? new Share(cast().number(), entitled()) : null;
	}

	/** A choice's share of the votes cast; null where it cannot be computed. */
	public @Nullable Share shareOfCast(String choice) {
		return UnitOutcome.share(votes(choice), cast());
	}

	/** A choice's share of the votes for choices; null where it cannot be computed. */
	public @Nullable Share shareOfExpressed(String choice) {
		return UnitOutcome.share(votes(choice), expressed());
	}

	/** How many units' returns count. */
	public long accepted() {
		return this.units.stream().filter((unit) -> unit.state() == UnitOutcome.State.ACCEPTED).count();
	}

	/** Whether a unit stated no number for a choice. */
	public boolean incomplete() {
		return this.units.stream().anyMatch((unit) -> unit.figures().incomplete());
	}

}
