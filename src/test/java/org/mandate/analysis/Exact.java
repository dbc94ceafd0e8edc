package org.mandate.analysis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.mandate.scoring.Performance;

/**
 * A second implementation for tests: the formulas of the method as they are written down,
 * over exact fractions of its own, without any of the short cuts of the first.
 */
record Exact(BigInteger top, BigInteger bottom) implements Comparable<Exact> {

	static final Exact ZERO = of(0, 1);

	static final Exact ONE = of(1, 1);

	static Exact of(long top, long bottom) {
		return new Exact(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
	}

	static Exact of(Fraction fraction) {
		return new Exact(fraction.numerator(), fraction.denominator());
	}

	Exact plus(Exact other) {
		return new Exact(this.top.multiply(other.bottom).add(other.top.multiply(this.bottom)),
				this.bottom.multiply(other.bottom));
	}

	Exact minus(Exact other) {
		return plus(new Exact(other.top.negate(), other.bottom));
	}

	Exact times(Exact other) {
		return new Exact(this.top.multiply(other.top), this.bottom.multiply(other.bottom));
	}

	Exact over(Exact other) {
		return new Exact(this.top.multiply(other.bottom), this.bottom.multiply(other.top));
	}

	boolean same(Exact other) {
		return compareTo(other) == 0;
	}

	@Override
	public int compareTo(Exact other) {
		Exact difference = minus(other);
		return difference.top.signum() * difference.bottom.signum();
	}

	/** w_k = raw_k / sum(raw). */
	static List<Exact> weights(Performance performance) {
		long sum = 0;
		for (Performance.Weighed criterion : performance.criteria()) {
			sum += criterion.rawWeight();
		}
		List<Exact> weights = new ArrayList<>();
		for (Performance.Weighed criterion : performance.criteria()) {
			weights.add(of(criterion.rawWeight(), sum));
		}
		return weights;
	}

	/** V_a = sum_k w_k * s_ak. */
	static Exact value(Performance.Alternative option, List<Exact> weights) {
		Exact value = ZERO;
		for (int k = 0; k < weights.size(); k++) {
			value = value.plus(weights.get(k).times(of(option.scores().get(k), 1)));
		}
		return value;
	}

	/** w_j' = w_j (1 - t) / (1 - w_k), and t for k itself. */
	static List<Exact> moved(List<Exact> weights, int k, Exact t) {
		List<Exact> moved = new ArrayList<>();
		for (int j = 0; j < weights.size(); j++) {
			moved.add((j == k) ? t : weights.get(j).times(ONE.minus(t)).over(ONE.minus(weights.get(k))));
		}
		return moved;
	}

	/** The keys of the ranked options with the highest value. */
	static List<String> leaders(Performance performance, List<Exact> weights) {
		List<String> leaders = new ArrayList<>();
		Exact most = null;
		for (Performance.Alternative option : performance.alternatives()) {
			if (option.ranked()) {
				Exact value = value(option, weights);
				int higher = (most == null) ? 1 : value.compareTo(most);
				if (higher > 0) {
					leaders.clear();
					most = value;
				}
				if (higher >= 0) {
					leaders.add(option.key());
				}
			}
		}
		return leaders;
	}

	/** t* = R / (R - d) of every two ranked options that tie somewhere in [0, 1]. */
	static TreeSet<Exact> ties(Performance performance, int k) {
		List<Exact> weights = weights(performance);
		TreeSet<Exact> ties = new TreeSet<>();
		List<Performance.Alternative> ranked = performance.alternatives()
			.stream()
			.filter(Performance.Alternative::ranked)
			.toList();
		for (Performance.Alternative a : ranked) {
			for (Performance.Alternative b : ranked) {
				Exact difference = value(a, weights).minus(value(b, weights));
				Exact d = of(a.scores().get(k) - b.scores().get(k), 1);
				Exact r = difference.minus(weights.get(k).times(d)).over(ONE.minus(weights.get(k)));
				if (!r.same(d)) {
					Exact t = r.over(r.minus(d));
					if (t.compareTo(ZERO) >= 0 && t.compareTo(ONE) <= 0) {
						ties.add(t);
					}
				}
			}
		}
		return ties;
	}

}
