package org.mandate.considerations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Citation;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;

/**
 * An opportunity or a threat of an option.
 *
 * @param id identity
 * @param option key of the option
 * @param category which of the two
 * @param text in words
 * @param library the entry of the guidance it was taken from; null for the organisation's
 * own
 * @param edited whether its words differ from the guidance's
 * @param source where it is written; always there for the organisation's own
 * @param withdrawn why it was withdrawn; null while it stands
 * @param saved by whom and when
 */
public record Consideration(UUID id, String option, Edition.Consideration.Category category, String text,
		@Nullable Library library, boolean edited, @Nullable String source, @Nullable String withdrawn, Saved saved) {

	/**
	 * An entry of an edition that may be taken over.
	 *
	 * @param edition which edition, in which version
	 * @param title of the edition
	 * @param issuedOn when the edition was issued
	 * @param later whether that is after the day the appraisal speaks for
	 * @param key of the entry
	 * @param category opportunity or threat
	 * @param text as the edition has it
	 * @param citations its sources
	 */
	public record Library(EditionRef edition, String title, LocalDate issuedOn, boolean later, String key,
			Edition.Consideration.Category category, String text, List<Citation> citations) {

		public Library {
			citations = List.copyOf(citations);
		}

		/** How a form names it. */
		public String reference() {
			return this.edition.key() + "/" + this.edition.version() + "/" + this.key;
		}

	}

	/** Whether it is counted. */
	public boolean stands() {
		return this.withdrawn == null;
	}

	/** "Opportunity" or "Threat". */
	public String kind() {
		return kind(this.category);
	}

	static String kind(Edition.Consideration.Category category) {
		return (category == Edition.Consideration.Category.OPPORTUNITY) ? "Opportunity" : "Threat";
	}

}
