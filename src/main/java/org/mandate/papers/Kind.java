package org.mandate.papers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is made of the record, for whom. All kinds are written from the same paper.
 */
public enum Kind {

	/** As Oxfordshire CCG's paper of January 2015. */
	GOVERNING_BODY_PAPER("Governing body paper", "The whole paper, with every table and source."),

	/**
	 * As Southern Derbyshire CCG's report to the Health and Wellbeing Board of 15 January
	 * 2015.
	 */
	HEALTH_AND_WELLBEING_REPORT("Health and wellbeing board report",
			"Summary, reasons, other options considered, officers’ approvals and the nine implications."),

	/** For those who have one minute. */
	EXECUTIVE_SUMMARY("Executive summary", "One page."),

	/** For practices, before they vote. */
	MEMBER_BRIEFING("Member briefing", "What is asked of the practices, how the vote counts, and what differs."),

	/**
	 * For patients and the public, in plain English (Oxfordshire paper, section 4.2:
	 * briefing of the patient participation group fora).
	 */
	PUBLIC_BRIEFING("Public and patient briefing", "In plain English.");

	private final String label;

	private final String summary;

	Kind(String label, String summary) {
		this.label = label;
		this.summary = summary;
	}

	/** As shown. */
	public String label() {
		return this.label;
	}

	/** What it is, in a line. */
	public String summary() {
		return this.summary;
	}

	/** As in addresses and names of files: "member-briefing". */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The kind of a name in addresses. */
	public static Optional<Kind> of(String slug) {
		return Arrays.stream(values()).filter((kind) -> kind.slug().equals(slug)).findFirst();
	}

}
