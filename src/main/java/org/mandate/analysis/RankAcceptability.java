package org.mandate.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.mandate.scoring.Performance.Alternative;

/**
 * How often each option comes where, when only the order of the weights is trusted:
 * weights drawn evenly from all that keep the order (the rank-order simplex; stochastic
 * multi-criteria acceptability analysis). Criteria with the same raw weight may come in
 * either order; one with the weight 0 is the last of the order. Drawn in whole numbers
 * with a stated seed, so that every machine finds the same.
 *
 * @param samples how many weights were drawn
 * @param seed of the generator
 * @param rows one an option, in the order of the matrix
 */
public record RankAcceptability(int samples, long seed, List<Row> rows) {

	/** How many weights are drawn. */
	public static final int SAMPLES = 10_000;

	/** Date of the first decision this was made for, 29 January 2015. */
	public static final long SEED = 20150129;

	/** Specified to the last bit, so that every machine draws the same. */
	private static final String ALGORITHM = "Random";

	public RankAcceptability {
		rows = List.copyOf(rows);
	}

	/**
	 * How often an option came where.
	 *
	 * @param option which
	 * @param counts how many samples gave it each rank, from the first on
	 * @param samples of how many
	 */
	public record Row(Alternative option, List<Integer> counts, int samples) {

		public Row {
			counts = List.copyOf(counts);
		}

		/** Share of the samples in which it had a rank, from 1. */
		public Fraction share(int rank) {
			return Fraction.of(this.counts.get(rank - 1), this.samples);
		}

	}

	static RankAcceptability of(Contest contest) {
		return of(contest, SAMPLES, SEED);
	}

	static RankAcceptability of(Contest contest, int samples, long seed) {
		RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
		long[] raw = contest.rawWeights();
		int[] order = order(raw);
		int options = contest.options().size();
		long[][] scores = contest.scores();
		long[] sums = new long[options];
		int[][] counts = new int[options][options];
		for (int sample = 0; sample < samples; sample++) {
			long[] weights = draw(random, raw, order);
			for (int option = 0; option < options; option++) {
				sums[option] = 0;
				for (int criterion = 0; criterion < weights.length; criterion++) {
					sums[option] += weights[criterion] * scores[option][criterion];
				}
			}
			for (int option = 0; option < options; option++) {
				int ahead = 0;
				for (long sum : sums) {
					ahead += (sum > sums[option]) ? 1 : 0;
				}
				counts[option][ahead]++;
			}
		}
		List<Row> rows = new ArrayList<>();
		for (int option = 0; option < options; option++) {
			rows.add(new Row(contest.options().get(option), Arrays.stream(counts[option]).boxed().toList(), samples));
		}
		return new RankAcceptability(samples, seed, rows);
	}

	/** The criteria from the largest raw weight down. */
	static int[] order(long[] raw) {
		return IntStream.range(0, raw.length)
			.boxed()
			.sorted(Comparator.comparingLong((Integer criterion) -> raw[criterion]).reversed())
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/**
	 * Weights in whole numbers: the pieces of a stick broken at places of chance, the
	 * largest for the first of the order; which of two with equal raw weights comes first
	 * is chance too.
	 */
	static long[] draw(RandomGenerator random, long[] raw, int[] order) {
		int n = order.length;
		long[] cuts = new long[n];
		for (int i = 0; i < n - 1; i++) {
			cuts[i] = random.nextInt() >>> 1;
		}
		cuts[n - 1] = 1L << 31;
		Arrays.sort(cuts);
		long[] pieces = new long[n];
		for (int i = 0; i < n; i++) {
			pieces[i] = cuts[i] - ((i > 0) ? cuts[i - 1] : 0);
		}
		Arrays.sort(pieces);
		int[] drawn = order.clone();
		for (int i = n - 1; i > 0; i--) {
			int first = i;
			while (first > 0 && raw[order[first - 1]] == raw[order[i]]) {
				first--;
			}
			int other = first + random.nextInt(i - first + 1);
			int swapped = drawn[i];
			drawn[i] = drawn[other];
			drawn[other] = swapped;
		}
		long[] weights = new long[n];
		for (int i = 0; i < n; i++) {
			weights[drawn[i]] = pieces[n - 1 - i];
		}
		return weights;
	}

	/** The option that comes first most often. */
	public Row mostOftenFirst() {
		return this.rows.stream().max(Comparator.comparingInt((row) -> row.counts().getFirst())).orElseThrow();
	}

}
