package org.mandate.voting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest practices that would have to vote otherwise to change the verdict,
 * when every figure is known. A practice that cast a vote may switch it to another
 * choice; who did not vote is left out, so that the turnout stays as it is.
 */
final class Switching {

	private final Rule rule;

	private final boolean mustLead;

	private final List<String> choices;

	private final List<UnitOutcome> units;

	Switching(Rule rule, boolean mustLead, List<Choice> choices, List<UnitOutcome> units) {
		this.rule = rule;
		this.mustLead = mustLead;
		this.choices = choices.stream().map(Choice::code).toList();
		this.units = units;
	}

	/**
	 * Switches that suffice.
	 *
	 * @param practices how many
	 * @param units in which units; all that could be meant where it does not matter
	 */
	record Switches(int practices, Set<UnitOutcome> units) {

		private static final Switches NONE = new Switches(0, Set.of());

		Switches and(Switches more) {
			Set<UnitOutcome> all = new LinkedHashSet<>(this.units);
			all.addAll(more.units);
			return new Switches(this.practices + more.practices, all);
		}

	}

	/** A practice that cast a vote. */
	private record Voter(UnitOutcome unit, @Nullable String choice, long votes) {
	}

	/** The fewest switches after which a choice is no longer carried. */
	Optional<Switches> against(String choice) {
		if (this.rule.scope() == Rule.Scope.OVERALL) {
			return away(choice, this.units);
		}
		List<Switches> each = new ArrayList<>();
		int carried = 0;
		for (UnitOutcome unit : this.units) {
			if (carries(choice, unit)) {
				carried++;
				away(choice, List.of(unit)).ifPresent(each::add);
			}
		}
		return cheapest(each, carried - this.rule.needed(this.units.size()) + 1);
	}

	/**
	 * The fewest switches to a choice after which it is carried; empty if none suffice,
	 * or if that {@linkplain #canTell() cannot be told}.
	 */
	Optional<Switches> towards(String choice) {
		if (this.rule.scope() == Rule.Scope.OVERALL) {
			return to(choice, this.units);
		}
		List<Switches> each = new ArrayList<>();
		int carried = 0;
		for (UnitOutcome unit : this.units) {
			if (carries(choice, unit)) {
				carried++;
			}
			else if (quorate(unit)) {
				to(choice, List.of(unit)).ifPresent(each::add);
			}
		}
		return cheapest(each, this.rule.needed(this.units.size()) - carried);
	}

	private static Optional<Switches> cheapest(List<Switches> each, int needed) {
		if (each.size() < needed) {
			return Optional.empty();
		}
		return Optional.of(each.stream()
			.sorted(Comparator.comparingInt(Switches::practices))
			.limit(needed)
			.reduce(Switches.NONE, Switches::and));
	}

	private boolean quorate(UnitOutcome unit) {
		return !this.rule.quorum().everyUnit()
				|| Evaluation.leastCast(unit) >= this.rule.quorum().needed(unit.entitled());
	}

	private boolean carries(String choice, UnitOutcome unit) {
		return quorate(unit) && new Count(cast(List.of(unit)), entitled(List.of(unit))).carries(choice);
	}

	/**
	 * A choice loses its share, or its lead to one of its rivals: whichever takes the
	 * fewest switches.
	 */
	private Optional<Switches> away(String choice, List<UnitOutcome> some) {
		List<Switches> ways = new ArrayList<>();
		takingItsShare(choice, some).ifPresent(ways::add);
		if (this.mustLead) {
			for (String rival : this.choices) {
				if (!rival.equals(choice)) {
					away(choice, rival, some, (voter) -> lead(voter, choice, rival)).ifPresent(ways::add);
				}
			}
		}
		return ways.stream().min(Comparator.comparingInt(Switches::practices));
	}

	private Optional<Switches> takingItsShare(String choice, List<UnitOutcome> some) {
		String rival = new Count(cast(some), entitled(some)).strongestRival(choice);
		return away(choice, rival, some, (voter) -> share(voter, choice));
	}

	/** How much of its lead over a rival a choice loses by a switch to that rival. */
	private static long lead(Voter voter, String choice, String rival) {
		if (rival.equals(voter.choice())) {
			return 0;
		}
		return choice.equals(voter.choice()) ? 2 * voter.votes() : voter.votes();
	}

	/**
	 * How far a switch to a rival takes a choice from its share, in units of the
	 * threshold's sum.
	 */
	private long share(Voter voter, String choice) {
		if (choice.equals(voter.choice())) {
			return voter.votes() * whole();
		}
		boolean adds = voter.choice() == null && this.rule.base() == Rule.Base.EXPRESSED;
		return adds ? voter.votes() * part() : 0;
	}

	/** The threshold as a fraction: so many parts of the base ... */
	private long part() {
		return switch (this.rule.threshold()) {
			case MAJORITY -> 1;
			case AT_LEAST -> Objects.requireNonNull(this.rule.percentage());
			case TWO_THIRDS -> 2;
			case PLURALITY -> 0;
		};
	}

	/** ... in so many. */
	private long whole() {
		return switch (this.rule.threshold()) {
			case MAJORITY -> 2;
			case AT_LEAST -> 100;
			case TWO_THIRDS -> 3;
			case PLURALITY -> 1;
		};
	}

