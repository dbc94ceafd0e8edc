package org.mandate.voting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Evaluates a rule on the figures of the units. Where numbers are not known, the verdict
 * holds for every way to complete them: carried if every completion carries, not carried
 * if none does.
 * <p>
 * It never lists the completions. A vote for a choice never hurts it, a vote for another
 * never helps it and only adds to the turnout, so the least favourable completion bounds
 * all others; in the most favourable one just enough of the others vote to make the
 * quorum.
 */
final class Evaluation {

	private final Rule rule;

	private final List<String> choices;

	private final boolean mustLead;

	private final @Nullable String proposed;

	private final List<UnitOutcome> units;

	Evaluation(Rule rule, BallotKind kind, List<Choice> choices, @Nullable String proposed, List<UnitOutcome> units) {
		this.rule = rule;
		this.choices = choices.stream().map(Choice::code).toList();
		this.mustLead = kind == BallotKind.CHOOSE || rule.threshold() == Rule.Threshold.PLURALITY;
		this.proposed = proposed;
		this.units = units;
	}

	/**
	 * What can be said of one choice in some units.
	 *
	 * @param least its standing in the least favourable completion
	 * @param most its standing in the most favourable one
	 * @param certain whether every completion reaches the threshold, and the quorum where
	 * each unit needs it
	 * @param possible whether one does
	 */
	record Bounds(Standing least, Standing most, boolean certain, boolean possible) {
	}

	/**
	 * The verdict.
	 *
	 * @param state what can be said
	 * @param choice the choice that is carried, or that was put; null where there is none
	 */
	record Finding(Verdict.State state, @Nullable String choice) {
	}

	Finding finding() {
		if (!quorumPossible()) {
			return new Finding(Verdict.State.NOT_QUORATE, this.proposed);
		}
		boolean open = false;
		for (String candidate : candidates()) {
			if (isCertain(candidate)) {
				return new Finding(Verdict.State.CARRIED, candidate);
			}
			open = open || isPossible(candidate);
		}
		if (!open) {
			return new Finding(Verdict.State.NOT_CARRIED, this.proposed);
		}
		boolean awaited = this.units.stream().anyMatch(UnitOutcome::open);
		return new Finding(awaited ? Verdict.State.NOT_YET_KNOWN : Verdict.State.CANNOT_BE_KNOWN, this.proposed);
	}

	List<String> candidates() {
		return (this.proposed != null) ? List.of(this.proposed) : this.choices;
	}

	/** Whether every other choice must have fewer votes, whatever the share. */
	boolean mustLead() {
		return this.mustLead;
	}

	private int unitsNeeded() {
		return this.rule.needed(this.units.size());
	}

	/** How many practices must have voted in all; 0 without such a quorum. */
	int turnoutNeeded() {
		return this.rule.quorum().overall() ? this.rule.quorum().needed(entitled()) : 0;
	}

	private int entitled() {
		return this.units.stream().mapToInt(UnitOutcome::entitled).sum();
	}

	/** Whether a completion has the turnout without which nothing can be carried. */
	private boolean quorumPossible() {
		if (this.units.stream().mapToInt(Evaluation::mostCast).sum() < turnoutNeeded()) {
			return false;
		}
		long quorate = this.units.stream().filter((unit) -> mostCast(unit) >= quorum(unit)).count();
		return quorate >= ((this.rule.scope() == Rule.Scope.OVERALL) ? this.units.size() : unitsNeeded());
	}

	private boolean isCertain(String choice) {
		if (this.units.stream().mapToInt(Evaluation::leastCast).sum() < turnoutNeeded()) {
			return false;
		}
		if (this.rule.scope() == Rule.Scope.OVERALL) {
			return certain(choice, this.units);
		}
		return !this.units.isEmpty()
				&& this.units.stream().filter((unit) -> certain(choice, List.of(unit))).count() >= unitsNeeded();
	}

	private boolean isPossible(String choice) {
		return (this.rule.scope() == Rule.Scope.OVERALL) ? possibleInAll(choice) : possibleInUnits(choice);
	}

