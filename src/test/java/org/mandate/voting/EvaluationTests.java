package org.mandate.voting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verdict against an independent evaluation that lists every completion of small
 * ballots and judges each by the definitions, practice by practice.
 */
class EvaluationTests {

	private static final List<Choice> THREE = List.of(new Choice("a", "Option A", "A"),
			new Choice("b", "Option B", "B"), new Choice("c", "Option C", "C"));

	private static final String NOTHING = "-";

	/** What the practices of one unit did in one completion: a vote for each of them. */
	private record Unit(List<String> votes, List<Integer> weights) {

		boolean cast(int practice) {
			return !Set.of(NOTHING, Roll.ABSENT, Roll.CONFLICTED).contains(this.votes.get(practice));
		}

		int turnout() {
			int turnout = 0;
			for (int i = 0; i < this.votes.size(); i++) {
				turnout += cast(i) ? 1 : 0;
			}
			return turnout;
		}

		long sum(java.util.function.IntPredicate which) {
			long sum = 0;
			for (int i = 0; i < this.votes.size(); i++) {
				sum += which.test(i) ? this.weights.get(i) : 0;
			}
			return sum;
		}

	}

	/** A ballot as drawn: its rule, and what is known of each unit. */
	record Drawn(Rule rule, BallotKind kind, List<Choice> choices, @Nullable String proposed,
			List<UnitOutcome> outcomes, List<List<Unit>> completions) {

		Evaluation.Finding finding() {
			return new Evaluation(this.rule, this.kind, this.choices, this.proposed, this.outcomes).finding();
		}

		@Override
		public String toString() {
			return "%s %s %s%n%s".formatted(this.kind, this.rule, this.proposed, this.outcomes);
		}

	}

	// The definitions, read literally.

	private static boolean met(Rule rule, BigDecimal votes, BigDecimal base) {
		if (base.signum() == 0 || votes.signum() == 0) {
			return false;
		}
		return switch (rule.threshold()) {
			case MAJORITY -> votes.multiply(BigDecimal.TWO).compareTo(base) > 0;
			case AT_LEAST -> votes.multiply(BigDecimal.valueOf(100))
				.compareTo(base.multiply(BigDecimal.valueOf(rule.percentage()))) >= 0;
			case TWO_THIRDS -> votes.multiply(BigDecimal.valueOf(3)).compareTo(base.multiply(BigDecimal.TWO)) >= 0;
			case PLURALITY -> true;
		};
	}

	private static boolean reached(Drawn drawn, String choice, List<Unit> units) {
		Map<String, Long> votes = new LinkedHashMap<>();
		drawn.choices().forEach((each) -> votes.put(each.code(), 0L));
		long base = 0;
		for (Unit unit : units) {
			for (Choice each : drawn.choices()) {
				votes.merge(each.code(), unit.sum((i) -> unit.votes().get(i).equals(each.code())), Long::sum);
			}
			base += switch (drawn.rule().base()) {
				case EXPRESSED -> unit.sum((i) -> votes.containsKey(unit.votes().get(i)));
				case CAST -> unit.sum(unit::cast);
				case ENTITLED -> unit.sum((i) -> true);
			};
		}
		boolean leads = votes.entrySet()
			.stream()
			.allMatch((entry) -> entry.getKey().equals(choice) || entry.getValue() < votes.get(choice));
		boolean mustLead = drawn.kind() == BallotKind.CHOOSE || drawn.rule().threshold() == Rule.Threshold.PLURALITY;
		return met(drawn.rule(), BigDecimal.valueOf(votes.get(choice)), BigDecimal.valueOf(base))
				&& (leads || !mustLead);
	}

	private static boolean quorate(Drawn drawn, List<Unit> units) {
		int turnout = units.stream().mapToInt(Unit::turnout).sum();
		int entitled = units.stream().mapToInt((unit) -> unit.votes().size()).sum();
		return 100 * turnout >= drawn.rule().quorum().percentage() * entitled;
	}

