package org.mandate.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Evaluates a rule on the figures of the units. Where numbers are not known, the verdict
 * holds for every way to complete them: a vote more for the choice never hurts it, and a
 * vote more for another never helps it, so the least and the most favourable completion
 * bound all others.
 */
final class Evaluation {

	private final Rule rule;

	private final BallotKind kind;

	private final List<Choice> choices;

	private final @Nullable String proposed;

	private final List<UnitOutcome> units;

	Evaluation(Rule rule, BallotKind kind, List<Choice> choices, @Nullable String proposed, List<UnitOutcome> units) {
		this.rule = rule;
		this.kind = kind;
		this.choices = choices;
		this.proposed = proposed;
		this.units = units;
	}

	/** How a choice stands in some units, in one completion. */
	private record Standing(int votes, int base) {

		Standing plus(Standing other) {
			return new Standing(this.votes + other.votes, this.base + other.base);
		}

		@Override
		public String toString() {
			return (this.base > 0) ? new Share(this.votes, this.base).toString() : "0 of 0";
		}

	}

	/** What can be said of one choice in some units. */
	private record Bounds(Standing least, Standing most, boolean certain, boolean possible) {
	}

	Verdict verdict() {
		List<String> candidates = (this.proposed != null) ? List.of(this.proposed)
				: this.choices.stream().map(Choice::code).toList();
		boolean open = false;
		for (String candidate : candidates) {
			Answer answer = answer(candidate);
			if (answer.certain()) {
				return verdict(Verdict.State.CARRIED, candidate);
			}
			open = open || answer.possible();
		}
		if (!open) {
			return verdict(Verdict.State.NOT_CARRIED, this.proposed);
		}
		boolean awaited = this.units.stream().anyMatch(UnitOutcome::open);
		return verdict(awaited ? Verdict.State.NOT_YET_KNOWN : Verdict.State.CANNOT_BE_KNOWN, this.proposed);
	}

	private record Answer(boolean certain, boolean possible) {
	}

	private Answer answer(String choice) {
		if (this.rule.scope() == Rule.Scope.OVERALL) {
			Bounds bounds = bounds(choice, this.units);
			return new Answer(bounds.certain(), bounds.possible());
		}
		int needed = unitsNeeded();
		long certain = this.units.stream().filter((unit) -> bounds(choice, List.of(unit)).certain()).count();
		long possible = this.units.stream().filter((unit) -> bounds(choice, List.of(unit)).possible()).count();
		return new Answer(certain >= needed && !this.units.isEmpty(), possible >= needed && !this.units.isEmpty());
	}

	private int unitsNeeded() {
		Integer needed = this.rule.unitsNeeded();
		return (needed != null) ? needed : this.units.size();
	}

	private Bounds bounds(String choice, List<UnitOutcome> some) {
		Standing least = some.stream().map((unit) -> least(unit, choice)).reduce(new Standing(0, 0), Standing::plus);
		Standing most = some.stream().map((unit) -> most(unit, choice)).reduce(new Standing(0, 0), Standing::plus);
		boolean certain = reaches(least);
		boolean possible = reaches(most);
		if (this.rule.threshold() == Rule.Threshold.PLURALITY || this.kind == BallotKind.CHOOSE) {
			for (Choice rival : this.choices) {
				if (!rival.code().equals(choice)) {
					certain = certain && stated(some, choice) > stated(some, rival.code()) + openTo(some, rival.code());
					possible = possible && stated(some, choice) + openTo(some, choice) > stated(some, rival.code());
				}
			}
		}
		return new Bounds(least, most, certain, possible);
	}

	private boolean reaches(Standing standing) {
		return standing.base() > 0 && standing.votes() >= this.rule.needed(standing.base());
	}

	private static int stated(List<UnitOutcome> some, String choice) {
		return some.stream().mapToInt((unit) -> unit.figures().of(choice)).sum();
	}

