package org.mandate.voting;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A result as its page and the paper show it: the chart beside the table.
 *
 * @param outcome the figures
 */
public record ResultView(Outcome outcome) {

	/**
	 * One bar of the chart: counts in the order of {@link #legend()}, null if not stated.
	 */
	public record Bar(String label, @Nullable List<Integer> counts, @Nullable String note) {
	}

	/** A version that replaced an accepted one. */
	public record Correction(BallotRecord.UnitRecord unit, EnteredFigures before, EnteredFigures after) {
	}

	/** What the colours of the chart stand for. */
	public List<String> legend() {
		List<String> legend = new ArrayList<>(this.outcome.ballot().choices().stream().map(Choice::shortName).toList());
		legend.add("Abstained");
		legend.add("Did not vote");
		return legend;
	}

	/** One bar a unit. */
	public List<Bar> bars() {
		return this.outcome.units().stream().map(this::bar).toList();
	}

	private Bar bar(UnitOutcome unit) {
		if (unit.open()) {
			return new Bar(unit.name(), null, unit.state().label());
		}
		if (unit.unknown() > 0) {
			return new Bar(unit.name(), null, "Number not stated: “" + unit.figures().asSaid() + "”");
		}
		List<Integer> counts = new ArrayList<>();
		this.outcome.ballot().choices().forEach((choice) -> counts.add(unit.figures().of(choice.code())));
		counts.add(unit.figures().abstained() + unit.figures().spoilt());
		counts.add(unit.entitled() - unit.figures().cast());
		return new Bar(unit.name(), counts, (unit.filled() > 0) ? unit.filled() + " from the register" : null);
	}

	/** What a reader should take away from the chart. */
	public String finding() {
		return this.outcome.verdict().sentence() + " " + this.outcome.reading().meaning();
	}

	/** Accepted figures that were corrected, oldest first. */
	public List<Correction> corrections() {
		List<Correction> corrections = new ArrayList<>();
		for (BallotRecord.UnitRecord unit : this.outcome.ballot().units()) {
			List<EnteredFigures> accepted = unit.accepted();
			for (int i = 1; i < accepted.size(); i++) {
				corrections.add(new Correction(unit, accepted.get(i - 1), accepted.get(i)));
			}
		}
		return corrections;
	}

	/** Whether figures like spoilt votes, conflicts or absences occur at all. */
	public boolean rare() {
		return this.outcome.units()
			.stream()
			.anyMatch((unit) -> unit.figures().spoilt() + unit.figures().conflictedOut() + unit.figures().absent() > 0);
	}

	/**
	 * How a choice's figure in a unit reads: "9", "number not stated", "–" while open.
	 */
	public String cell(UnitOutcome unit, String choice) {
		if (unit.open()) {
			return "–";
		}
		return choice.equals(unit.figures().notStated()) ? "number not stated" : unit.votes(choice).toString();
	}

	/** A figure of a unit, or a dash while nothing of it counts. */
	public String cell(UnitOutcome unit, Figure figure) {
		return unit.open() ? "–" : (figure.exact() ? figure.toString() : "not known");
	}

}