	/** "NOT_QUORATE", "NOT_CARRIED", or the choice that is carried. */
	private static String judge(Drawn drawn, List<Unit> units) {
		Rule rule = drawn.rule();
		int needed = (rule.scope() == Rule.Scope.AT_LEAST_UNITS) ? rule.unitsNeeded() : units.size();
		List<Unit> counting = new ArrayList<>(units);
		if (rule.quorum().scope() == Quorum.Where.OVERALL && !quorate(drawn, units)) {
			return "NOT_QUORATE";
		}
		if (rule.quorum().scope() == Quorum.Where.EVERY_UNIT) {
			counting.removeIf((unit) -> !quorate(drawn, List.of(unit)));
			if (counting.size() < needed) {
				return "NOT_QUORATE";
			}
		}
		List<String> candidates = (drawn.proposed() != null) ? List.of(drawn.proposed())
				: drawn.choices().stream().map(Choice::code).toList();
		for (String candidate : candidates) {
			boolean carried = (rule.scope() == Rule.Scope.OVERALL) ? reached(drawn, candidate, units)
					: counting.stream().filter((unit) -> reached(drawn, candidate, List.of(unit))).count() >= needed;
			if (carried) {
				return candidate;
			}
		}
		return "NOT_CARRIED";
	}

	private static Set<String> judgements(Drawn drawn) {
		Set<String> found = new HashSet<>();
		combine(drawn, 0, new ArrayList<>(), found);
		return found;
	}

	private static void combine(Drawn drawn, int at, List<Unit> chosen, Set<String> found) {
		if (at == drawn.completions().size()) {
			found.add(judge(drawn, chosen));
			return;
		}
		for (Unit unit : drawn.completions().get(at)) {
			chosen.add(unit);
			combine(drawn, at + 1, chosen, found);
			chosen.removeLast();
		}
	}

	// Ballots.

	@Provide
	Arbitrary<Drawn> ballots() {
		return Arbitraries.randomValue((random) -> draw(random, true));
	}

	@Provide
	Arbitrary<Drawn> knownBallots() {
		return Arbitraries.randomValue((random) -> draw(random, false));
	}

	private static <T> T any(Random random, List<T> values) {
		return values.get(random.nextInt(values.size()));
	}

	private static Drawn draw(Random random, boolean unknowns) {
		BallotKind kind = any(random, List.of(BallotKind.values()));
		List<Choice> choices = (kind == BallotKind.REFERENDUM) ? List.of(Choice.FOR, Choice.AGAINST)
				: THREE.subList(0, 2 + random.nextInt(2));
		String proposed = (kind == BallotKind.CHOOSE) ? null : choices.getFirst().code();
		int units = 1 + random.nextInt(4);
		Rule rule = rule(random, units, kind);
		List<UnitOutcome> outcomes = new ArrayList<>();
		List<List<Unit>> completions = new ArrayList<>();
		int open = 4;
		for (int i = 0; i < units; i++) {
			int entitled = 1 + random.nextInt(4);
			List<Integer> weights = new ArrayList<>();
			for (int j = 0; j < entitled; j++) {
				weights.add(rule.weight().of(random.nextInt(6)));
			}
			int how = unknowns ? random.nextInt(6) : 0;
			if (how == 1 && open >= entitled) {
				open -= entitled;
				outcomes.add(outcome(i, UnitOutcome.State.AWAITED, Figures.none(), rule, weights, null));
				completions.add(everything(entitled, choices, weights));
			}
			else if (how == 2) {
				outcomes.add(outcome(i, UnitOutcome.State.NOTHING_RETURNED, Figures.none(), rule, weights, null));
				completions.add(List.of(new Unit(Collections.nCopies(entitled, NOTHING), weights)));
			}
			else if (how >= 4 && !rule.weight().weighted()) {
				rest(random, i, entitled, choices, rule, weights, outcomes, completions);
			}
			else {
				List<String> votes = votes(random, entitled, choices);
				outcomes.add(outcome(i, UnitOutcome.State.ACCEPTED, figures(votes, choices), rule, weights, votes));
				completions.add(List.of(new Unit(votes, weights)));
			}
		}
		return new Drawn(rule, kind, choices, proposed, outcomes, completions);
	}

