package org.mandate.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.mandate.analysis.Valuation.Valued;
import org.mandate.scoring.Performance;
import org.mandate.scoring.Performance.Alternative;
import org.mandate.scoring.Performance.Weighed;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two implementations that share nothing agree on matrices of chance: this module, and
 * the formulas as they are written down ({@link Exact}).
 */
class TwoAnalysesTests {

	@Provide
	Arbitrary<Performance> matrices() {
		return Arbitraries.randomValue(Drawn::performance);
	}

	@Property(tries = 2000, shrinking = ShrinkingMode.OFF)
	void valuesWeightsAndRanks(@ForAll("matrices") Performance performance) {
		Valuation valuation = Valuation.of(performance);
		List<Exact> weights = Exact.weights(performance);
		Exact sum = Exact.ZERO;
		for (int k = 0; k < weights.size(); k++) {
			assertThat(Exact.of(valuation.weights().get(k)).same(weights.get(k))).isTrue();
			sum = sum.plus(Exact.of(valuation.weights().get(k)));
		}
		assertThat(sum.same(Exact.ONE)).isTrue();
		assertThat(valuation.options()).hasSameSizeAs(performance.alternatives());
		for (Valued valued : valuation.options()) {
			Exact value = Exact.value(valued.option(), weights);
			assertThat(Exact.of(valued.value()).same(value)).isTrue();
			Exact contributions = valued.contributions().stream().map(Exact::of).reduce(Exact.ZERO, Exact::plus);
			assertThat(contributions.same(value)).isTrue();
			long ahead = performance.alternatives()
				.stream()
				.filter((other) -> other.ranked() && Exact.value(other, weights).compareTo(value) > 0)
				.count();
			assertThat(valued.rank()).isEqualTo(valued.option().ranked() ? ahead + 1 : 0);
		}
		assertThat(keys(valuation.leaders())).isEqualTo(Exact.leaders(performance, weights));
	}

	@Property(tries = 2000, shrinking = ShrinkingMode.OFF)
	void dominance(@ForAll("matrices") Performance performance) {
		Set<String> expected = new LinkedHashSet<>();
		for (Alternative a : performance.alternatives()) {
			for (Alternative b : performance.alternatives()) {
				boolean atLeast = true;
				boolean better = false;
				for (int k = 0; k < a.scores().size(); k++) {
					atLeast = atLeast && a.scores().get(k) >= b.scores().get(k);
					better = better || a.scores().get(k) > b.scores().get(k);
				}
				if (atLeast && better) {
					expected.add(a.key() + ">" + b.key());
				}
			}
		}
		Set<String> found = new LinkedHashSet<>();
		for (Valuation.Dominance each : Valuation.of(performance).dominances()) {
			found.add(each.better().key() + ">" + each.worse().key());
		}
		assertThat(found).isEqualTo(expected);
	}

	/**
	 * Everything happens at one of the ties t* = R / (R - d): between two of them the
	 * same options lead. So walking from one to the next, and trying what is between,
	 * finds what happens first on each side.
	 */
	@Property(tries = 2000, shrinking = ShrinkingMode.OFF)
	void flipPoints(@ForAll("matrices") Performance performance) {
		List<Exact> weights = Exact.weights(performance);
		List<String> now = Exact.leaders(performance, weights);
		List<OneWay> oneWays = Sensitivity.of(performance).weights();
		for (int k = 0; k < weights.size(); k++) {
			OneWay oneWay = oneWays.get(k);
			Exact current = weights.get(k);
			if (current.same(Exact.ONE)) {
				assertThat(oneWay.isMovable()).isFalse();
				assertThat(oneWay.nearest()).isNull();
				continue;
			}
			TreeSet<Exact> ties = Exact.ties(performance, k);
			ties.add(Exact.ZERO);
			ties.add(Exact.ONE);
			ties.add(current);
			check(performance, k, now, oneWay.lower(), List.copyOf(ties.headSet(current, true).descendingSet()));
			check(performance, k, now, oneWay.upper(), List.copyOf(ties.tailSet(current, true)));
			for (OneWay.Stretch stretch : oneWay.stretches()) {
				Exact middle = half(Exact.of(stretch.from()), Exact.of(stretch.to()));
				assertThat(keys(stretch.leaders())).isEqualTo(at(performance, k, middle));
			}
		}
	}

