package org.mandate.organisations;

/**
 * The kinds of file from which the register is filled.
 */
public enum RegisterFile {

	/**
	 * The national list of practices, {@code epraccur.csv} of the Organisation Data
	 * Service: 27 columns without a header.
	 */
	PRACTICES("practices", "Practices", "practices"),

	/**
	 * Registered patients by practice for a quarter, from the NHS Business Services
	 * Authority: a header, and 18 columns of age and sex to be added up.
	 */
	LIST_SIZES("list-sizes", "List sizes", "list sizes"),

	/**
	 * Which practice belongs to which locality: a header, {@code practice_code},
	 * {@code locality} and optionally {@code inferred} and {@code basis}.
	 */
	LOCALITIES("localities", "Localities", "practices of the localities");

	private final String slug;

	private final String label;

	private final String noun;

	RegisterFile(String slug, String label, String noun) {
		this.slug = slug;
		this.label = label;
		this.noun = noun;
	}

	/**
	 * How it is named in addresses and forms.
	 */
	public String slug() {
		return this.slug;
	}

	/**
	 * Name for people, as a heading.
	 */
	public String label() {
		return this.label;
	}

	String noun() {
		return this.noun;
	}

}
