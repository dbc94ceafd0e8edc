package org.mandate.narratives;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.mandate.database.NotFound;

/**
 * A narrative section of a paper. Sections are those of Oxfordshire CCG's paper to its
 * governing body of January 2015 and its cover sheet, and of Southern Derbyshire CCG's
 * report to the Health and Wellbeing Board of 15 January 2015.
 */
public enum Section {

	/** Cover sheet of Oxfordshire's paper. */
	PURPOSE(Part.COVER, "Purpose and summary", true,
			"Why the paper is written and what it says, so that a reader who stops here has understood it"),

	/** Cover sheet of Oxfordshire's paper. */
	ENGAGEMENT(Part.COVER, "Engagement: clinical, stakeholder and public/patient", true,
			"Who was asked, when, and what came of it"),

	/** Cover sheet of Oxfordshire's paper. */
	FINANCE(Part.COVER, "Financial implications of the paper", true,
			"What it costs or may cost, and what is not known yet"),

	/** Cover sheet of Oxfordshire's paper. */
	ACTION(Part.COVER, "Action required", true, "What the governing body is asked to do, in one or two sentences"),

	/** Cover sheet of Oxfordshire's paper. */
	PRIORITIES(Part.COVER, "Priorities supported", false,
			"Which of the organisation’s priorities this serves, and how"),

	/** Section 1 of Oxfordshire's paper. */
	BACKGROUND(Part.BODY, "Background", false,
			"What led to the paper. The models, their dates and today’s level are in the paper already"),

	/** Sections 2 to 2.3 of Oxfordshire's paper. */
	OPTIONS(Part.BODY, "How the options were appraised", false,
			"How far the appraisal went and what limited it. What speaks for and against each option is in the paper already"),

	/** Section 3.1 of Oxfordshire's paper. */
	GOVERNANCE(Part.BODY, "Governance and conflicts of interest", false,
			"Which committee will decide, who sits on it, and how conflicts of interest are dealt with"),

	/** Section 4 of Oxfordshire's paper. */
	CAPACITY(Part.BODY, "Capacity", false, "Who does the work today, and whether that will do"),

	/** Section 5.1 of Oxfordshire's paper. */
	MEMBER_VIEWS(Part.BODY, "Member practice views", true,
			"What practices said before and beside the vote. Its figures are in the paper already"),

	/** Section "4.2" of Oxfordshire's paper, which follows its 5.1. */
	PUBLIC_ENGAGEMENT(Part.BODY, "Public engagement", false,
			"How patients and the public are told and heard, and when"),

	/** Of Southern Derbyshire's report. */
	SUPPORTING(Part.REPORT, "Supporting information", false,
			"What the board has to know that the other sections do not say"),

	/** "Reasons for recommendation" of Southern Derbyshire's report. */
	REASONS(Part.REPORT, "Benefits expected", false, "What patients and practices are to gain"),

	/** Of the briefing for member practices. */
	MEMBERS(Part.BRIEFINGS, "What we ask of member practices", false,
			"What practices are asked to do, by when, and where they can ask back"),

	/** Of the briefing for patients and the public, in plain English. */
	PATIENTS(Part.BRIEFINGS, "What this means for patients", false,
			"What changes for patients and what does not, in plain English without abbreviations");

	/** The documents, and parts of them, in which sections stand. */
	public enum Part {

		/** Before the paper. */
		COVER("Cover sheet"),

		/** The paper itself. */
		BODY("Paper for the governing body"),

		/** The report for a partner. */
		REPORT("Report to the health and wellbeing board"),

		/** Short documents for others. */
		BRIEFINGS("Briefings");

		private final String label;

		Part(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The sections that stand in it. */
		public List<Section> sections() {
			return Arrays.stream(Section.values()).filter((section) -> section.part == this).toList();
		}

	}

	private final Part part;

	private final String label;

	private final boolean required;

	private final String hint;

	Section(Part part, String label, boolean required, String hint) {
		this.part = part;
		this.label = label;
		this.required = required;
		this.hint = hint;
	}

	/** Where it stands. */
	public Part part() {
		return this.part;
	}

	/** Its heading. */
	public String label() {
		return this.label;
	}

	/** What belongs into it. */
	public String hint() {
		return this.hint;
	}

	/** Whether a paper for the governing body is incomplete without it. */
	public boolean required() {
		return this.required;
	}

	/** As in addresses: "member-views". */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The section that an address names.
	 * @throws NotFound if there is none
	 */
	static Section of(String slug) {
		return Arrays.stream(values())
			.filter((section) -> section.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new NotFound("The paper has no section of that name."));
	}

}