	/** From the weight as it is to the end of its scale. */
	private static void check(Performance performance, int k, List<String> now, OneWay.@Nullable Flip flip,
			List<Exact> ties) {
		for (int i = 1; i < ties.size(); i++) {
			List<String> between = at(performance, k, half(ties.get(i - 1), ties.get(i)));
			if (!between.equals(now)) {
				assertThat(flip).isNotNull();
				assertThat(Exact.of(flip.at()).same(ties.get(i - 1))).isTrue();
				assertThat(flip.level()).isFalse();
				assertThat(keys(flip.leaders())).isEqualTo(between);
				return;
			}
		}
		List<String> end = at(performance, k, ties.getLast());
		if (ties.size() == 1 || end.equals(now)) {
			assertThat(flip).isNull();
		}
		else {
			assertThat(flip).isNotNull();
			assertThat(Exact.of(flip.at()).same(ties.getLast())).isTrue();
			assertThat(flip.level()).isTrue();
			assertThat(keys(flip.leaders())).isEqualTo(end);
		}
	}

	/**
	 * At t* the options tie; a trillionth before it those lead who lead now, a trillionth
	 * beyond it the others.
	 */
	@Property(tries = 2000, shrinking = ShrinkingMode.OFF)
	void justBelowAtAndAboveEachFlipPoint(@ForAll("matrices") Performance performance) {
		Exact little = Exact.of(1, 1_000_000_000_000L);
		List<String> now = Exact.leaders(performance, Exact.weights(performance));
		List<OneWay> oneWays = Sensitivity.of(performance).weights();
		for (int k = 0; k < oneWays.size(); k++) {
			for (OneWay.Flip flip : flips(oneWays.get(k))) {
				Exact t = Exact.of(flip.at());
				boolean down = flip == oneWays.get(k).lower();
				List<String> there = at(performance, k, t);
				assertThat(there).containsAll(now).containsAll(keys(flip.leaders()));
				if (!t.same(Exact.of(oneWays.get(k).weight()))) {
					assertThat(at(performance, k, down ? t.plus(little) : t.minus(little))).isEqualTo(now);
				}
				if (!flip.level()) {
					assertThat(at(performance, k, down ? t.minus(little) : t.plus(little)))
						.isEqualTo(keys(flip.leaders()))
						.isNotEqualTo(now);
				}
			}
		}
	}

	@Property(tries = 1000, shrinking = ShrinkingMode.OFF)
	void equalWeightsDroppedCriteriaAndMovedScores(@ForAll("matrices") Performance performance) {
		Sensitivity sensitivity = Sensitivity.of(performance);
		List<String> now = Exact.leaders(performance, Exact.weights(performance));
		int n = performance.criteria().size();
		assertThat(keys(sensitivity.leaders())).isEqualTo(now);
		assertThat(keys(sensitivity.equal().leaders())).isEqualTo(
				Exact.leaders(reweighed(performance, (k) -> 1), Exact.weights(reweighed(performance, (k) -> 1))));
		for (int k = 0; k < n; k++) {
			int dropped = k;
			Sensitivity.Scenario scenario = sensitivity.dropped().get(k).scenario();
			boolean anyLeft = performance.criteria().stream().mapToInt(Weighed::rawWeight).sum() > performance
				.criteria()
				.get(k)
				.rawWeight();
			assertThat(scenario != null).isEqualTo(anyLeft);
			if (scenario != null) {
				Performance without = reweighed(performance,
						(at) -> (at == dropped) ? 0 : performance.criteria().get(at).rawWeight());
				List<String> leaders = Exact.leaders(without, Exact.weights(without));
				assertThat(keys(scenario.leaders())).isEqualTo(leaders);
				assertThat(scenario.changed()).isEqualTo(!leaders.equals(now));
			}
		}
		Set<String> turning = new LinkedHashSet<>();
		int tried = 0;
		for (Alternative option : performance.alternatives()) {
			for (int k = 0; k < n; k++) {
				for (int to : new int[] { option.scores().get(k) - 1, option.scores().get(k) + 1 }) {
					if (option.ranked() && to >= 0 && to <= 10) {
						tried++;
						Performance moved = rescored(performance, option, k, to);
						List<String> leaders = Exact.leaders(moved, Exact.weights(moved));
						if (!leaders.equals(now)) {
							turning.add(option.key() + " c" + k + " " + to + " " + leaders);
						}
					}
				}
			}
		}
		Set<String> found = new LinkedHashSet<>();
		sensitivity.scores()
			.turning()
			.forEach((each) -> found.add(
					each.option().key() + " " + each.criterion().key() + " " + each.to() + " " + keys(each.leaders())));
		assertThat(found).isEqualTo(turning);
		assertThat(sensitivity.scores().tried()).isEqualTo(tried);
		long ranked = performance.alternatives().stream().filter(Alternative::ranked).count();
		assertThat(sensitivity.scores().tried() + sensitivity.scores().off()).isEqualTo((int) (ranked * n * 2));
	}

