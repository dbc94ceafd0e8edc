package org.mandate.analysis;

import java.util.ArrayList;
import java.util.List;

import org.mandate.scoring.Performance;
import org.mandate.scoring.Performance.Alternative;
import org.mandate.scoring.Performance.Weighed;

/**
 * The options that compete for the first place, and who leads under any weights. Sums are
 * whole numbers: what they have in common, the sum of the weights, decides nothing.
 *
 * @param criteria with their raw weights
 * @param options those that are ranked
 */
record Contest(List<Weighed> criteria, List<Alternative> options) {

	static Contest of(Performance performance) {
		return new Contest(performance.criteria(),
				performance.alternatives().stream().filter(Alternative::ranked).toList());
	}

	long[] rawWeights() {
		return this.criteria.stream().mapToLong(Weighed::rawWeight).toArray();
	}

	long score(int option, int criterion) {
		return this.options.get(option).scores().get(criterion);
	}

	/** The scores of each option, in the order of the criteria. */
	long[][] scores() {
		return this.options.stream()
			.map((option) -> option.scores().stream().mapToLong(Integer::longValue).toArray())
			.toArray(long[][]::new);
	}

	/** The weighted sum of each option. */
	long[] sums(long[] weights) {
		long[] sums = new long[this.options.size()];
		for (int option = 0; option < sums.length; option++) {
			for (int criterion = 0; criterion < weights.length; criterion++) {
				sums[option] += weights[criterion] * score(option, criterion);
			}
		}
		return sums;
	}

	/** Those with the highest sum. */
	List<Alternative> leaders(long[] sums) {
		long most = Long.MIN_VALUE;
		for (long sum : sums) {
			most = Math.max(most, sum);
		}
		List<Alternative> leaders = new ArrayList<>();
		for (int option = 0; option < sums.length; option++) {
			if (sums[option] == most) {
				leaders.add(this.options.get(option));
			}
		}
		return leaders;
	}

}
