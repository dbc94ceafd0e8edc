package org.mandate.narratives;

import org.jspecify.annotations.Nullable;
import org.mandate.facts.FactSheet;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * A section as typed.
 *
 * @param text in Markdown
 * @param basis number of the version it was written from
 * @param fact key of the fact to insert; empty for none
 */
public record NarrativeForm(String text, String basis, String fact) {

	public NarrativeForm(@Nullable String text, @Nullable String basis, @Nullable String fact) {
		this.text = Typed.text(text);
		this.basis = Typed.text(basis);
		this.fact = Typed.text(fact);
	}

	static NarrativeForm of(SectionState state) {
		Desk.Draft draft = state.draft();
		return (draft != null) ? new NarrativeForm(draft.text(), Integer.toString(draft.basis()), "")
				: new NarrativeForm(state.text(), Integer.toString(state.version()), "");
	}

	/**
	 * Says beside the text what is wrong with it.
	 * @param needed whether there has to be a text
	 */
	void check(BindingResult errors, boolean needed) {
		new TextCheck(errors).prose("text", this.text, "The text", Narrative.LONGEST,
				needed ? "Enter the text of the section" : null);
	}

	/** The same with a reference at the end. */
	NarrativeForm inserted(FactSheet sheet, BindingResult errors) {
		String reference = sheet.find(this.fact).map((found) -> found.reference()).orElse(null);
		if (reference == null) {
			errors.rejectValue("fact", "missing", "Choose a figure from the list");
			return this;
		}
		String space = this.text.isEmpty() ? "" : " ";
		return new NarrativeForm(this.text + space + reference, this.basis, this.fact);
	}

	/** The version seen; 0 for anything that is none. */
	int seen() {
		return this.basis.matches("[0-9]{1,9}") ? Integer.parseInt(this.basis) : 0;
	}

}
