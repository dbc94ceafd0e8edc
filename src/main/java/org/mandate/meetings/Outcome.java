package org.mandate.meetings;

import org.jspecify.annotations.Nullable;

/**
 * How the committee left the item.
 *
 * @param result in a word
 * @param put what lay before it; null for what is noted, and for a recommendation that
 * was not put
 * @param amendedWording the words approved in place of those put; for an approval with
 * amendments
 * @param reason why; always there for a deferral
 * @param vote null where none was taken: for what is noted, and for an item that had to
 * be deferred
 */
public record Outcome(Result result, @Nullable Put put, @Nullable String amendedWording, @Nullable String reason,
		@Nullable Vote vote) {

	/** How a committee left an item. */
	public enum Result {

		/** As put. */
		APPROVED("Approved", "green"),

		/** In other words. */
		APPROVED_WITH_AMENDMENTS("Approved with amendments", "green"),

		/** Put off. */
		DEFERRED("Deferred", "yellow"),

		/** Not approved. */
		REJECTED("Rejected", "red"),

		/** Discussed, or heard. */
		NOTED("Noted", "grey");

		private final String label;

		private final String colour;

		Result(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/**
	 * What lay before the committee, as it was then.
	 *
	 * @param wording what it was asked to approve
	 * @param options that were considered; null where none are on record
	 * @param recommendation number of the recommendation within its appraisal, and of its
	 * paper; null for another motion
	 * @param version of its wording; null for another motion
	 */
	public record Put(String wording, @Nullable String options, @Nullable Integer recommendation,
			@Nullable Integer version) {
	}

	/** The same, about what lay before the committee. */
	Outcome on(@Nullable Put before) {
		return new Outcome(this.result, before, this.amendedWording, this.reason, this.vote);
	}

	/** The words that were decided on, or put where nothing was decided. */
	public @Nullable String wording() {
		if (this.amendedWording != null) {
			return this.amendedWording;
		}
		return (this.put != null) ? this.put.wording() : null;
	}

	/** In a phrase: "Approved: 9 for, 0 against, 1 abstained". */
	public String words() {
		return this.result.label() + ((this.vote != null) ? ": " + this.vote.words() : "");
	}

}
