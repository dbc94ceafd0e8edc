package org.mandate.risks;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * A risk as it is typed. Lines end with one character, as the counter on the page counts
 * them.
 *
 * @param version of what the person saw when they began
 * @param id of a new risk, so that a form sent twice makes one
 */
public record RiskForm(@Nullable String option, @Nullable String title, @Nullable String description,
		@Nullable String likelihood, @Nullable String consequence, @Nullable String mitigation,
		@Nullable String residualLikelihood, @Nullable String residualConsequence, @Nullable String owner,
		@Nullable String source, @Nullable String version, @Nullable String id) {

	public RiskForm {
		description = lines(description);
		mitigation = lines(mitigation);
	}

	/** Nothing typed yet. */
	static RiskForm blank(String option) {
		return new RiskForm(option, "", "", "", "", "", "", "", "", "", "", UUID.randomUUID().toString());
	}

	/** A risk as it stands. */
	static RiskForm of(Risk risk) {
		RiskStatement said = risk.statement();
		Rating before = said.inherent();
		Rating after = said.residual();
		return new RiskForm(said.option(), said.title(), said.description(),
				(before != null) ? step(before.likelihood().step()) : "",
				(before != null) ? step(before.consequence().step()) : "", said.mitigation(),
				(after != null) ? step(after.likelihood().step()) : "",
				(after != null) ? step(after.consequence().step()) : "", said.owner(), said.source(),
				step(risk.version()), "");
	}

	private static String step(int number) {
		return Integer.toString(number);
	}

	private static @Nullable String lines(@Nullable String text) {
		return (text != null) ? text.replace("\r\n", "\n").replace('\r', '\n') : null;
	}

	/** The same words, typed over another version. */
	RiskForm over(int other) {
		return new RiskForm(this.option, this.title, this.description, this.likelihood, this.consequence,
				this.mitigation, this.residualLikelihood, this.residualConsequence, this.owner, this.source,
				step(other), this.id);
	}

	void check(List<String> options, BindingResult errors) {
		if (!options.contains(Typed.text(this.option))) {
			errors.rejectValue("option", "option", "Choose whose risk it is: one of the options in the list");
		}
		TextCheck words = new TextCheck(errors);
		words.line("title", this.title, "The title", 200, "Enter a title, such as Workload");
		words.prose("description", this.description, "The description", 2000, "Enter what may happen, and why");
		rating(this.likelihood, this.consequence, "likelihood", "consequence", "before mitigation", errors);
		words.prose("mitigation", this.mitigation, "The mitigation", 2000, null);
		rating(this.residualLikelihood, this.residualConsequence, "residualLikelihood", "residualConsequence",
				"after mitigation", errors);
		words.line("owner", this.owner, "The owner", 100, null);
		words.line("source", this.source, "The source", 300, null);
	}

	private static void rating(@Nullable String likelihood, @Nullable String consequence, String likelihoodField,
			String consequenceField, String when, BindingResult errors) {
		boolean likely = step(likelihood, likelihoodField, "likelihood", errors);
		boolean bad = step(consequence, consequenceField, "consequence", errors);
		if (!likely || !bad) {
			return;
		}
		String missing = "Choose the %s %s too, or leave both as not rated yet";
		if (Typed.text(likelihood).isEmpty() && !Typed.text(consequence).isEmpty()) {
			errors.rejectValue(likelihoodField, "half", missing.formatted("likelihood", when));
		}
		if (Typed.text(consequence).isEmpty() && !Typed.text(likelihood).isEmpty()) {
			errors.rejectValue(consequenceField, "half", missing.formatted("consequence", when));
		}
	}

	private static boolean step(@Nullable String typed, String field, String name, BindingResult errors) {
		boolean known = Typed.text(typed).matches("[1-5]?");
		if (!known) {
			errors.rejectValue(field, "step", "Choose one of the five steps of " + name + ", or not rated yet");
		}
		return known;
	}

	/** What was typed, once it is without error. */
	RiskStatement statement() {
		return new RiskStatement(Typed.text(this.option), Typed.text(this.title), Typed.text(this.description),
				rating(this.likelihood, this.consequence), Typed.optional(this.mitigation),
				rating(this.residualLikelihood, this.residualConsequence), Typed.optional(this.owner),
				Typed.optional(this.source));
	}

	private static @Nullable Rating rating(@Nullable String likelihood, @Nullable String consequence) {
		return Typed.text(likelihood).isEmpty() ? null
				: Rating.of(Integer.parseInt(Typed.text(likelihood)), Integer.parseInt(Typed.text(consequence)));
	}

	/** The version seen; -1 for anything that is none. */
	int seen() {
		return Typed.version(this.version);
	}

	/** Of the new risk; another one where it was tampered with. */
	UUID identity() {
		try {
			return UUID.fromString(Typed.text(this.id));
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

}
