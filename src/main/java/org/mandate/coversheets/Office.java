package org.mandate.coversheets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * As what an officer approves a paper: the lines of "This report has been approved by the
 * following officers" (Southern Derbyshire CCG's report of 15 January 2015).
 */
public enum Office {

	/** For the law. */
	LEGAL("Legal officer"),

	/** For the money. */
	FINANCIAL("Financial officer"),

	/** For the staff. */
	HUMAN_RESOURCES("Human Resources officer"),

	/** For premises and property. */
	ESTATES("Estates/Property officer"),

	/** For the services concerned; there may be several. */
	SERVICE_DIRECTOR("Service Director(s)"),

	/** Anybody else. */
	OTHER("Other(s)");

	private final String label;

	Office(String label) {
		this.label = label;
	}

	/** As printed. */
	public String label() {
		return this.label;
	}

	/** For one officer, within a sentence: "financial officer". */
	public String inSentence() {
		return switch (this) {
			case LEGAL -> "legal officer";
			case FINANCIAL -> "financial officer";
			case HUMAN_RESOURCES -> "human resources officer";
			case ESTATES -> "estates or property officer";
			case SERVICE_DIRECTOR -> "service director";
			case OTHER -> "another officer";
		};
	}

	/** As in addresses: "human-resources". */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Office> of(String slug) {
		return Arrays.stream(values()).filter((office) -> office.slug().equals(slug)).findFirst();
	}

}
