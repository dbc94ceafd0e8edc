package org.mandate.submissions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The documents that go with the pro forma (NHS England's slides, technical plenary,
 * "Supporting information includes the proposed governance structure and constitution
 * amendment"; finance plenary; "Conflicts of interest management").
 */
public enum ChecklistItem {

	/** Terms of reference and structure. */
	GOVERNANCE("Governance structure", "The terms of reference and who sits on the committee"),

	/** The amendment. */
	CONSTITUTION("Constitution amendment",
			"The amendment as it goes to NHS England. Template documents can be amended to reflect local arrangements"),

	/** The money. */
	FINANCE("Finance template", "The sum that is covered, and who agreed to it"),

	/** Conflicts of interest. */
	CONFLICTS("Conflicts of interest arrangements", "The policy and the registers");

	private final String label;

	private final String hint;

	ChecklistItem(String label, String hint) {
		this.label = label;
		this.hint = hint;
	}

	/** How far a document is. */
	public enum State {

		/** Nothing recorded. */
		NOT_YET("Not yet", "grey"),

		/** Being written. */
		IN_DRAFT("In draft", "yellow"),

		/** Goes with the pro forma. */
		READY("Ready", "green"),

		/** Does not go with it, for a reason. */
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

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

		/** Whether nothing more is to be done. */
		public boolean isDone() {
			return this == READY || this == NOT_NEEDED;
		}

	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** What it is. */
	public String hint() {
		return this.hint;
	}

	/** As in addresses. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<ChecklistItem> of(String slug) {
		return Arrays.stream(values()).filter((item) -> item.slug().equals(slug)).findFirst();
	}

}
