package org.mandate.scoring;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * A criterion as typed.
 *
 * @param name as shown
 * @param description what is asked
 * @param anchor0 what 0 means
 * @param anchor5 what 5 means
 * @param anchor10 what 10 means
 * @param version of what the person saw
 */
public record CriterionForm(@Nullable String name, @Nullable String description, @Nullable String anchor0,
		@Nullable String anchor5, @Nullable String anchor10, @Nullable String version) {

	static CriterionForm blank() {
		return new CriterionForm(null, null, null, null, null, null);
	}

	static CriterionForm of(Criterion criterion) {
		CriterionWording wording = criterion.wording();
		return new CriterionForm(wording.name(), wording.description(), wording.anchor0(), wording.anchor5(),
				wording.anchor10(), Integer.toString(criterion.version()));
	}

	/** The same, to be saved over what somebody else saved. */
	CriterionForm over(Criterion theirs) {
		return new CriterionForm(this.name, this.description, this.anchor0, this.anchor5, this.anchor10,
				Integer.toString(theirs.version()));
	}

	/** What it says; empty after complaining. */
	Optional<CriterionWording> wording(Errors errors) {
		new TextCheck(errors).line("name", this.name, "The name", 100, "Enter the name of the criterion");
		String asked = Texts.required(errors, "description", "Enter what the criterion asks", "The description",
				this.description, 1000);
		String zero = anchor(errors, "anchor0", "0", this.anchor0);
		String five = anchor(errors, "anchor5", "5", this.anchor5);
		String ten = anchor(errors, "anchor10", "10", this.anchor10);
		return errors.hasErrors() ? Optional.empty()
				: Optional.of(new CriterionWording(Typed.text(this.name), asked, zero, five, ten));
	}

	private static String anchor(Errors errors, String field, String score, @Nullable String typed) {
		return Texts.required(errors, field, "Enter what a score of " + score + " means",
				"What a score of " + score + " means", typed, 300);
	}

}
