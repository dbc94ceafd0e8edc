package org.mandate.voting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Declares a result: the verdict in a sentence, the sums that show it, and what would
 * change it.
 */
final class Declaration {

	private final Rule rule;

	private final BallotKind kind;

	private final Division division;

	private final List<Choice> choices;

	private final List<UnitOutcome> units;

	private final Evaluation evaluation;

	Declaration(BallotRecord ballot, List<UnitOutcome> units) {
		this.rule = ballot.rule();
		this.kind = ballot.kind();
		this.division = ballot.division();
		this.choices = ballot.choices();
		this.units = units;
		this.evaluation = new Evaluation(this.rule, this.kind, this.choices, ballot.proposed(), units);
	}

	Verdict verdict() {
		Evaluation.Finding finding = this.evaluation.finding();
		List<String> sums = new ArrayList<>(turnouts());
		for (Choice choice : this.choices) {
			if (finding.choice() == null || choice.code().equals(finding.choice())) {
				sums.addAll(sums(choice));
			}
		}
		return new Verdict(finding.state(), finding.choice(), sentence(finding), sums, margin(finding).orElse(null));
	}

	private String sentence(Evaluation.Finding finding) {
		String choice = finding.choice();
		String subject = (this.kind == BallotKind.REFERENDUM) ? "The motion"
				: Optional.ofNullable(choice).map(this::name).orElse("No choice");
		return switch (finding.state()) {
			case CARRIED -> subject + " is carried.";
			case NOT_CARRIED -> subject + ((choice != null) ? " is not carried." : " is carried.");
			case NOT_QUORATE -> "The vote is not quorate: too few practices took part.";
			case NOT_YET_KNOWN -> "Whether the ballot is carried cannot be known yet: returns are awaited.";
			case CANNOT_BE_KNOWN ->
				"Whether the ballot is carried cannot be known from what was returned: it depends on numbers that were not stated.";
		};
	}

	private List<String> turnouts() {
		List<String> turnouts = new ArrayList<>();
		Quorum quorum = this.rule.quorum();
		if (quorum.overall()) {
			turnouts.add("Turnout: " + turnout(this.units.stream().mapToInt(Evaluation::leastCast).sum(),
					this.units.stream().mapToInt(Evaluation::mostCast).sum(),
					this.units.stream().mapToInt(UnitOutcome::entitled).sum()));
		}
		if (quorum.everyUnit()) {
			for (UnitOutcome unit : this.units) {
				turnouts.add("%s, turnout: %s".formatted(unit.name(),
						turnout(Evaluation.leastCast(unit), Evaluation.mostCast(unit), unit.entitled())));
			}
		}
		return turnouts;
	}

	private String turnout(int least, int most, int entitled) {
		int needed = this.rule.quorum().needed(entitled);
		String state = (least >= needed) ? "quorate" : ((most >= needed) ? "not known" : "not quorate");
		String cast = (least == most) ? share(least, entitled)
				: "from %s to %s".formatted(share(least, entitled), share(most, entitled));
		return "%s; %d%% needs %d: %s.".formatted(cast, this.rule.quorum().percentage(), needed, state);
	}

	private static String share(int cast, int entitled) {
		return new Standing(cast, entitled).toString();
	}

	private List<String> sums(Choice choice) {
		List<String> sums = new ArrayList<>();
		if (this.rule.scope() == Rule.Scope.OVERALL) {
			sums.add(choice.shortName() + ": " + sum(choice.code(), null));
			return sums;
		}
		long reached = 0;
		for (UnitOutcome unit : this.units) {
			reached += this.evaluation.bounds(choice.code(), unit).certain() ? 1 : 0;
			sums.add(unit.name() + ", " + choice.shortName() + ": " + sum(choice.code(), unit));
		}
		int needed = this.rule.needed(this.units.size());
		sums.add("%s is certain in %d of %d %s; %d %s needed.".formatted(choice.shortName(), reached, this.units.size(),
				(this.units.size() == 1) ? this.division.unit() : this.division.units(), needed,
				(needed == 1) ? "is" : "are"));
		return sums;
	}

