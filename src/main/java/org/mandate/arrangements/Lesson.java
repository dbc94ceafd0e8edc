package org.mandate.arrangements;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something learned from the arrangement, of the three kinds that the roadshow slides
 * want to evaluate ("Development support").
 *
 * @param number from 1 within the appraisal
 * @param statement what was learned
 * @param savedBy who saved it last
 * @param savedAt when
 * @param version grows with each change
 */
public record Lesson(int number, Statement statement, String savedBy, Instant savedAt, int version) {

	/** Most characters of a lesson. */
	public static final int WORDS = 4000;

	/** Most characters of with whom it is shared. */
	public static final int SHARED = 300;

	/** The kinds, in the order of the slides. */
	public enum Kind {

		/** "what is and is not working". */
		WORKING_OR_NOT("What is and is not working"),

		/** "any unforeseen perverse incentives and system blockages". */
		INCENTIVE_OR_BLOCKAGE("Unforeseen perverse incentives and system blockages"),

		/** "examples of good practice". */
		GOOD_PRACTICE("Good practice");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * What was learned.
	 *
	 * @param kind of which kind
	 * @param words in words
	 * @param sharedWith with whom it was shared; null while it was not
	 */
	public record Statement(Kind kind, String words, @Nullable String sharedWith) {
	}

}
