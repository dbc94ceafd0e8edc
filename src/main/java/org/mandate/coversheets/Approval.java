package org.mandate.coversheets;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where one officer's approval of the paper stands: one line of "This report has been
 * approved by the following officers".
 *
 * @param office as what the officer approves
 * @param request that the officer was asked; null for an office of which nobody was
 * @param last what was said last; null where nothing was said since the officer was
 * asked, or nobody was asked
 * @param now the text as it is now; null where there is no recommendation yet
 */
public record Approval(Office office, @Nullable Act request, @Nullable Act last, @Nullable TextVersion now) {

	/** How far an approval is. */
	public enum State {

		/** Nobody was asked. */
		NOT_ASKED("Not asked", "grey"),

		/** Asked, and not answered yet. */
		ASKED("Asked", "blue"),

		/** Given for the text as it is. */
		GIVEN("Given", "green"),

		/** Given for an earlier text, and so void. */
		VOID("Void", "orange"),

		/** Refused. */
		REFUSED("Refused", "red"),

		/** Not needed. */
		NOT_NEEDED("Not needed", "grey");

		private final String label;

		private final String colour;

		State(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** Of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/** How far it is. */
	public State state() {
		if (this.last == null) {
			return (this.request != null) ? State.ASKED : State.NOT_ASKED;
		}
		return switch (this.last.kind()) {
			case ASKED -> State.ASKED;
			case GIVEN -> (outdated() != null) ? State.VOID : State.GIVEN;
			case REFUSED -> State.REFUSED;
			case NOT_NEEDED -> State.NOT_NEEDED;
		};
	}

	/** Whether nothing more is to be done about it. */
	public boolean settled() {
		return state() == State.GIVEN || state() == State.NOT_NEEDED;
	}

	/**
	 * Whether the officer can be asked again: after any answer that does not stand, and
	 * where the text was changed since.
	 */
	public boolean canBeAskedAgain() {
		return this.request != null && state() != State.GIVEN && (this.last != null || !isAboutNow(this.request));
	}

	private boolean isAboutNow(Act act) {
		return act.text().equals(this.now);
	}

	/** The officer's name; null where nobody was asked. */
	public @Nullable String officer() {
		return (this.request != null) ? this.request.officerName() : null;
	}

	/** The officer's identity in the organisation; null for somebody outside. */
	public @Nullable UUID officerId() {
		return (this.request != null) ? this.request.officer() : null;
	}

	/**
	 * Where the answer is about an earlier text, a sentence without a full stop: "given
	 * for version 2; the text is now version 3". Null where it is not.
	 */
	public @Nullable String outdated() {
		if (this.last == null || this.now == null || !this.last.answers()) {
			return null;
		}
		String since = this.last.text().since(this.now);
		return (since != null)
				? "%s for version %d; %s".formatted((this.last.kind() == Act.Kind.GIVEN) ? "given" : "refused",
						this.last.text().recommendation(), since)
				: null;
	}

}