	private static Rule rule(Random random, int units, BallotKind kind) {
		Rule.Threshold threshold = any(random, List.of(Rule.Threshold.values()));
		Rule.Scope scope = any(random, List.of(Rule.Scope.values()));
		int fewest = (kind == BallotKind.CHOOSE) ? units / 2 + 1 : 1;
		Integer needed = (scope == Rule.Scope.AT_LEAST_UNITS) ? fewest + random.nextInt(units - fewest + 1) : null;
		Quorum.Where where = any(random, List.of(Quorum.Where.values()));
		Weight weight = switch (random.nextInt(4)) {
			case 0 -> new Weight(Weight.Measure.PATIENTS, null, null);
			case 1 -> Weight.perPatients(2, any(random, List.of(Weight.Rounding.values())));
			default -> Weight.ONE_EACH;
		};
		return new Rule(weight, any(random, List.of(Rule.Base.values())), threshold,
				(threshold == Rule.Threshold.AT_LEAST) ? 1 + random.nextInt(100) : null, scope, needed,
				new Quorum(where, (where == Quorum.Where.NONE) ? null : 1 + random.nextInt(100)));
	}

	private static List<String> votes(Random random, int entitled, List<Choice> choices) {
		List<String> all = new ArrayList<>(choices.stream().map(Choice::code).toList());
		all.addAll(all);
		all.addAll(List.of(Roll.ABSTAINED, Roll.SPOILT, Roll.ABSENT, Roll.CONFLICTED, NOTHING));
		List<String> votes = new ArrayList<>();
		for (int i = 0; i < entitled; i++) {
			votes.add(any(random, all));
		}
		return votes;
	}

	/** A unit that told the number of all but one choice, and perhaps a share of it. */
	private static void rest(Random random, int at, int entitled, List<Choice> choices, Rule rule,
			List<Integer> weights, List<UnitOutcome> outcomes, List<List<Unit>> completions) {
		String rest = any(random, choices).code();
		List<String> stated = votes(random, random.nextInt(entitled), choices);
		stated.removeIf((vote) -> vote.equals(rest) || vote.equals(NOTHING));
		Reported reported = null;
		int free = entitled - stated.size();
		Figures known = figures(stated, choices);
		if (random.nextBoolean()) {
			int real = 1 + random.nextInt(free);
			reported = new Reported(BigDecimal.valueOf(100L * real)
				.divide(BigDecimal.valueOf(known.cast() + real), random.nextInt(2), java.math.RoundingMode.HALF_UP),
					Rule.Base.CAST);
		}
		Map<String, Integer> votes = new LinkedHashMap<>(known.votes());
		votes.remove(rest);
		Figures figures = new Figures(votes, rest, "the rest", reported, known.abstained(), known.spoilt(),
				known.conflictedOut(), known.absent());
		List<Unit> units = new ArrayList<>();
		for (int more = 0; more <= free; more++) {
			if (reported == null || fits(reported, more, known.cast() + more)) {
				List<String> completed = new ArrayList<>(stated);
				completed.addAll(Collections.nCopies(more, rest));
				completed.addAll(Collections.nCopies(free - more, NOTHING));
				units.add(new Unit(completed, weights));
			}
		}
		outcomes.add(outcome(at, UnitOutcome.State.ACCEPTED, figures, rule, weights, null));
		completions.add(units);
	}

