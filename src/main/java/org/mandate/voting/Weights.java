package org.mandate.voting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much the practices of a unit weigh under a rule that weighs them, practice by
 * practice.
 *
 * @param entitled the votes of every practice entitled
 * @param cast the votes of the practices that returned something, by what they did: the
 * code of a choice, or ABSTAINED, SPOILT, CONFLICTED, ABSENT
 */
public record Weights(List<Integer> entitled, Map<String, List<Integer>> cast) {

	private static final Set<String> NOT_FOR_A_CHOICE = Set.of("ABSTAINED", "SPOILT");

	static final Set<String> NOT_CAST = Set.of("CONFLICTED", "ABSENT");

	public Weights {
		entitled = List.copyOf(entitled);
		cast = Map.copyOf(cast);
	}

	/** The votes that all practices have. */
	public long total() {
		return sum(this.entitled.stream());
	}

	/** The votes for a choice, or of those that did something else. */
	public long of(String code) {
		return sum(this.cast.getOrDefault(code, List.of()).stream());
	}

	/** Votes for choices. */
	public long expressed() {
		return sum(this.cast.entrySet()
			.stream()
			.filter((entry) -> !NOT_CAST.contains(entry.getKey()) && !NOT_FOR_A_CHOICE.contains(entry.getKey()))
			.flatMap((entry) -> entry.getValue().stream()));
	}

	/** Votes for choices, abstentions and spoilt votes. */
	public long cast() {
		return sum(this.cast.entrySet()
			.stream()
			.filter((entry) -> !NOT_CAST.contains(entry.getKey()))
			.flatMap((entry) -> entry.getValue().stream()));
	}

	private static long sum(Stream<Integer> votes) {
		return votes.mapToLong(Integer::intValue).sum();
	}

}
