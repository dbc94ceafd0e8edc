package org.mandate.considerations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a longer text of the appraisal is about: the nine implications of a report to a
 * Health and Wellbeing Board (Southern Derbyshire CCG, 15 January 2015, appendix 1), and
 * what is said of a subject as a whole.
 */
public enum Subject {

	/** Appendix 1, 1.1. */
	FINANCIAL("Financial and value for money", true),

	/** Appendix 1, 1.2. */
	LEGAL("Legal", true),

	/** Appendix 1, 1.3. */
	PERSONNEL("Personnel", true),

	/** Appendix 1, 1.4. */
	IT("IT", true),

	/** Appendix 1, 1.5. */
	EQUALITIES("Equalities impact", true),

	/** Appendix 1, 1.6. */
	HEALTH_AND_SAFETY("Health and safety", true),

	/** Appendix 1, 1.7. */
	ENVIRONMENTAL("Environmental sustainability", true),

	/** Appendix 1, 1.8. */
	PROPERTY("Property and asset management", true),

	/** Appendix 1, 1.9. */
	RISK("Risk management", true),

	/** Oxfordshire paper, section 4. */
	CAPACITY("Capacity as a whole", false),

	/** Oxfordshire paper, section 3. */
	CONFLICTS("Conflicts of interest", false),

	/** Southern Derbyshire report, "Other options considered". */
	OTHER_OPTIONS("Other options considered", false);

	private final String label;

	private final boolean implication;

	Subject(String label, boolean implication) {
		this.label = label;
		this.implication = implication;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** Whether it is one of the nine. */
	public boolean isImplication() {
		return this.implication;
	}

	/** As in addresses: "health-and-safety". */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The nine, in their order. */
	public static List<Subject> implications() {
		return Arrays.stream(values()).filter(Subject::isImplication).toList();
	}

	static Optional<Subject> of(String slug) {
		return Arrays.stream(values()).filter((subject) -> subject.slug().equals(slug)).findFirst();
	}

}
