package org.mandate.voting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One version of a unit's return, as the result lists it.
 *
 * @param number from 1
 * @param figures what it said
 * @param way how the figures came
 * @param entry who entered it and when
 * @param onBehalf whether it was entered by somebody other than the unit's director
 * @param correctionReason why it replaced an accepted version; null for the first
 * @param warningsReason why unlikely figures are right; null when none were
 * @param returned when and by whom it was returned; null for a draft
 * @param acceptance when and by whom it was accepted; null if it was not
 * @param sendingBack when and by whom it was sent back; null if it was not
 * @param sentBackReason why it was sent back
 * @param registerCount practices entered from the register for the number not stated;
 * null if none were
 * @param registerEntry when and by whom
 * @param listSizes registered patients of the practices that returned something, by what
 * they did; empty unless they returned practice by practice
 * @param second what is known of entering them twice
 */
public record EnteredFigures(int number, Figures figures, Way way, Act entry, boolean onBehalf,
		@Nullable String correctionReason, @Nullable String warningsReason, @Nullable Act returned,
		@Nullable Act acceptance, @Nullable Act sendingBack, @Nullable String sentBackReason,
		@Nullable Integer registerCount, @Nullable Act registerEntry, Map<String, List<Integer>> listSizes,
		SecondEntry second) {

	public EnteredFigures {
		listSizes = Map.copyOf(listSizes);
	}

	/** What the practices' votes weigh, by what they did. */
	Map<String, List<Integer>> weights(Weight weight) {
		return this.listSizes.entrySet()
			.stream()
			.collect(
					Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().stream().map(weight::of).toList()));
	}

	/** Whether it is not returned yet. */
	public boolean isDraft() {
		return this.returned == null;
	}

	/** Whether it waits to be accepted. */
	public boolean isReturned() {
		return this.returned != null && this.acceptance == null && this.sendingBack == null;
	}

}
