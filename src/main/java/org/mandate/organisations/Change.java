package org.mandate.organisations;

import java.util.List;

/**
 * What an import does to one practice of the register.
 *
 * @param kind whether it is new, changed, no longer in the file, or as before
 * @param code the practice's ODS code
 * @param name its name
 * @param differences what changes; empty when nothing does
 */
public record Change(Kind kind, String code, String name, List<Difference> differences) {

	/** What happens to a practice. */
	public enum Kind {

		/** The register does not have it yet. */
		NEW,
		/** Something about it is different. */
		CHANGED,
		/** The register has it and the file has not. */
		MISSING,
		/** As before. */
		UNCHANGED

	}

	/**
	 * One thing that changes.
	 *
	 * @param field what, in words
	 * @param before as on the register, in words; empty when nothing was
	 * @param after as it will be, in words; empty when nothing is
	 */
	public record Difference(String field, String before, String after) {
	}

}
