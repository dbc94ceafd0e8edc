package org.mandate.coversheets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.recommendations.AgendaPlace;

/**
 * The cover sheet of a paper as it stands.
 *
 * @param statement what is written on it
 * @param place where the recommendation is on the agenda of a meeting; null where it is
 * on none
 * @param savedAt when it was last saved
 * @param savedBy by whom
 * @param version counts what was saved from 0
 */
public record CoverSheet(CoverStatement statement, AgendaPlace.@Nullable Place place, Instant savedAt, String savedBy,
		int version) {

	/**
	 * The day of the meeting: that of the agenda on which the recommendation is, or else
	 * the one that was typed; null where neither is known.
	 */
	public @Nullable LocalDate meetingOn() {
		return (this.place != null) ? this.place.heldOn() : this.statement.meetingOn();
	}

	/** What is still to be filled in, each with its article: "the paper number". */
	public List<String> missing() {
		List<String> missing = new ArrayList<>();
		note(missing, meetingOn(), "the date of the meeting");
		note(missing, this.statement.paperNumber(), "the paper number");
		note(missing, this.statement.purpose(), "what the meeting is to do with it");
		note(missing, this.statement.conflicts(), "the conflicts of interest");
		note(missing, this.statement.author(), "the author");
		note(missing, this.statement.lead(), "the lead");
		return missing;
	}

	private static void note(List<String> missing, @Nullable Object value, String what) {
		if (value == null) {
			missing.add(what);
		}
	}

}