	private String sum(String choice, @Nullable UnitOutcome unit) {
		Evaluation.Bounds bounds = this.evaluation.bounds(choice, unit);
		String outcome = bounds.certain() ? "reached" : (bounds.possible() ? "not known" : "not reached");
		if (unit != null && Evaluation.mostCast(unit) < this.evaluation.quorum(unit)) {
			outcome = "does not count, because the " + this.division.unit() + " is not quorate";
		}
		String unitOfCount = (this.rule.weight().weighted() ? "of the votes " : "") + this.rule.base().shortLabel();
		if (bounds.least().equals(bounds.most())) {
			return "%s %s; %s: %s.".formatted(bounds.least(), unitOfCount, asked(bounds.least()), outcome);
		}
		return "from %s to %s %s; %s in the first case, %s in the second: %s.".formatted(bounds.least(), bounds.most(),
				unitOfCount, asked(bounds.least()), asked(bounds.most()), outcome);
	}

	private String asked(Standing standing) {
		return switch (this.rule.threshold()) {
			case PLURALITY -> "more than any other choice is needed";
			case AT_LEAST -> "%d%% needs %,d".formatted(this.rule.percentage(), this.rule.needed(standing.base()));
			default -> "%s needs %,d".formatted(this.rule.threshold().label(), this.rule.needed(standing.base()));
		};
	}

	/** Only where every figure is known. */
	private Optional<Margin> margin(Evaluation.Finding finding) {
		if (!this.units.stream().allMatch(UnitOutcome::known)) {
			return Optional.empty();
		}
		Switching switching = new Switching(this.rule, this.evaluation.mustLead(), this.choices, this.units);
		return switch (finding.state()) {
			case CARRIED -> Optional.ofNullable(finding.choice())
				.flatMap(switching::against)
				.map((switches) -> margin(switches, "would have had to vote otherwise for it not to be carried"));
			case NOT_CARRIED -> !switching.canTell() ? Optional.empty() : Optional.of(this.evaluation.candidates()
				.stream()
				.flatMap((choice) -> switching.towards(choice)
					.map((switches) -> margin(switches, "would have had to vote for " + shortName(choice) + " instead"))
					.stream())
				.min(Comparator.comparingInt(Margin::practices))
				.orElseGet(() -> new Margin(0, List.of(),
						"No change of the votes that were cast would have carried it.")));
			case NOT_QUORATE -> Optional.of(missing());
			default -> Optional.empty();
		};
	}

	private Margin margin(Switching.Switches switches, String change) {
		List<String> names = this.units.stream().filter(switches.units()::contains).map(UnitOutcome::name).toList();
		boolean exactly = names.size() <= switches.practices()
				&& (this.rule.weight().weighted() || this.rule.scope() != Rule.Scope.OVERALL);
		String where = (names.size() == this.units.size() && this.units.size() > 1 && !exactly)
				? "in any " + this.division.unit() : "in " + (exactly ? Paragraph.and(names) : or(names));
		return new Margin(switches.practices(), names,
				"%s, %s, %s.".formatted(practices(switches.practices()), where, change));
	}

	/** How many more practices would have had to take part. */
	private Margin missing() {
		List<String> lacking = new ArrayList<>();
		int practices = 0;
		if (this.rule.quorum().overall()) {
			practices = this.evaluation.turnoutNeeded() - this.units.stream().mapToInt(Evaluation::mostCast).sum();
		}
		for (UnitOutcome unit : this.units) {
			int more = this.evaluation.quorum(unit) - Evaluation.mostCast(unit);
			if (more > 0) {
				practices += more;
				lacking.add(unit.name());
			}
		}
		return new Margin(practices, lacking,
				practices(practices) + (lacking.isEmpty() ? "" : " in " + Paragraph.and(lacking))
						+ " more would have had to take part for the vote to be quorate.");
	}

	private static String practices(int number) {
		return (number == 1) ? "1 practice" : "%,d practices".formatted(number);
	}

	private static String or(List<String> names) {
		return (names.size() < 2) ? String.join("", names)
				: String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
	}

	private String name(String code) {
		return choice(code).map(Choice::name).orElse(code);
	}

	private String shortName(String code) {
		return choice(code).map(Choice::shortName).orElse(code);
	}

	private Optional<Choice> choice(String code) {
		return this.choices.stream().filter((choice) -> choice.code().equals(code)).findFirst();
	}

}
