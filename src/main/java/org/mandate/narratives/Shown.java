package org.mandate.narratives;

import org.mandate.documents.Markdown;
import org.mandate.documents.Markup;
import org.mandate.documents.Run;
import org.mandate.facts.Fact;
import org.mandate.facts.FactSheet;

/**
 * Shows a section as it reads: with each figure in place of the reference to it, linked
 * to the record behind it. A reference to what is not on record stays as it was written.
 */
final class Shown {

	private Shown() {
	}

	/**
	 * A text for the screen.
	 * @param organisation the address of the organisation, "/10q"
	 */
	static Markup of(String text, FactSheet sheet, String organisation) {
		return Markup.of(Markdown.read(text, (key) -> sheet.find(key).map(Shown::run).orElseGet(() -> missing(key))),
				organisation);
	}

	private static Run run(Fact fact) {
		return fact.withheld() ? Run.text(fact.value()) : Run.recorded(fact.value(), fact.path());
	}

	private static Run missing(String key) {
		return Run.code(Markdown.reference(key));
	}

}
