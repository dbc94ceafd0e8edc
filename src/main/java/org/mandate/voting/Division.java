package org.mandate.voting;

/**
 * Into which units the electorate of a ballot is divided. A result is declared for each
 * of them.
 */
public enum Division {

	/** The organisation's localities. */
	LOCALITIES("By locality", "Each locality's director returns its votes.", "locality", "localities"),

	/** One unit of all practices. */
	WHOLE("All practices together", "One return for the whole organisation, entered by the commissioning manager.",
			"unit", "units"),

	/** Groups of practices of this ballot's own. */
	OWN("Other groups of practices",
			"For example places, or the CCGs of a partnership. You say which practice belongs where.", "group",
			"groups");

	private final String label;

	private final String meaning;

	private final String unit;

	private final String units;

	Division(String label, String meaning, String unit, String units) {
		this.label = label;
		this.meaning = meaning;
		this.unit = unit;
		this.units = units;
	}

	/** As shown where it is chosen. */
	public String label() {
		return this.label;
	}

	/** What it means, in a sentence. */
	public String meaning() {
		return this.meaning;
	}

	/** What one unit is called. */
	public String unit() {
		return this.unit;
	}

	/** What several units are called. */
	public String units() {
		return this.units;
	}

}
