package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Which figures of a sealed paper are others on record now. The paper keeps its own; who
 * reads it has to know.
 */
final class Corrections {

	private Corrections() {
	}

	/**
	 * What differs, a sentence each; empty where nothing does, or another ballot is the
	 * latest now.
	 * @param sealed the vote as the paper tells it
	 * @param now the vote as it is on record; null when there is none
	 */
	static List<String> between(Paper.@Nullable Consultation sealed, Paper.@Nullable Consultation now) {
		if (sealed == null || now == null || sealed.ballot() != now.ballot() || sealed.rows().isEmpty()
				|| now.rows().isEmpty()) {
			return List.of();
		}
		List<String> found = new ArrayList<>();
		for (Paper.VoteRow before : sealed.rows()) {
			now.rows()
				.stream()
				.filter((row) -> row.slug().equals(before.slug()))
				.findFirst()
				.ifPresentOrElse((after) -> differing(before.name(), sealed, before.cells(), now, after.cells(), found),
						() -> found.add("%s is no longer asked.".formatted(before.name())));
		}
		differing("All localities", sealed, sealed.totals(), now, now.totals(), found);
		if (!sealed.verdict().equals(now.verdict())) {
			found.add("The verdict was “%s”; on record it is “%s” now.".formatted(sealed.verdict(), now.verdict()));
		}
		return found;
	}

	private static void differing(String unit, Paper.Consultation sealed, List<String> before, Paper.Consultation now,
			List<String> after, List<String> found) {
		for (int i = 0; i < before.size(); i++) {
			String column = sealed.columns().get(i + 1);
			String figure = before.get(i);
			cell(now, after, column).filter((other) -> !other.equals(figure))
				.ifPresent((other) -> found
					.add("%s, %s: %s in this paper, %s on record now.".formatted(unit, column, figure, other)));
		}
	}

	private static Optional<String> cell(Paper.Consultation now, List<String> cells, String column) {
		int at = now.columns().indexOf(column);
		return (at > 0) ? Optional.of(cells.get(at - 1)) : Optional.empty();
	}

}
