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

	/**
	 * The fewest switches away from a choice after which it is not carried; empty where
	 * practices weigh differently and a heavy one that did not vote for it might do more.
	 */
	Optional<Switches> against(String choice) {
		if (!canTellAgainst()) {
			return Optional.empty();
		}
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

	/** The heaviest practices that voted for the choice vote for its strongest rival. */
	private Optional<Switches> away(String choice, List<UnitOutcome> some) {
		List<Voter> cast = cast(some);
		Count count = new Count(cast, entitled(some));
		List<Voter> supporters = cast.stream()
			.filter((voter) -> choice.equals(voter.choice()))
			.sorted(Comparator.comparingLong(Voter::votes).reversed())
			.toList();
		String rival = count.strongestRival(choice);
		Switches switches = Switches.NONE;
		for (Voter supporter : supporters) {
			if (!count.carries(choice)) {
				break;
			}
			count.move(supporter, rival);
			switches = switches.and(new Switches(1, Set.of(supporter.unit())));
		}
		if (count.carries(choice)) {
			return Optional.empty();
		}
		return Optional.of(this.rule.weight().weighted() ? switches : anywhere(switches, supporters));
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
			Voter best = Collections.max(others, Comparator.comparingLong((voter) -> count.gain(voter, choice)));
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

	/** Whether, of those who weigh differently, only supporters could turn the result. */
	boolean canTellAgainst() {
		return !this.rule.weight().weighted()
				|| (this.choices.size() == 2 && cast(this.units).stream().allMatch((voter) -> voter.choice() != null));
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
			long gain = switch (Switching.this.rule.threshold()) {
				case MAJORITY -> adds ? 2 : 4;
				case AT_LEAST -> adds ? 200 - 2L * Objects.requireNonNull(Switching.this.rule.percentage()) : 200;
				case TWO_THIRDS -> adds ? 2 : 6;
				case PLURALITY -> fromStrongest ? 4 : 2;
			} * voter.votes();
			return fromStrongest ? gain + 1 : gain;
		}

	}

}
