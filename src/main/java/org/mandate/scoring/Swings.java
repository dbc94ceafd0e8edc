package org.mandate.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What holds of swing weights: a swing that is valued less does not weigh more.
 */
final class Swings {

	private Swings() {
	}

	/** Whether the weights fall, or stay, as the ranks rise. */
	static boolean fall(Map<UUID, Integer> ranks, Map<UUID, Integer> weights) {
		List<UUID> order = ranks.entrySet()
			.stream()
			.sorted(Comparator.comparing(Map.Entry::getValue))
			.map(Map.Entry::getKey)
			.toList();
		for (int i = 1; i < order.size(); i++) {
			if (weights.getOrDefault(order.get(i), 0) > weights.getOrDefault(order.get(i - 1), 0)) {
				return false;
			}
		}
		return true;
	}

}
