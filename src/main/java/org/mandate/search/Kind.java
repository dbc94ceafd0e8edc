package org.mandate.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is looked through, in the order in which it is shown.
 */
public enum Kind {

	/** Appraisals, with what is recorded of their options. */
	APPRAISALS("Appraisals"),

	/** Recommendations that are being written or put, and sealed papers. */
	PAPERS("Recommendations and papers"),

	/** Items of meetings. */
	DECISIONS("Meetings and decisions"),

	/** Practices of the register. */
	PRACTICES("Practices");

	private final String label;

	Kind(String label) {
		this.label = label;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** As in addresses: "papers". */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Kind> of(String slug) {
		return Arrays.stream(values()).filter((kind) -> kind.slug().equals(slug)).findFirst();
	}

}
