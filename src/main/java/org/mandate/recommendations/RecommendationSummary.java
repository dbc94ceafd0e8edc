package org.mandate.recommendations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A recommendation as others see it.
 *
 * @param id identity
 * @param number from 1 within the appraisal; a higher one supersedes it
 * @param startedBy who began it
 * @param startedAt when
 * @param version its latest text
 * @param submission that it is, or was, before the governing body; null while it is a
 * draft
 * @param resolution what the governing body resolved; null while it has not
 */
public record RecommendationSummary(RecommendationId id, int number, String startedBy, Instant startedAt,
		RecommendationVersion version, @Nullable Submission submission, @Nullable Resolution resolution) {

	/** How far a recommendation is. */
	public enum Stage {

		/** Being written. */
		DRAFT("Draft"),

		/** Before the governing body. */
		PUT("Put to the governing body"),

		/** Resolved on, and sealed. */
		SEALED("Resolved and sealed");

		private final String label;

		Stage(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** How far it is. */
	public Stage stage() {
		if (this.resolution != null) {
			return Stage.SEALED;
		}
		return (this.submission != null) ? Stage.PUT : Stage.DRAFT;
	}

	/** Whether it is still being written. */
	public boolean draft() {
		return stage() == Stage.DRAFT;
	}

	/** Whether the governing body has it before it. */
	public boolean put() {
		return stage() == Stage.PUT;
	}

	/** Whether the governing body resolved on it. */
	public boolean sealed() {
		return stage() == Stage.SEALED;
	}

}
