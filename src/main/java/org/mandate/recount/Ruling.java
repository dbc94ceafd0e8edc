package org.mandate.recount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Applies a rule to units whose votes may not all be known: the rule is tried, word by
 * word, on ways in which they may have voted, and the ruling is what all of those agree
 * on. With every figure known there is one way, and nothing is left to argue about.
 */
final class Ruling {

	/**
	 * What the rule makes of the figures.
	 *
	 * @param state as in the file
	 * @param choice code of the choice that is carried or was put; null where there is
	 * none
	 */
	record Outcome(String state, @Nullable String choice) {
	}

	private final ExportedBallot ballot;

	private final ExportedRule rule;

	private final Collection<String> choices;

	private final boolean mustLead;

	private final List<UnitCount> units;

	Ruling(ExportedBallot ballot, List<UnitCount> units) {
		this.ballot = ballot;
		this.rule = ballot.rule();
		this.choices = ballot.choices().keySet();
		this.mustLead = ballot.kind() == ExportedBallot.Kind.CHOOSE
				|| this.rule.threshold() == ExportedRule.Threshold.PLURALITY;
		this.units = units;
	}

	/** What the ways that were tried have in common. */
	private final class Tried {

		private final Set<String> always = new LinkedHashSet<>(Ruling.this.choices);

		private final Set<String> ever = new LinkedHashSet<>();

		private boolean any;

		private boolean quorate;

		void way(List<Completion> way) {
			this.any = true;
			this.quorate = this.quorate || isQuorate(way);
			for (String choice : Ruling.this.choices) {
				if (carries(choice, way)) {
					this.ever.add(choice);
				}
				else {
					this.always.remove(choice);
				}
			}
		}

	}

	Outcome outcome() {
		Tried tried = new Tried();
		tryWays(tried);
		String proposed = this.ballot.proposed();
		Collection<String> candidates = (proposed != null) ? List.of(proposed) : this.choices;
		for (String candidate : candidates) {
			if (tried.any && tried.always.contains(candidate)) {
				return new Outcome("CARRIED", candidate);
			}
		}
		if (candidates.stream().anyMatch(tried.ever::contains)) {
			boolean awaited = this.units.stream().anyMatch(UnitCount::isOpen);
			return new Outcome(awaited ? "NOT_YET_KNOWN" : "CANNOT_BE_KNOWN", proposed);
		}
		return new Outcome(tried.quorate ? "NOT_CARRIED" : "NOT_QUORATE", proposed);
	}

	private boolean carries(String choice, List<Completion> way) {
		if (!isQuorateOverall(way)) {
			return false;
		}
		if (this.rule.scope() == ExportedRule.Scope.OVERALL) {
			return way.stream().allMatch((unit) -> unit.isQuorate(this.rule))
					&& Completion.wins(choice, way, this.rule, this.mustLead);
		}
		return !way.isEmpty()
				&& way.stream().filter((unit) -> unit.wins(choice, this.rule, this.mustLead)).count() >= this.rule
					.needed(way);
	}

	private boolean isQuorateOverall(List<Completion> way) {
		return this.rule.quorum() != ExportedRule.Quorum.OVERALL || this.rule.isQuorate(
				way.stream().mapToLong(Completion::cast).sum(), way.stream().mapToLong(Completion::entitled).sum());
	}

	private boolean isQuorate(List<Completion> way) {
		int needed = (this.rule.scope() == ExportedRule.Scope.OVERALL) ? way.size() : this.rule.needed(way);
		return isQuorateOverall(way) && way.stream().filter((unit) -> unit.isQuorate(this.rule)).count() >= needed;
	}

	/** Tries the ways in which the units may have voted that can decide. */
	private void tryWays(Tried tried) {
		List<List<Completion>> all = this.units.stream()
			.map((unit) -> Completion.of(unit, this.rule, this.choices))
			.toList();
		if (all.stream().anyMatch(List::isEmpty)) {
			return;
		}
		int acts = this.units.stream().anyMatch(UnitCount::isOpen) ? this.choices.size() + 2 : 1;
		for (String choice : this.choices) {
			for (int open = 0; open < acts; open++) {
				raise(all, choice, open, true, tried);
				raise(all, choice, open, false, tried);
			}
			if (this.rule.scope() != ExportedRule.Scope.OVERALL) {
				byUnit(all, choice, tried);
			}
		}
	}

	/**
	 * Open units act alike; missing numbers for a choice are the most or the least there
	 * can be; those for others are raised one by one from the least to the most: first
	 * where a unit lacks its quorum, then where the other has the fewest votes, so that
	 * every total is tried in the way that leaves the choice furthest ahead.
	 */
	private void raise(List<List<Completion>> all, String choice, int open, boolean most, Tried tried) {
		int[] at = new int[all.size()];
		for (int i = 0; i < at.length; i++) {
			UnitCount unit = all.get(i).getFirst().unit();
			boolean own = choice.equals(unit.tally().notStated());
			at[i] = unit.isOpen() ? open : ((own && most) ? all.get(i).size() - 1 : 0);
		}
		while (true) {
			List<Completion> way = IntStream.range(0, at.length).mapToObj((i) -> all.get(i).get(at[i])).toList();
			tried.way(way);
			IntStream.range(0, at.length).filter((i) -> {
				UnitCount unit = all.get(i).getFirst().unit();
				return !unit.isOpen() && !choice.equals(unit.tally().notStated()) && at[i] < all.get(i).size() - 1;
			})
				.boxed()
				.min(Comparator.<Integer, Boolean>comparing((i) -> way.get(i).isQuorate(this.rule))
					.thenComparingLong((i) -> votes(way, all.get(i).getFirst().unit().tally().notStated())))
				.ifPresent((i) -> at[i]++);
			if (IntStream.range(0, at.length).allMatch((i) -> all.get(i).get(at[i]) == way.get(i))) {
				return;
			}
		}
	}

	private static long votes(List<Completion> way, @Nullable String choice) {
		return way.stream().mapToLong((unit) -> unit.votes().getOrDefault(choice, 0L)).sum();
	}

	/**
	 * Where units are counted: as many as can be won, no more than needed, and as few.
	 */
	private void byUnit(List<List<Completion>> all, String choice, Tried tried) {
		List<Completion> won = all.stream().map((unit) -> pick(unit, choice, true)).toList();
		tried.way(won);
		tried.way(all.stream().map((unit) -> pick(unit, choice, false)).toList());
		List<Completion> largest = all.stream().map(Ruling::largest).toList();
		List<Integer> cheapest = IntStream.range(0, all.size())
			.boxed()
			.filter((i) -> won.get(i).wins(choice, this.rule, this.mustLead))
			.sorted(Comparator.comparingInt((i) -> largest.get(i).cast() - won.get(i).cast()))
			.limit(this.rule.needed(all))
			.toList();
		List<Completion> economical = new ArrayList<>(largest);
		cheapest.forEach((i) -> economical.set(i, won.get(i)));
		tried.way(economical);
	}

	/** A way in which a choice wins a unit, or does not; the one with the most cast. */
	private Completion pick(List<Completion> unit, String choice, boolean wins) {
		return unit.stream()
			.filter((each) -> each.wins(choice, this.rule, this.mustLead) == wins)
			.max(Comparator.comparingInt(Completion::cast))
			.orElseGet(() -> largest(unit));
	}

	private static Completion largest(List<Completion> unit) {
		return unit.stream().max(Comparator.comparingInt(Completion::cast)).orElseThrow();
	}

}
