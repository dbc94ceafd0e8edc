package org.mandate.analysis;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RankAcceptabilityTests {

	/** Larger than what chance makes of 10,000 samples, in a thousand trials. */
	private static final double CHANCE = 0.02;

	private static double first(int option, int[] weights, int[]... scores) {
		RankAcceptability ranks = RankAcceptability.of(Contest.of(Drawn.of(weights, scores)));
		assertThat(ranks.samples()).isEqualTo(10_000);
		assertThat(ranks.seed()).isEqualTo(20150129);
		return ranks.rows().get(option).counts().getFirst() / 10_000.0;
	}

	/** With w1 even on [1/2, 1], 10 w1 beats 6 w1 + 9 (1 - w1) where w1 > 9/13. */
	@Test
	void knowsTheShareThatCanBeWorkedOutByHand() {
		int[][] scores = { { 10, 0 }, { 6, 9 } };
		assertThat(first(0, new int[] { 100, 20 }, scores)).isCloseTo((1 - 9 / 13.0) / 0.5, within(CHANCE));
		assertThat(first(0, new int[] { 20, 100 }, scores)).isZero();
	}

	/** Equal raw weights say nothing of the order: w1 is even on [0, 1]. */
	@Test
	void allowsBothOrdersOfEqualWeights() {
		assertThat(first(0, new int[] { 50, 50 }, new int[] { 10, 0 }, new int[] { 6, 9 })).isCloseTo(1 - 9 / 13.0,
				within(CHANCE));
		assertThat(first(0, new int[] { 50, 50 }, new int[] { 10, 0 }, new int[] { 0, 10 })).isCloseTo(0.5,
				within(CHANCE));
	}

	/** A raw weight of 0 is the last of the order, and may be worth something. */
	@Test
	void keepsAWeightOfNothingInTheOrder() {
		double first = first(0, new int[] { 100, 0 }, new int[] { 10, 0 }, new int[] { 6, 9 });
		assertThat(first).isCloseTo((1 - 9 / 13.0) / 0.5, within(CHANCE));
	}

	/**
	 * The mean of weights that are even on the rank-order simplex: the centroid, 1/n
	 * times the sum of 1/i from the rank on (Barron and Barrett, 1996).
	 */
	@Test
	void drawsEvenlyFromTheRankOrderSimplex() {
		long[] raw = { 10, 40, 20, 30 };
		Random random = new Random(3);
		double[] mean = new double[4];
		for (int i = 0; i < 20_000; i++) {
			long[] drawn = RankAcceptability.draw(random, raw, RankAcceptability.order(raw));
			assertThat(drawn[1]).isGreaterThanOrEqualTo(drawn[3]);
			assertThat(drawn[3]).isGreaterThanOrEqualTo(drawn[2]);
			assertThat(drawn[2]).isGreaterThanOrEqualTo(drawn[0]);
			for (int k = 0; k < 4; k++) {
				mean[k] += drawn[k] / (double) (1L << 31) / 20_000;
			}
			assertThat(drawn[0] + drawn[1] + drawn[2] + drawn[3]).isEqualTo(1L << 31);
		}
		assertThat(mean[1]).isCloseTo((1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4, within(0.005));
		assertThat(mean[3]).isCloseTo((1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4, within(0.005));
		assertThat(mean[2]).isCloseTo((1 / 3.0 + 1 / 4.0) / 4, within(0.005));
		assertThat(mean[0]).isCloseTo(1 / 16.0, within(0.005));
	}

	@Test
	void oneCriterionIsDecidedByItself() {
		assertThat(first(0, new int[] { 7 }, new int[] { 3 }, new int[] { 3 }, new int[] { 2 })).isOne();
		assertThat(first(2, new int[] { 7 }, new int[] { 3 }, new int[] { 3 }, new int[] { 2 })).isZero();
	}

}