	/** How many practices of unknown vote may have voted for a choice. */
	private static int openTo(List<UnitOutcome> some, String choice) {
		return some.stream().filter((unit) -> mayBeFor(unit, choice)).mapToInt(UnitOutcome::unknown).sum();
	}

	private static boolean mayBeFor(UnitOutcome unit, String choice) {
		return unit.open() || choice.equals(unit.figures().notStated());
	}

	private Standing least(UnitOutcome unit, String choice) {
		boolean onlyForThis = !unit.open() && choice.equals(unit.figures().notStated());
		int against = onlyForThis ? 0 : unit.unknown();
		return new Standing(unit.figures().of(choice), base(unit, against));
	}

	private Standing most(UnitOutcome unit, String choice) {
		int gained = mayBeFor(unit, choice) ? unit.unknown() : 0;
		return new Standing(unit.figures().of(choice) + gained, base(unit, gained));
	}

	private int base(UnitOutcome unit, int more) {
		return switch (this.rule.base()) {
			case EXPRESSED -> unit.figures().expressed() + more;
			case CAST -> unit.figures().cast() + more;
			case ENTITLED -> unit.entitled();
		};
	}

	private Verdict verdict(Verdict.State state, @Nullable String choice) {
		String subject = Optional.ofNullable(choice).map(this::name).orElse("No choice");
		String sentence = switch (state) {
			case CARRIED -> subject + " is carried.";
			case NOT_CARRIED -> (choice != null) ? subject + " is not carried." : "No choice is carried.";
			case NOT_YET_KNOWN -> "Whether the ballot is carried cannot be known yet: returns are awaited.";
			case CANNOT_BE_KNOWN ->
				"Whether the ballot is carried cannot be known from what was returned: it depends on numbers that were not stated.";
		};
		List<String> sums = new ArrayList<>();
		for (Choice each : this.choices) {
			if (choice == null || each.code().equals(choice)) {
				sums.addAll(sums(each));
			}
		}
		return new Verdict(state, choice, sentence, sums);
	}

	private List<String> sums(Choice choice) {
		List<String> sums = new ArrayList<>();
		if (this.rule.scope() == Rule.Scope.OVERALL) {
			sums.add(choice.shortName() + ": " + sum(bounds(choice.code(), this.units)));
			return sums;
		}
		long reached = 0;
		for (UnitOutcome unit : this.units) {
			Bounds bounds = bounds(choice.code(), List.of(unit));
			reached += bounds.certain() ? 1 : 0;
			sums.add(unit.name() + ", " + choice.shortName() + ": " + sum(bounds));
		}
		sums.add("%s is certain in %d of %d localities; %d %s needed.".formatted(choice.shortName(), reached,
				this.units.size(), unitsNeeded(), (unitsNeeded() == 1) ? "is" : "are"));
		return sums;
	}

	private String sum(Bounds bounds) {
		String outcome = bounds.certain() ? "reached" : (bounds.possible() ? "not known" : "not reached");
		if (bounds.least().equals(bounds.most())) {
			return "%s %s; %s: %s.".formatted(bounds.least(), this.rule.base().shortLabel(), asked(bounds.least()),
					outcome);
		}
		return "from %s to %s %s; %s in the first case, %s in the second: %s.".formatted(bounds.least(), bounds.most(),
				this.rule.base().shortLabel(), asked(bounds.least()), asked(bounds.most()), outcome);
	}

	private String asked(Standing standing) {
		if (this.rule.threshold() == Rule.Threshold.PLURALITY) {
			return "more than any other choice is needed";
		}
		String base = switch (this.rule.threshold()) {
			case AT_LEAST -> this.rule.percentage() + "%";
			default -> this.rule.threshold().label();
		};
		return base + " needs " + this.rule.needed(standing.base());
	}

	private String name(String code) {
		return this.choices.stream()
			.filter((choice) -> choice.code().equals(code))
			.map(Choice::name)
			.findFirst()
			.orElse(code);
	}

}