	/** Those whose switches to the rival take most from the choice switch first. */
	private Optional<Switches> away(String choice, String rival, List<UnitOutcome> some, ToLongFunction<Voter> taken) {
		List<Voter> cast = cast(some);
		Count count = new Count(cast, entitled(some));
		List<Voter> first = cast.stream()
			.filter((voter) -> taken.applyAsLong(voter) > 0)
			.sorted(Comparator.comparingLong(taken).reversed())
			.toList();
		Switches switches = Switches.NONE;
		for (Voter voter : first) {
			if (!count.carries(choice)) {
				break;
			}
			count.move(voter, rival);
			switches = switches.and(new Switches(1, Set.of(voter.unit())));
		}
		if (count.carries(choice)) {
			return Optional.empty();
		}
		return Optional.of(this.rule.weight().weighted() ? switches
				: anywhere(switches, first.stream().filter((voter) -> choice.equals(voter.choice())).toList()));
	}

	/** Votes for the strongest rival move first, then other votes, then abstentions. */
	private Optional<Switches> to(String choice, List<UnitOutcome> some) {
		List<Voter> cast = cast(some);
		Count count = new Count(cast, entitled(some));
		if (!canTell()) {
			return Optional.empty();
		}
		List<Voter> others = new ArrayList<>(cast.stream().filter((voter) -> !choice.equals(voter.choice())).toList());
		List<Voter> all = List.copyOf(others);
		Switches switches = Switches.NONE;
		while (!count.carries(choice)) {
			if (others.isEmpty()) {
				return Optional.empty();
			}
			// Where nobody expressed a vote of any weight, no switch gains on a share of
			// all of them, and the first that weighs something carries.
			Voter best = Collections.max(others, Comparator.<Voter>comparingLong((voter) -> count.gain(voter, choice))
				.thenComparingLong(Voter::votes));
			others.remove(best);
			count.move(best, choice);
			switches = switches.and(new Switches(1, Set.of(best.unit())));
		}
		return Optional.of(this.rule.weight().weighted() ? switches : anywhere(switches, all));
	}

	/**
	 * Where practices weigh differently, and the choice must both reach a share and lead,
	 * the heaviest switches need not be the fewest.
	 */
	boolean canTell() {
		boolean oneSum = !this.mustLead
				|| (this.choices.size() == 2 && this.rule.threshold() != Rule.Threshold.AT_LEAST);
		return !this.rule.weight().weighted() || oneSum;
	}

	/** Practices of one vote are alike: any unit that has such practices will do. */
	private static Switches anywhere(Switches switches, List<Voter> alike) {
		Set<UnitOutcome> units = new LinkedHashSet<>();
		alike.forEach((voter) -> units.add(voter.unit()));
		return new Switches(switches.practices(), units);
	}

	private List<Voter> cast(List<UnitOutcome> some) {
		List<Voter> cast = new ArrayList<>();
		for (UnitOutcome unit : some) {
			Weights weights = unit.weights();
			if (weights != null) {
				weights.byVote().forEach((code, votes) -> votes.forEach((each) -> addWeighted(cast, unit, code, each)));
				continue;
			}
			for (String choice : this.choices) {
				add(cast, unit, choice, unit.votes(choice).number());
			}
			add(cast, unit, null, unit.figures().abstained() + unit.figures().spoilt());
		}
		return cast;
	}

	private void addWeighted(List<Voter> cast, UnitOutcome unit, String code, int votes) {
		if (this.choices.contains(code)) {
			cast.add(new Voter(unit, code, votes));
		}
		else if (!Weights.NOT_CAST.contains(code)) {
			cast.add(new Voter(unit, null, votes));
		}
	}

	private static void add(List<Voter> cast, UnitOutcome unit, @Nullable String choice, int practices) {
		for (int i = 0; i < practices; i++) {
			cast.add(new Voter(unit, choice, 1));
		}
	}

	private long entitled(List<UnitOutcome> some) {
		return some.stream()
			.mapToLong((unit) -> (unit.weights() != null) ? unit.weights().total() : unit.entitled())
			.sum();
	}

	/** A count that changes as practices switch. */
	private final class Count {

		private final Map<String, Long> votes = new HashMap<>();

		private final long entitled;

		private long cast;

		Count(List<Voter> voters, long entitled) {
			this.entitled = entitled;
			Switching.this.choices.forEach((choice) -> this.votes.put(choice, 0L));
			for (Voter voter : voters) {
				this.cast += voter.votes();
				if (voter.choice() != null) {
					this.votes.merge(voter.choice(), voter.votes(), Long::sum);
				}
			}
		}

		private long of(String choice) {
			return this.votes.getOrDefault(choice, 0L);
		}

		private long base() {
			return switch (Switching.this.rule.base()) {
				case EXPRESSED -> this.votes.values().stream().mapToLong(Long::longValue).sum();
				case CAST -> this.cast;
				case ENTITLED -> this.entitled;
			};
		}

		boolean carries(String choice) {
			return new Standing(of(choice), base()).reaches(Switching.this.rule)
					&& (!Switching.this.mustLead || of(choice) > of(strongestRival(choice)));
		}

		String strongestRival(String choice) {
			return Switching.this.choices.stream()
				.filter((rival) -> !rival.equals(choice))
				.max(Comparator.comparingLong(this::of))
				.orElse("");
		}

		void move(Voter voter, String to) {
			if (voter.choice() != null) {
				this.votes.merge(voter.choice(), -voter.votes(), Long::sum);
			}
			this.votes.merge(to, voter.votes(), Long::sum);
		}

		/** How far a switch to the choice brings it, in units of the threshold's sum. */
		long gain(Voter voter, String choice) {
			boolean adds = voter.choice() == null && Switching.this.rule.base() == Rule.Base.EXPRESSED;
			boolean fromStrongest = Switching.this.mustLead && strongestRival(choice).equals(voter.choice());
			long gain = 2 * voter.votes() * (adds ? whole() - part() : whole());
			if (!fromStrongest) {
				return gain;
			}
			return (Switching.this.rule.threshold() == Rule.Threshold.PLURALITY) ? 2 * gain + 1 : gain + 1;
		}

	}

}
