package org.mandate.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * A result as its page and the paper show it: the chart beside the table.
 *
 * @param outcome the figures
 * @param earlier those of the round before; null if there was none
 */
public record ResultView(Outcome outcome, @Nullable Outcome earlier) {

	public ResultView(Outcome outcome) {
		this(outcome, null);
	}

	/** What a unit's votes weigh, as shown; "–" while nothing of it counts. */
	public record WeightRow(String name, boolean total, String all, List<String> votes, String expressed, String cast) {
	}

	/** A kind of vote in the round before and in this one. */
	public record RoundRow(String name, String then, String now) {
	}

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
		if (!unit.known()) {
			return new Bar(unit.name(), null, "Number not stated: “" + unit.figures().asSaid() + "”");
		}
		List<Integer> counts = new ArrayList<>();
		this.outcome.ballot().choices().forEach((choice) -> counts.add(unit.votes(choice.code()).number()));
		counts.add(unit.figures().abstained() + unit.figures().spoilt());
		counts.add(unit.entitled() - unit.cast().number());
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

	/** Units that voted again. */
	public List<BallotRecord.UnitRecord> revotes() {
		return this.outcome.ballot().units().stream().filter((unit) -> unit.revote() != null).toList();
	}

	/**
	 * What the votes weigh, unit by unit and in all; empty where practices weigh alike.
	 */
	public List<WeightRow> weights() {
		List<WeightRow> rows = new ArrayList<>();
		List<Weights> counted = new ArrayList<>();
		for (UnitOutcome unit : this.outcome.units()) {
			Weights weights = unit.weights();
			if (weights != null) {
				rows.add(row(unit.name(), false, List.of(weights), unit.open()));
				counted.add(weights);
			}
		}
		if (!counted.isEmpty()) {
			rows.add(row("Total", true, counted, false));
		}
		return rows;
	}

	private WeightRow row(String name, boolean total, List<Weights> weights, boolean open) {
		List<String> votes = this.outcome.ballot()
			.choices()
			.stream()
			.map((choice) -> shown(weights, (each) -> each.of(choice.code()), open))
			.toList();
		return new WeightRow(name, total, shown(weights, Weights::total, false), votes,
				shown(weights, Weights::expressed, open), shown(weights, Weights::cast, open));
	}

	private static String shown(List<Weights> weights, ToLongFunction<Weights> votes, boolean open) {
		return open ? "–" : "%,d".formatted(weights.stream().mapToLong(votes).sum());
	}

	/** The votes for what was on offer in both rounds, then turnout. */
	public List<RoundRow> rounds() {
		Outcome before = this.earlier;
		if (before == null) {
			return List.of();
		}
		List<RoundRow> rows = new ArrayList<>();
		Totals then = before.totals();
		Totals now = this.outcome.totals();
		for (Choice choice : this.outcome.ballot().choices()) {
			boolean offered = before.ballot().choices().stream().anyMatch((each) -> each.code().equals(choice.code()));
			rows.add(new RoundRow(choice.name(), offered ? then.votes(choice.code()).toString() : "not on offer",
					now.votes(choice.code()).toString()));
		}
		rows.add(new RoundRow("Abstained", then.abstained().toString(), now.abstained().toString()));
		rows.add(new RoundRow("Cast", then.cast().toString(), now.cast().toString()));
		rows.add(new RoundRow("Entitled", Integer.toString(then.entitled()), Integer.toString(now.entitled())));
		return rows;
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
		return (choice.equals(unit.figures().notStated()) && !unit.known()) ? notStated(unit)
				: unit.votes(choice).toString();
	}

	private static String notStated(UnitOutcome unit) {
		Reported reported = unit.figures().reported();
		Reported.Range missing = unit.missing();
		return (reported == null) ? "number not stated"
				: "%d to %d (%s%%)".formatted(missing.least(), missing.most(), reported.percentage().toPlainString());
	}

	/** A figure of a unit, or a dash while nothing of it counts. */
	public String cell(UnitOutcome unit, Figure figure) {
		return unit.open() ? "–" : (figure.exact() ? figure.toString() : "not known");
	}

}
