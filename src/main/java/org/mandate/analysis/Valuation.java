package org.mandate.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.scoring.Performance;
import org.mandate.scoring.Performance.Alternative;
import org.mandate.scoring.Performance.Weighed;

/**
 * What each option is worth by the linear additive model: the sum of its scores, each
 * times the normalised weight of its criterion (HM Treasury, Green Book; multi-criteria
 * decision analysis). Exact.
 *
 * @param performance the agreed scores and raw weights
 * @param weights normalised, in the order of the criteria; they sum to 1
 * @param options the ranked ones from the highest value down, then those that are shown
 * for comparison only
 */
public record Valuation(Performance performance, List<Fraction> weights, List<Valued> options) {

	public Valuation {
		weights = List.copyOf(weights);
		options = List.copyOf(options);
	}

	/**
	 * An option and what it is worth.
	 *
	 * @param option with its scores
	 * @param value 0 to 10
	 * @param contributions what each criterion adds to the value, in their order
	 * @param rank from 1; 0 for one that is not ranked. Equal values share a rank
	 * @param shared whether another option has the same rank
	 */
	public record Valued(Alternative option, Fraction value, List<Fraction> contributions, int rank, boolean shared) {

		public Valued {
			contributions = List.copyOf(contributions);
		}

		/** "1", "2=" or "Not ranked". */
		public String place() {
			return (this.rank == 0) ? "Not ranked" : this.rank + (this.shared ? "=" : "");
		}

	}

	/**
	 * One option is at least as good as another on every criterion, and better on one.
	 *
	 * @param better the one
	 * @param worse the other
	 * @param on how many criteria it is better on
	 */
	public record Dominance(Alternative better, Alternative worse, int on) {
	}

	/**
	 * Two options whose values look the same and are not.
	 *
	 * @param higher the one
	 * @param lower the other
	 * @param difference exact
	 */
	public record NearTie(Valued higher, Valued lower, Fraction difference) {

		/** In words. */
		public String sentence() {
			return "%s and %s both show as %s, and it is not a tie: %s is %s ahead of %s (exactly %s of a point: %s against %s)."
				.formatted(this.higher.option().label(), this.lower.option().label(), this.higher.value().decimal(),
						this.higher.option().label(), this.difference.difference(), this.lower.option().label(),
						this.difference, this.higher.value(), this.lower.value());
		}

	}

	static Valuation of(Performance performance) {
		long total = performance.criteria().stream().mapToLong(Weighed::rawWeight).sum();
		List<Fraction> weights = performance.criteria()
			.stream()
			.map((criterion) -> Fraction.of(criterion.rawWeight(), total))
			.toList();
		List<Valued> unplaced = performance.alternatives().stream().map((option) -> valued(option, weights)).toList();
		List<Valued> ranked = unplaced.stream()
			.filter((each) -> each.option().ranked())
			.sorted(Comparator.comparing(Valued::value).reversed())
			.toList();
		List<Valued> options = new ArrayList<>();
		for (Valued each : ranked) {
			int rank = 1 + (int) ranked.stream().filter((other) -> other.value().compareTo(each.value()) > 0).count();
			boolean shared = ranked.stream().filter((other) -> other.value().equals(each.value())).count() > 1;
			options.add(new Valued(each.option(), each.value(), each.contributions(), rank, shared));
		}
		unplaced.stream().filter((each) -> !each.option().ranked()).forEach(options::add);
		return new Valuation(performance, weights, options);
	}

	private static Valued valued(Alternative option, List<Fraction> weights) {
		List<Fraction> contributions = new ArrayList<>();
		Fraction value = Fraction.ZERO;
		for (int i = 0; i < weights.size(); i++) {
			Fraction contribution = weights.get(i).times(Fraction.of(option.scores().get(i)));
			contributions.add(contribution);
			value = value.plus(contribution);
		}
		return new Valued(option, value, contributions, 0, false);
	}

	/** The criteria, in order. */
	public List<Weighed> criteria() {
		return this.performance.criteria();
	}

	/** The options that compete, from the highest value down. */
	public List<Valued> ranked() {
		return this.options.stream().filter((each) -> each.rank() > 0).toList();
	}

	/** The option that leads, or those that do together. */
	public List<Alternative> leaders() {
		return ranked().stream().filter((each) -> each.rank() == 1).map(Valued::option).toList();
	}

	/** The first of the ranking. */
	public Valued first() {
		return this.options.getFirst();
	}

	/** The option that comes next after those that lead; null if there is none. */
	public @Nullable Valued next() {
		return ranked().stream().filter((each) -> each.rank() > 1).findFirst().orElse(null);
	}

	/** Second in the ranking, which may lead with the first; null if there is none. */
	public @Nullable Valued second() {
		List<Valued> ranked = ranked();
		return (ranked.size() > 1) ? ranked.get(1) : null;
	}

	/** Difference between first and second, 0 for a tie; null with one option only. */
	public @Nullable Fraction lead() {
		Valued second = second();
		return (second != null) ? first().value().minus(second.value()) : null;
	}

	/** How far an option is behind the first. */
	public Fraction behind(Valued option) {
		return first().value().minus(option.value());
	}

	/** What an option is worth. */
	public Valued of(Alternative option) {
		return this.options.stream()
			.filter((each) -> each.option().key().equals(option.key()))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Which option dominates which, whatever the weights are, in the order of the
	 * ranking.
	 */
	public List<Dominance> dominances() {
		List<Dominance> found = new ArrayList<>();
		for (Valued better : this.options) {
			for (Valued worse : this.options) {
				int on = 0;
				boolean never = true;
				for (int i = 0; i < criteria().size(); i++) {
					int difference = better.option().scores().get(i) - worse.option().scores().get(i);
					on += (difference > 0) ? 1 : 0;
					never &= difference >= 0;
				}
				if (never && on > 0) {
					found.add(new Dominance(better.option(), worse.option(), on));
				}
			}
		}
		return found;
	}

	/** Neighbours in the ranking that look equal and are not. */
	public List<NearTie> nearTies() {
		List<NearTie> found = new ArrayList<>();
		List<Valued> ranked = ranked();
		for (int i = 1; i < ranked.size(); i++) {
			Valued higher = ranked.get(i - 1);
			Valued lower = ranked.get(i);
			if (higher.value().decimal().equals(lower.value().decimal()) && !higher.value().equals(lower.value())) {
				found.add(new NearTie(higher, lower, higher.value().minus(lower.value())));
			}
		}
		return found;
	}

}