	@Property(tries = 2000, shrinking = ShrinkingMode.OFF)
	void raisingAScoreNeverLowersItsOption(@ForAll("matrices") Performance performance, @ForAll int chance) {
		Alternative option = performance.alternatives().get(Math.floorMod(chance, performance.alternatives().size()));
		int k = Math.floorMod(chance / 7, performance.criteria().size());
		if (option.scores().get(k) == 10) {
			return;
		}
		Valued before = Valuation.of(performance).of(option);
		Valued after = Valuation.of(rescored(performance, option, k, option.scores().get(k) + 1)).of(option);
		assertThat(after.value()).isGreaterThanOrEqualTo(before.value());
		assertThat(after.rank()).isLessThanOrEqualTo(before.rank());
		assertThat(after.value().equals(before.value())).isEqualTo(performance.criteria().get(k).rawWeight() == 0);
	}

	/**
	 * A criterion on which all score alike adds the same to each weighted sum, so that
	 * their differences stay; of the values, each difference becomes smaller by the same
	 * factor, W / (W + r); their ratios change.
	 */
	@Property(tries = 2000, shrinking = ShrinkingMode.OFF)
	void aCommonCriterionChangesRatiosNotDifferences(@ForAll("matrices") Performance performance,
			@ForAll @IntRange(min = 1, max = 100) int raw, @ForAll @IntRange(min = 1, max = 10) int score) {
		List<Weighed> criteria = new ArrayList<>(performance.criteria());
		criteria.add(new Weighed("common", "Common", raw));
		Performance with = new Performance(criteria, performance.alternatives().stream().map((option) -> {
			List<Integer> scores = new ArrayList<>(option.scores());
			scores.add(score);
			return new Alternative(option.key(), option.label(), option.name(), option.ranked(), scores, null);
		}).toList());
		Valuation before = Valuation.of(performance);
		Valuation after = Valuation.of(with);
		long w = performance.criteria().stream().mapToLong(Weighed::rawWeight).sum();
		Fraction sums = Fraction.of(w);
		Fraction more = Fraction.of(w + raw);
		for (Valued a : before.options()) {
			for (Valued b : before.options()) {
				Fraction then = a.value().minus(b.value());
				Fraction now = after.of(a.option()).value().minus(after.of(b.option()).value());
				assertThat(now.times(more)).isEqualTo(then.times(sums));
				assertThat(now).isEqualTo(then.times(sums).over(more));
				if (then.signum() != 0 && b.value().signum() != 0) {
					assertThat(after.of(a.option()).value().over(after.of(b.option()).value()))
						.isNotEqualTo(a.value().over(b.value()));
				}
			}
		}
		assertThat(keys(after.ranked().stream().map(Valued::option).toList()))
			.isEqualTo(keys(before.ranked().stream().map(Valued::option).toList()));
	}

	@Property(tries = 1000, shrinking = ShrinkingMode.OFF)
	void rankAcceptabilitySumsToOneAndIsTheSameEachTime(@ForAll("matrices") Performance performance) {
		Contest contest = Contest.of(performance);
		RankAcceptability once = RankAcceptability.of(contest, 50, 7);
		assertThat(RankAcceptability.of(contest, 50, 7)).isEqualTo(once);
		for (RankAcceptability.Row row : once.rows()) {
			Fraction sum = Fraction.ZERO;
			for (int rank = 1; rank <= once.rows().size(); rank++) {
				sum = sum.plus(row.share(rank));
			}
			assertThat(sum).isEqualTo(Fraction.ONE);
		}
	}

	private static List<OneWay.Flip> flips(OneWay oneWay) {
		List<OneWay.Flip> flips = new ArrayList<>();
		for (OneWay.Flip flip : new OneWay.Flip[] { oneWay.lower(), oneWay.upper() }) {
			if (flip != null) {
				flips.add(flip);
			}
		}
		return flips;
	}

	private static List<String> at(Performance performance, int k, Exact t) {
		return Exact.leaders(performance, Exact.moved(Exact.weights(performance), k, t));
	}

	private static Exact half(Exact one, Exact other) {
		return one.plus(other).over(Exact.of(2, 1));
	}

	private static List<String> keys(List<Alternative> options) {
		return options.stream().map(Alternative::key).toList();
	}

	private static Performance reweighed(Performance performance, IntUnaryOperator weight) {
		List<Weighed> criteria = new ArrayList<>();
		for (int k = 0; k < performance.criteria().size(); k++) {
			Weighed criterion = performance.criteria().get(k);
			criteria.add(new Weighed(criterion.key(), criterion.name(), weight.applyAsInt(k)));
		}
		return new Performance(criteria, performance.alternatives());
	}

	private static Performance rescored(Performance performance, Alternative option, int k, int score) {
		return new Performance(performance.criteria(), performance.alternatives().stream().map((each) -> {
			if (!each.key().equals(option.key())) {
				return each;
			}
			List<Integer> scores = new ArrayList<>(each.scores());
			scores.set(k, score);
			return new Alternative(each.key(), each.label(), each.name(), each.ranked(), scores, each.annualCost());
		}).toList());
	}

}
