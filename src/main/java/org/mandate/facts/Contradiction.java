package org.mandate.facts;

/**
 * A number in a text that is not the one on record.
 *
 * @param sentence in which it stands
 * @param written the number as written: "3", "two", "65%", "31 January"
 * @param fact what the record says
 */
public record Contradiction(String sentence, String written, Fact fact) {

	/** "You write 3; the record says 2 (South West: abstained)". */
	public String message() {
		return "You write %s; the record says %s (%s)".formatted(this.written, this.fact.value(), this.fact.label());
	}

}
