package org.mandate.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the panel gave one option on one criterion. The scores of those who were removed
 * are kept and do not count.
 *
 * @param voices each scorer's, by name
 */
public record Spread(List<Voice> voices) {

	public Spread {
		voices = List.copyOf(voices);
	}

	/**
	 * One scorer's score.
	 *
	 * @param name of the scorer
	 * @param score 0 to 10
	 * @param comment or null
	 * @param counts false for somebody who was removed
	 */
	public record Voice(String name, int score, @Nullable String comment, boolean counts) {
	}

	private List<Integer> sorted() {
		return this.voices.stream().filter(Voice::counts).map(Voice::score).sorted().toList();
	}

	/** Whether nobody whose scores count gave one. */
	public boolean isEmpty() {
		return sorted().isEmpty();
	}

	/** The lowest. */
	public int lowest() {
		return sorted().getFirst();
	}

	/** The highest. */
	public int highest() {
		return sorted().getLast();
	}

	/** The middle one; of an even number the mean of the two in the middle, exact. */
	public BigDecimal median() {
		List<Integer> sorted = sorted();
		int upper = sorted.size() / 2;
		if (sorted.size() % 2 == 1) {
			return BigDecimal.valueOf(sorted.get(upper));
		}
		int sum = sorted.get(upper - 1) + sorted.get(upper);
		return (sum % 2 == 0) ? BigDecimal.valueOf(sum / 2) : BigDecimal.valueOf(sum * 5L, 1);
	}

	/** "From 4 to 8, median 6.5", or "All gave 7". */
	public String words() {
		if (isEmpty()) {
			return "Nobody scored it";
		}
		if (lowest() == highest()) {
			return (sorted().size() == 1) ? "One scorer gave " + lowest() : "All gave " + lowest();
		}
		return "From %d to %d, median %s".formatted(lowest(), highest(), median().toPlainString());
	}

	/** Everybody's score by name, for the record. */
	String named() {
		return this.voices.stream()
			.map((voice) -> voice.name() + " " + voice.score() + (voice.counts() ? "" : " (removed)"))
			.collect(Collectors.joining(", "));
	}

}