	/** The bounds of one choice, in the total or in one unit. */
	Bounds bounds(String choice, @Nullable UnitOutcome unit) {
		List<UnitOutcome> some = (unit != null) ? List.of(unit) : this.units;
		Standing most = Standing.sum(some.stream().map((each) -> most(each, choice, missing(each).least())).toList());
		return new Bounds(least(choice, some), most, certain(choice, some),
				(unit != null) ? mostCastCarrying(unit, choice) >= 0 : possibleInAll(choice));
	}

	private boolean certain(String choice, List<UnitOutcome> some) {
		if (some.stream().anyMatch((unit) -> leastCast(unit) < quorum(unit))
				|| !least(choice, some).reaches(this.rule)) {
			return false;
		}
		long votes = votes(choice, some) + missingFor(choice, some, false);
		return !this.mustLead || rivals(choice).stream()
			.allMatch((rival) -> votes > votes(rival, some) + open(some) + missingFor(rival, some, true));
	}

	private Standing least(String choice, List<UnitOutcome> some) {
		return Standing.sum(some.stream().map((unit) -> least(unit, choice)).toList());
	}

	/**
	 * Whether a completion carries a choice in the total. Of those who may have voted for
	 * another choice just so many do as the quorum asks for.
	 */
	private boolean possibleInAll(String choice) {
		Standing most = new Standing(0, 0);
		int cast = 0;
		for (UnitOutcome unit : this.units) {
			if (mostCast(unit) < quorum(unit)) {
				return false;
			}
			most = most.plus(most(unit, choice, forced(unit, choice)));
			cast += castWhen(unit, choice, forced(unit, choice));
		}
		int more = Math.max(0, turnoutNeeded() - cast);
		Standing completed = (this.rule.base() == Rule.Base.ENTITLED) ? most
				: new Standing(most.votes(), most.base() + more);
		if (!completed.reaches(this.rule)) {
			return false;
		}
		long room = 0;
		for (String rival : rivals(choice)) {
			long has = votes(rival, this.units) + this.units.stream()
				.filter((unit) -> rival.equals(unit.figures().notStated()))
				.mapToLong((unit) -> forced(unit, choice))
				.sum();
			long may = this.units.stream()
				.filter((unit) -> rival.equals(unit.figures().notStated()))
				.mapToLong((unit) -> missing(unit).most() - forced(unit, choice))
				.sum();
			if (this.mustLead && has >= most.votes()) {
				return false;
			}
			room += this.mustLead ? Math.min(may, most.votes() - 1 - has) : may;
		}
		return more <= room;
	}

	/**
	 * Votes for another choice without which a unit has no quorum; at least the least.
	 */
	private int forced(UnitOutcome unit, String choice) {
		Reported.Range missing = missing(unit);
		return missingIsFor(unit, choice) ? missing.most()
				: Math.max(missing.least(), Math.min(missing.most(), quorum(unit) - unit.figures().cast()));
	}

	/**
	 * Whether a completion carries a choice in as many units as are needed and has the
	 * turnout in all: those units are chosen that cost the least turnout.
	 */
	private boolean possibleInUnits(String choice) {
		List<Integer> costs = this.units.stream()
			.filter((unit) -> mostCastCarrying(unit, choice) >= 0)
			.map((unit) -> mostCast(unit) - mostCastCarrying(unit, choice))
			.sorted()
			.toList();
		if (this.units.isEmpty() || costs.size() < unitsNeeded()) {
			return false;
		}
		int cost = costs.stream().limit(unitsNeeded()).mapToInt(Integer::intValue).sum();
		return this.units.stream().mapToInt(Evaluation::mostCast).sum() - cost >= turnoutNeeded();
	}

	/**
	 * The most votes cast in a completion that carries a choice in a unit; -1 if none.
	 */
	private int mostCastCarrying(UnitOutcome unit, String choice) {
		Reported.Range missing = missing(unit);
		for (int more = missing.most(); more >= missing.least(); more--) {
			int cast = castWhen(unit, choice, more);
			if (cast >= quorum(unit) && most(unit, choice, more).reaches(this.rule) && leads(unit, choice, more)) {
				return cast;
			}
		}
		return -1;
	}

