package org.mandate.voting;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;

/**
 * What is known of entering the figures of a version twice.
 *
 * @param enteredBy identity of the person who entered the version; null when that was
 * noted by name alone
 * @param figures what a second person entered; null while nobody did
 * @param entry who that was and when; null while nobody did
 * @param settledReason why this entry counts where two differed; null elsewhere
 */
public record SecondEntry(@Nullable UUID enteredBy, @Nullable Figures figures, @Nullable Act entry,
		@Nullable String settledReason) {

	/** How far a second entry is, for somebody who looks at a return. */
	public enum State {

		/** None is wanted, or it is done with. */
		NONE,

		/** Somebody else enters the figures: this person entered them. */
		SOMEBODY_ELSE,

		/** This person may enter the figures, and is not shown them before. */
		AWAITED,

		/** Two entries differ: a manager chooses. */
		DIFFERENT

	}

	static SecondEntry none() {
		return new SecondEntry(null, null, null, null);
	}

	/** Whether this person entered the version itself. */
	static boolean isSame(@Nullable UUID enteredBy, String name, UUID person, String personName) {
		return (enteredBy != null) ? enteredBy.equals(person) : name.equals(personName);
	}

	static State state(BallotRecord ballot, @Nullable EnteredFigures latest, Member member) {
		if (latest == null || !latest.isReturned()) {
			return State.NONE;
		}
		if (latest.second().figures() != null) {
			return State.DIFFERENT;
		}
		if (!ballot.secondEntry()) {
			return State.NONE;
		}
		return isSame(latest.second().enteredBy(), latest.entry().by(), member.id().id(), member.name())
				? State.SOMEBODY_ELSE : State.AWAITED;
	}

}
