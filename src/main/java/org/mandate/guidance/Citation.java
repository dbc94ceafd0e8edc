package org.mandate.guidance;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement comes from.
 *
 * @param document the document
 * @param section its section, as the document names it
 * @param quote the document's own words, at most 25 of them, given only where the wording
 * itself is evidence; null otherwise
 */
public record Citation(Document document, String section, @Nullable String quote) {

	/**
	 * A source document.
	 *
	 * @param key stable key within the edition
	 * @param title full title, described where the document has none
	 * @param shortTitle what it is called beside a statement
	 * @param publisher who issued it
	 * @param published when, in words, no nearer than is known
	 */
	public record Document(String key, String title, String shortTitle, String publisher, String published) {
	}

	/**
	 * Document and section in one line.
	 */
	public String place() {
		return this.document.shortTitle() + ", " + this.section;
	}

}
