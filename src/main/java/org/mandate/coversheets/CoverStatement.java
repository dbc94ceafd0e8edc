package org.mandate.coversheets;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is written on the cover sheet of a paper. Everything but the title may still be
 * missing.
 *
 * @param meetingOn the day of the meeting as it was typed; the agenda's goes before it
 * @param paperNumber as the organisation numbers its papers, such as "15/04", at most 40
 * characters
 * @param title at most 200 characters
 * @param purpose what the meeting is to do with it
 * @param conflicts whether a conflict of interest is known, and what follows from it
 * @param conflictsDetail who and what, at most 1,000 characters
 * @param author who wrote it, at most 200 characters
 * @param lead who answers for it, at most 200 characters
 */
public record CoverStatement(@Nullable LocalDate meetingOn, @Nullable String paperNumber, String title,
		@Nullable Purpose purpose, @Nullable Conflicts conflicts, @Nullable String conflictsDetail,
		@Nullable String author, @Nullable String lead) {

	/** The title where nobody chose another. */
	public static final String TITLE = "Primary care co-commissioning";

	/** What the meeting is to do with a paper. */
	public enum Purpose {

		/** The body decides. */
		DECISION("For decision"),

		/** The body talks about it. */
		DISCUSSION("For discussion"),

		/** The body takes note. */
		INFORMATION("For information");

		private final String label;

		Purpose(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * Conflicts of interest as a cover sheet gives them: the five options of NHS England,
	 * Managing conflicts of interest: statutory guidance for CCGs.
	 */
	public enum Conflicts {

		/** There is none. */
		NONE("No conflict identified"),

		/** There is one, and it keeps nobody from anything. */
		DISCUSSION_AND_DECISION("Conflict noted: may take part in the discussion and vote"),

		/** Speaks but does not vote. */
		DISCUSSION_ONLY("Conflict noted: may discuss, may not vote"),

		/** Stays in the room. */
		REMAIN_ONLY("Conflict noted: may stay in the room, may not take part"),

		/** Leaves the room. */
		EXCLUDED("Conflict noted: must leave the room");

		private final String label;

		Conflicts(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** The facts by name, without those that are missing. */
	Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		note(facts, "meetingOn", this.meetingOn);
		note(facts, "paperNumber", this.paperNumber);
		note(facts, "title", this.title);
		note(facts, "purpose", (this.purpose != null) ? this.purpose.label() : null);
		note(facts, "conflicts", (this.conflicts != null) ? this.conflicts.label() : null);
		note(facts, "conflictsDetail", this.conflictsDetail);
		note(facts, "author", this.author);
		note(facts, "lead", this.lead);
		return facts;
	}

	private static void note(Map<String, Object> facts, String name, @Nullable Object value) {
		if (value != null) {
			facts.put(name, value.toString());
		}
	}

}
