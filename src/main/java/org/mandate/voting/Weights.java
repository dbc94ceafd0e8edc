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
 * @param byVote the votes of the practices that returned something, by what they did: the
 * code of a choice, or one of {@link Roll}'s
 */
public record Weights(List<Integer> entitled, Map<String, List<Integer>> byVote) {

	private static final Set<String> NOT_FOR_A_CHOICE = Set.of(Roll.ABSTAINED, Roll.SPOILT);

	static final Set<String> NOT_CAST = Set.of(Roll.CONFLICTED, Roll.ABSENT);

	public Weights {
		entitled = List.copyOf(entitled);
		byVote = Map.copyOf(byVote);
	}

	/** The votes that all practices have. */
	public long total() {
		return sum(this.entitled.stream());
	}

	/** The votes for a choice, or of those that did something else. */
	public long of(String code) {
		return sum(this.byVote.getOrDefault(code, List.of()).stream());
	}

	/** Votes for choices. */
	public long expressed() {
		return sum(this.byVote.entrySet()
			.stream()
			.filter((entry) -> !NOT_CAST.contains(entry.getKey()) && !NOT_FOR_A_CHOICE.contains(entry.getKey()))
			.flatMap((entry) -> entry.getValue().stream()));
	}

	/** Votes for choices, abstentions and spoilt votes. */
	public long cast() {
		return sum(this.byVote.entrySet()
			.stream()
			.filter((entry) -> !NOT_CAST.contains(entry.getKey()))
			.flatMap((entry) -> entry.getValue().stream()));
	}

	private static long sum(Stream<Integer> votes) {
		return votes.mapToLong(Integer::intValue).sum();
	}

}
