package org.mandate.voting;

import java.util.ArrayList;
import java.util.List;

/**
 * What a practice can be entered with on a roll.
 *
 * @param code as in a {@link Roll}; empty for a practice that returned nothing
 * @param name as on the roll
 */
public record RollChoice(String code, String name) {

	/** Everything that can be entered, the recommended choice first. */
	static List<RollChoice> of(BallotRecord ballot) {
		List<RollChoice> choices = new ArrayList<>();
		String proposed = ballot.proposed();
		for (Choice choice : ballot.choices()) {
			if (choice.code().equals(proposed)) {
				choices.addFirst(new RollChoice(choice.code(), "Agrees with " + choice.shortName()));
			}
			else {
				choices.add(new RollChoice(choice.code(),
						((proposed != null) ? "Prefers " : "Voted for ") + choice.shortName()));
			}
		}
		choices.add(new RollChoice(Roll.ABSTAINED, "Abstained"));
		choices.add(new RollChoice(Roll.SPOILT, "Spoilt"));
		choices.add(new RollChoice(Roll.CONFLICTED, "Conflicted out"));
		choices.add(new RollChoice(Roll.ABSENT, "Absent"));
		choices.add(new RollChoice("", "Not returned"));
		return List.copyOf(choices);
	}

}
