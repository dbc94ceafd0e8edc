package org.mandate.voices;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one of the three says.
 *
 * @param kind whose voice it is
 * @param named the options it puts first: one, more in a tie of scores, none where it
 * names none
 * @param rejected the option that it turned down; null where there is none
 * @param remark what is known although no option is named, as a clause: "the members’
 * vote was not quorate"; null where an option is named or nothing is known
 * @param statement in a sentence or two, for its place on the page
 * @param evidence the page with the evidence, below the appraisal's; null where there is
 * none
 */
public record Voice(Kind kind, List<Named> named, @Nullable Named rejected, @Nullable String remark, String statement,
		@Nullable String evidence) {

	public Voice {
		named = List.copyOf(named);
	}

	/** Whose voice. */
	public enum Kind {

		/** The ballot of the member practices. */
		MEMBERS("The members’ vote", "the members", "what the members prefer"),

		/** Recorded here. */
		EXECUTIVE("The executive’s view", "the executive", "what the executive prefers"),

		/** The analysis of the agreed scores. */
		SCORES("The panel’s scores", "the panel’s scores", "what the panel’s scores put first");

		private final String label;

		private final String subject;

		private final String question;

		Kind(String label, String subject, String question) {
			this.label = label;
			this.subject = subject;
			this.question = question;
		}

		/** As a heading. */
		public String label() {
			return this.label;
		}

		String subject() {
			return this.subject;
		}

		String question() {
			return this.question;
		}

	}

	/**
	 * An option as a voice names it.
	 *
	 * @param key of the option
	 * @param title "Option 2: Joint commissioning"
	 */
	public record Named(String key, String title) {
	}

	static Voice naming(Kind kind, List<Named> named, String statement, @Nullable String evidence) {
		return new Voice(kind, named, null, null, statement, evidence);
	}

	static Voice unknown(Kind kind, String statement, @Nullable String evidence) {
		return new Voice(kind, List.of(), null, null, statement, evidence);
	}

	static Voice remarking(Kind kind, String remark, String statement, @Nullable String evidence) {
		return new Voice(kind, List.of(), null, remark, statement, evidence);
	}

	/** Whether it puts an option first. */
	public boolean names() {
		return !this.named.isEmpty();
	}

	/** Whether nothing is known of it yet. */
	public boolean isUnknown() {
		return !names() && this.remark == null;
	}

	/** The options it puts first, or that it does not: a few words, as a heading. */
	public String heading() {
		if (names()) {
			return String.join(" and ", this.named.stream().map(Named::title).toList())
					+ ((this.named.size() > 1) ? ", level" : "");
		}
		return isUnknown() ? "Not yet known" : "Names no option";
	}

}
