package org.mandate.committees;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * What is typed of a committee.
 *
 * @param name its name
 * @param kind name of the kind chosen
 * @param shadow "true" if it meets in shadow form
 * @param about what it is for
 * @param source where that is written
 * @param termsText terms of reference
 * @param termsLink where they are
 * @param termsVersion their version
 * @param termsOn the day of that version
 * @param decisionRule name of the rule chosen
 * @param castingVote "true" if whoever presides has a second, casting vote in a tie
 * @param version of what the person saw when they began
 */
public record CommitteeForm(@Nullable String name, @Nullable String kind, @Nullable String shadow,
		@Nullable String about, @Nullable String source, @Nullable String termsText, @Nullable String termsLink,
		@Nullable String termsVersion, DateBoxes termsOn, @Nullable String decisionRule, @Nullable String castingVote,
		@Nullable String version) {

	static final CommitteeForm EMPTY = new CommitteeForm(null, null, null, null, null, null, null, null,
			DateBoxes.EMPTY, DecisionRule.MAJORITY_OF_VOTES_CAST.name(), null, null);

	public CommitteeForm {
		termsOn = DateBoxes.orEmpty(termsOn);
	}

	static CommitteeForm of(Committee committee) {
		CommitteeStatement is = committee.statement();
		Committee.Terms terms = is.terms();
		return new CommitteeForm(is.name(), is.kind().name(), Boolean.toString(is.shadow()), is.about(), is.source(),
				(terms != null) ? terms.text() : null, (terms != null) ? terms.link() : null,
				(terms != null) ? terms.version() : null, (terms != null) ? DateBoxes.of(terms.on()) : DateBoxes.EMPTY,
				is.decisionRule().name(), Boolean.toString(is.castingVote()), Integer.toString(committee.version()));
	}

	/** The same, taken up again after somebody else saved. */
	CommitteeForm over(Committee theirs) {
		return new CommitteeForm(this.name, this.kind, this.shadow, this.about, this.source, this.termsText,
				this.termsLink, this.termsVersion, this.termsOn, this.decisionRule, this.castingVote,
				Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	/** What is typed as a statement; empty when something is wrong, which is said. */
	Optional<CommitteeStatement> statement(Errors errors) {
		Check check = new Check(errors);
		String called = check.line("name", this.name, "The name", 200, "Enter the name of the committee");
		Committee.Kind chosen = check.one("kind", this.kind, Committee.Kind.class,
				"Choose what kind of committee it is");
		String what = check.optional("about", this.about, "The description", 2000);
		String where = check.optionalLine("source", this.source, "The source", 300);
		String text = check.optional("termsText", this.termsText, "The terms of reference", 20_000);
		String link = check.optionalLine("termsLink", this.termsLink, "The link", 500);
		if (link != null && !link.matches("https?://[!-~]+")) {
			check.wrong("termsLink", "Enter a link that begins with https:// or http://");
		}
		String number = check.optionalLine("termsVersion", this.termsVersion, "The version", 50);
		LocalDate on = check.optionalDate("termsOn", this.termsOn);
		Committee.Terms terms = null;
		if (text != null || link != null) {
			if (number == null) {
				check.wrong("termsVersion", "Enter the version of the terms of reference, such as 1.0 or 0.3 draft");
			}
			if (this.termsOn.isBlank()) {
				check.wrong("termsOn", "Enter the date of that version");
			}
			if (number != null && on != null) {
				terms = new Committee.Terms(text, link, number, on);
			}
		}
		else if (number != null || !this.termsOn.isBlank()) {
			check.wrong("termsText",
					"Enter the terms of reference or a link to them, or delete their version and date");
		}
		DecisionRule rule = check.one("decisionRule", this.decisionRule, DecisionRule.class,
				"Choose when a motion is carried");
		if (check.failed() || chosen == null || rule == null) {
			return Optional.empty();
		}
		return Optional.of(new CommitteeStatement(called, chosen, "true".equals(this.shadow), what, where, terms, rule,
				"true".equals(this.castingVote)));
	}

}
