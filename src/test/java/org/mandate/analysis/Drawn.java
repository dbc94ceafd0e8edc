package org.mandate.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.mandate.scoring.Performance;
import org.mandate.scoring.Performance.Alternative;
import org.mandate.scoring.Performance.Weighed;

/** Performance matrices for tests. */
final class Drawn {

	private Drawn() {
	}

	/** Of chance; small numbers are as likely as large ones, so that ties occur. */
	static Performance performance(Random random) {
		int criteria = 1 + random.nextInt(6);
		int options = 1 + random.nextInt(5);
		int mostWeight = (random.nextInt(3) == 0) ? 3 : 100;
		int mostScore = (random.nextInt(3) == 0) ? 2 : 10;
		List<Weighed> weighed = new ArrayList<>();
		for (int k = 0; k < criteria; k++) {
			weighed.add(new Weighed("c" + k, "Criterion " + k, random.nextInt(mostWeight + 1)));
		}
		if (weighed.stream().allMatch((each) -> each.rawWeight() == 0)) {
			weighed.set(0, new Weighed("c0", "Criterion 0", 1));
		}
		List<Alternative> alternatives = new ArrayList<>();
		for (int a = 0; a < options; a++) {
			List<Integer> scores = new ArrayList<>();
			for (int k = 0; k < criteria; k++) {
				scores.add(random.nextInt(mostScore + 1));
			}
			BigDecimal cost = (random.nextInt(4) == 0) ? null : BigDecimal.valueOf(random.nextInt(4) * 10_000L);
			alternatives.add(new Alternative("o" + a, "Option " + (a + 1), "Name " + a, a == 0 || random.nextInt(8) > 0,
					scores, cost));
		}
		return new Performance(weighed, alternatives);
	}

	/** One option a row, after a row of raw weights. */
	static Performance of(int[] weights, int[]... scores) {
		List<Weighed> criteria = new ArrayList<>();
		for (int k = 0; k < weights.length; k++) {
			criteria.add(new Weighed("c" + k, "Criterion " + (char) ('A' + k), weights[k]));
		}
		List<Alternative> alternatives = new ArrayList<>();
		for (int a = 0; a < scores.length; a++) {
			alternatives.add(option(a, null, scores[a]));
		}
		return new Performance(criteria, alternatives);
	}

	/** An option with the number after this. */
	static Alternative option(int at, BigDecimal cost, int... scores) {
		List<Integer> list = new ArrayList<>();
		for (int score : scores) {
			list.add(score);
		}
		return new Alternative("o" + at, "Option " + (at + 1), "Name " + (at + 1), true, list, cost);
	}

}
