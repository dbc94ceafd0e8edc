package org.mandate.options;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Pounds;
import org.mandate.guidance.Citation;

/**
 * An option of an appraisal as it stands.
 *
 * @param key known by it throughout the appraisal: the key of the model, "no-change", or
 * made of a local option's name
 * @param kind where it comes from
 * @param label a short name: "Option 2"; the name when it has no other
 * @param name "Joint commissioning"
 * @param summary what it is, in a sentence or two
 * @param citations where the guidance says so; empty for a local option
 * @param standing whether it is on the shortlist
 * @param reason why it is excluded or withdrawn, or is on the shortlist; null where none
 * was given
 * @param source where that is written; null where none was given
 * @param annualCost pounds a year, exact; null where it is not known
 * @param costSource where the cost is from; null without a cost
 * @param version counts what was recorded of it from 0; -1 when nothing was
 */
public record Option(String key, Kind kind, String label, String name, String summary, List<Citation> citations,
		Standing standing, @Nullable String reason, @Nullable String source, @Nullable BigDecimal annualCost,
		@Nullable String costSource, int version) {

	/** Key of the baseline. */
	public static final String NO_CHANGE = "no-change";

	public Option {
		citations = List.copyOf(citations);
	}

	/** Where an option comes from. */
	public enum Kind {

		/** A model of the guidance. */
		MODEL,

		/** Today's arrangements going on. */
		BASELINE,

		/** Added by the organisation. */
		LOCAL

	}

	/** Whether an option is carried forward. */
	public enum Standing {

		/** Appraised in full. */
		SHORTLISTED("On the shortlist"),

		/** Not carried forward, for a reason. */
		EXCLUDED("Excluded"),

		/** Given up during the appraisal; what was recorded of it is kept. */
		WITHDRAWN("Withdrawn");

		private final String label;

		Standing(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** "Option 2: Joint commissioning". */
	public String title() {
		return this.label.equals(this.name) ? this.name : this.label + ": " + this.name;
	}

	/** The cost as shown, "£250,000"; null where it is not known. */
	public @Nullable String cost() {
		return (this.annualCost != null) ? Pounds.words(this.annualCost) : null;
	}

	/** Whether it is on the shortlist. */
	public boolean isShortlisted() {
		return this.standing == Standing.SHORTLISTED;
	}

	/** Whether it is the position of today. */
	public boolean isBaseline() {
		return this.kind == Kind.BASELINE;
	}

	/**
	 * Whether it may be scored: what is on the shortlist must be; the baseline may be,
	 * for comparison, although it is not on offer (Oxfordshire paper, section 2.3).
	 */
	public boolean mayBeScored() {
		return isShortlisted() || (isBaseline() && this.standing != Standing.WITHDRAWN);
	}

}