	private static boolean fits(Reported reported, int votes, int cast) {
		if (cast == 0) {
			return false;
		}
		BigDecimal half = new BigDecimal("0.5").movePointLeft(reported.percentage().scale());
		BigDecimal share = BigDecimal.valueOf(100L * votes)
			.divide(BigDecimal.valueOf(cast), 40, java.math.RoundingMode.HALF_UP);
		return share.subtract(reported.percentage()).abs().compareTo(half.add(new BigDecimal("1e-30"))) <= 0;
	}

	private static List<Unit> everything(int entitled, List<Choice> choices, List<Integer> weights) {
		List<String> all = new ArrayList<>(choices.stream().map(Choice::code).toList());
		all.addAll(List.of(Roll.ABSTAINED, NOTHING));
		List<List<String>> votes = List.of(List.of());
		for (int i = 0; i < entitled; i++) {
			List<List<String>> longer = new ArrayList<>();
			for (List<String> begun : votes) {
				for (String next : all) {
					List<String> more = new ArrayList<>(begun);
					more.add(next);
					longer.add(more);
				}
			}
			votes = longer;
		}
		return votes.stream().map((each) -> new Unit(each, weights)).toList();
	}

	private static Figures figures(List<String> votes, List<Choice> choices) {
		Map<String, Integer> counted = new LinkedHashMap<>();
		choices.forEach((choice) -> counted.put(choice.code(), Collections.frequency(votes, choice.code())));
		return new Figures(counted, null, null, Collections.frequency(votes, Roll.ABSTAINED),
				Collections.frequency(votes, Roll.SPOILT), Collections.frequency(votes, Roll.CONFLICTED),
				Collections.frequency(votes, Roll.ABSENT));
	}

	private static UnitOutcome outcome(int at, UnitOutcome.State state, Figures figures, Rule rule,
			List<Integer> weights, @Nullable List<String> votes) {
		Weights weighed = null;
		if (rule.weight().weighted()) {
			Map<String, List<Integer>> byVote = new LinkedHashMap<>();
			for (int i = 0; votes != null && i < votes.size(); i++) {
				if (!votes.get(i).equals(NOTHING)) {
					byVote.computeIfAbsent(votes.get(i), (key) -> new ArrayList<>()).add(weights.get(i));
				}
			}
			weighed = new Weights(weights, byVote);
		}
		return new UnitOutcome("unit-" + at, "Unit " + at, null, weights.size(), 0, state, figures, figures.notStated(),
				0, weighed);
	}

	// Properties.

	@Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
	void saysWhatEveryCompletionSays(@ForAll("ballots") Drawn drawn) {
		Set<String> judgements = judgements(drawn);
		Evaluation.Finding finding = drawn.finding();
		Statistics.collect(finding.state());
		Set<String> carried = new HashSet<>(judgements);
		carried.removeAll(Set.of("NOT_CARRIED", "NOT_QUORATE"));
		if (judgements.size() == 1 && carried.size() == 1) {
			assertThat(finding).isEqualTo(new Evaluation.Finding(Verdict.State.CARRIED, carried.iterator().next()));
		}
		else if (carried.isEmpty()) {
			assertThat(finding.state()).isEqualTo(
					judgements.equals(Set.of("NOT_QUORATE")) ? Verdict.State.NOT_QUORATE : Verdict.State.NOT_CARRIED);
		}
		else {
			assertThat(finding.state()).isIn(Verdict.State.NOT_YET_KNOWN, Verdict.State.CANNOT_BE_KNOWN);
			assertThat(finding.state() == Verdict.State.NOT_YET_KNOWN)
				.isEqualTo(drawn.outcomes().stream().anyMatch(UnitOutcome::open));
		}
	}

