package org.mandate.voting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Something about figures that may be right and is often a mistake: the person may go on,
 * with a reason that is kept.
 *
 * @param message what is unusual, with its numbers
 */
public record Warning(String message) {

	/**
	 * What is unusual about a unit's figures: a turnout under half, unanimity among more
	 * than five, a result against the recommended model, abstentions of a fifth or more.
	 */
	static List<Warning> of(Figures figures, int entitled, @Nullable String proposed) {
		List<Warning> warnings = new ArrayList<>();
		boolean complete = !figures.incomplete();
		if (complete && figures.cast() * 2 < entitled) {
			warnings.add(new Warning(
					"Fewer than half of the practices voted: %d of %d.".formatted(figures.cast(), entitled)));
		}
		boolean unanimous = complete ? figures.votes().values().stream().anyMatch((votes) -> votes == entitled)
				: figures.stated() == 0;
		if (unanimous && entitled > 5) {
			warnings.add(new Warning("All %d practices voted alike.".formatted(entitled)));
		}
		if (proposed != null && complete && figures.expressed() > 0 && figures.of(proposed) * 2 < figures.expressed()) {
			warnings.add(new Warning("Fewer than half of the votes are for the recommended model: %d of %d."
				.formatted(figures.of(proposed), figures.expressed())));
		}
		int cast = complete ? figures.cast() : entitled;
		if (cast > 0 && figures.abstained() * 5 >= cast) {
			warnings.add(new Warning("A fifth or more abstained: %d of %d.".formatted(figures.abstained(), cast)));
		}
		return warnings;
	}

	/**
	 * Which practices have closed since the census date and are, or may be, among those
	 * that voted: whoever speaks for them now may not be their successor.
	 * @param way how the figures came: counts do not say who voted
	 */
	static List<Warning> ofClosed(Collection<Elector> electors, Way way) {
		List<String> closed = electors.stream()
			.filter((elector) -> elector.closedOn() != null)
			.filter((elector) -> !way.byPractice() || voted(elector))
			.map((elector) -> "%s (%s)".formatted(elector.name(), elector.code()))
			.toList();
		if (closed.isEmpty()) {
			return List.of();
		}
		boolean one = closed.size() == 1;
		return List.of(new Warning(way.byPractice()
				? "%s %s closed since the census date, and %s entered as having voted.".formatted(Paragraph.and(closed),
						one ? "has" : "have", one ? "is" : "are")
				: "%s %s closed since the census date. Check whether the figures count %s."
					.formatted(Paragraph.and(closed), one ? "has" : "have", one ? "its vote" : "their votes")));
	}

	private static boolean voted(Elector elector) {
		return elector.vote() != null && !Objects.equals(elector.vote(), Roll.ABSENT)
				&& !Objects.equals(elector.vote(), Roll.CONFLICTED);
	}

}