	private boolean leads(UnitOutcome unit, String choice, int more) {
		long votes = most(unit, choice, more).votes();
		return !this.mustLead || rivals(choice).stream()
			.allMatch((rival) -> votes > votes(rival, List.of(unit)) + (missingIsFor(unit, rival) ? more : 0));
	}

	private List<String> rivals(String choice) {
		return this.choices.stream().filter((rival) -> !rival.equals(choice)).toList();
	}

	private long votes(String choice, List<UnitOutcome> some) {
		return some.stream().mapToLong((unit) -> votes(unit, choice)).sum();
	}

	private static long open(List<UnitOutcome> some) {
		return some.stream().mapToLong(Evaluation::open).sum();
	}

	private static long missingFor(String choice, List<UnitOutcome> some, boolean most) {
		return some.stream()
			.filter((unit) -> missingIsFor(unit, choice))
			.mapToLong((unit) -> most ? missing(unit).most() : missing(unit).least())
			.sum();
	}

	private static boolean missingIsFor(UnitOutcome unit, String choice) {
		return choice.equals(unit.figures().notStated());
	}

	private static Reported.Range missing(UnitOutcome unit) {
		return unit.missing();
	}

	/** Everybody of whom nothing is known votes otherwise. */
	private Standing least(UnitOutcome unit, String choice) {
		Reported.Range missing = missing(unit);
		int own = missingIsFor(unit, choice) ? missing.least() : 0;
		return new Standing(votes(unit, choice) + own,
				base(unit, open(unit) + (missingIsFor(unit, choice) ? own : missing.most())));
	}

	/** Everybody of whom nothing is known votes for it. */
	private Standing most(UnitOutcome unit, String choice, int missing) {
		long own = open(unit) + (missingIsFor(unit, choice) ? missing(unit).most() : 0);
		return new Standing(votes(unit, choice) + own, base(unit, missingIsFor(unit, choice) ? own : own + missing));
	}

	private static long votes(UnitOutcome unit, String choice) {
		return (unit.weights() != null) ? unit.weights().of(choice) : unit.figures().of(choice);
	}

	/** The votes of those of whom nothing is known. */
	private static long open(UnitOutcome unit) {
		return (unit.open() && unit.weights() != null) ? unit.weights().total() : unit.unknown();
	}

	private long base(UnitOutcome unit, long more) {
		Weights weights = unit.weights();
		return switch (this.rule.base()) {
			case EXPRESSED -> ((weights != null) ? weights.expressed() : unit.figures().expressed()) + more;
			case CAST -> ((weights != null) ? weights.cast() : unit.figures().cast()) + more;
			case ENTITLED -> (weights != null) ? weights.total() : unit.entitled();
		};
	}

	/** How many practices a unit needs for its own quorum; 0 without such a quorum. */
	int quorum(UnitOutcome unit) {
		return this.rule.quorum().everyUnit() ? this.rule.quorum().needed(unit.entitled()) : 0;
	}

	static int leastCast(UnitOutcome unit) {
		return unit.figures().cast() + missing(unit).least();
	}

	static int mostCast(UnitOutcome unit) {
		return unit.open() ? unit.entitled() : unit.figures().cast() + missing(unit).most();
	}

	private static int castWhen(UnitOutcome unit, String choice, int missing) {
		return missingIsFor(unit, choice) ? mostCast(unit)
				: (unit.open() ? unit.entitled() : unit.figures().cast() + missing);
	}

	/** Votes of every choice in one unit or in all, when every figure is known. */
	Map<String, Long> stated(@Nullable UnitOutcome unit) {
		List<UnitOutcome> some = (unit != null) ? List.of(unit) : this.units;
		return this.choices.stream().collect(Collectors.toMap((choice) -> choice, (choice) -> votes(choice, some)));
	}

}