	@Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
	void addsUpToTheElectorate(@ForAll("ballots") Drawn drawn) {
		for (UnitOutcome unit : drawn.outcomes()) {
			int parts = drawn.choices().stream().mapToInt((choice) -> unit.votes(choice.code()).number()).sum()
					+ unit.abstained().number() + unit.spoilt().number() + unit.conflictedOut().number()
					+ unit.absent().number();
			if (unit.known()) {
				assertThat(parts + unit.notReturned().number()).isEqualTo(unit.entitled());
				assertThat(unit.turnout()).isEqualTo(new Share(unit.cast().number(), unit.entitled()));
			}
			else {
				assertThat(parts).isLessThanOrEqualTo(unit.entitled());
				assertThat(unit.turnout()).isNull();
			}
		}
		Totals totals = new Totals(drawn.outcomes());
		int sum = drawn.choices().stream().mapToInt((choice) -> totals.votes(choice.code()).number()).sum();
		assertThat(totals.expressed().number()).isEqualTo(sum);
		assertThat(totals.cast().number()).isEqualTo(sum + totals.abstained().number() + totals.spoilt().number());
	}

	@Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
	void findsTheFewestSwitches(@ForAll("knownBallots") Drawn drawn) {
		Evaluation.Finding finding = drawn.finding();
		Evaluation evaluation = new Evaluation(drawn.rule(), drawn.kind(), drawn.choices(), drawn.proposed(),
				drawn.outcomes());
		Switching switching = new Switching(drawn.rule(), evaluation.mustLead(), drawn.choices(), drawn.outcomes());
		List<Unit> units = drawn.completions().stream().map(List::getFirst).toList();
		int voters = units.stream().mapToInt(Unit::turnout).sum();
		if (finding.state() == Verdict.State.CARRIED && voters <= 6) {
			Optional<Switching.Switches> found = switching.against(finding.choice());
			assertThat(found.map(Switching.Switches::practices).orElse(-1))
				.isEqualTo(fewest(drawn, units, finding.choice(), false));
		}
		if (finding.state() == Verdict.State.NOT_CARRIED && voters <= 6 && switching.canTell()) {
			for (String candidate : evaluation.candidates()) {
				Optional<Switching.Switches> found = switching.towards(candidate);
				assertThat(found.map(Switching.Switches::practices).orElse(-1)).as(candidate)
					.isEqualTo(fewest(drawn, units, candidate, true));
			}
		}
	}

	/** Among these is a ballot in which no vote that was expressed weighs anything. */
	@Property(tries = 10_000, seed = "-5093351121638829265", shrinking = ShrinkingMode.OFF)
	void findsThemWhereOnlyAbstentionsWeigh(@ForAll("knownBallots") Drawn drawn) {
		findsTheFewestSwitches(drawn);
	}

	/** By trying every way in which those who cast a vote may have voted for a choice. */
	private static int fewest(Drawn drawn, List<Unit> units, String choice, boolean towards) {
		int best = -1;
		List<int[]> voters = new ArrayList<>();
		for (int u = 0; u < units.size(); u++) {
			for (int i = 0; i < units.get(u).votes().size(); i++) {
				if (units.get(u).cast(i)) {
					voters.add(new int[] { u, i });
				}
			}
		}
		int choices = drawn.choices().size();
		int all = (int) Math.pow(choices + 1, voters.size());
		for (int code = 0; code < all; code++) {
			List<List<String>> votes = new ArrayList<>();
			units.forEach((unit) -> votes.add(new ArrayList<>(unit.votes())));
			int changed = 0;
			int rest = code;
			for (int[] voter : voters) {
				int to = rest % (choices + 1);
				rest /= choices + 1;
				if (to < choices && !drawn.choices().get(to).code().equals(votes.get(voter[0]).get(voter[1]))) {
					votes.get(voter[0]).set(voter[1], drawn.choices().get(to).code());
					changed++;
				}
			}
			if (best < 0 || changed < best) {
				List<Unit> after = new ArrayList<>();
				for (int u = 0; u < units.size(); u++) {
					after.add(new Unit(votes.get(u), units.get(u).weights()));
				}
				if (judge(drawn, after).equals(choice) == towards) {
					best = changed;
				}
			}
		}
		return best;
	}

}
