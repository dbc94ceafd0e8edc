package org.mandate.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;
import org.mandate.options.Option;

import org.springframework.validation.Errors;

/**
 * The agreed scores of one criterion as typed, by the option's key.
 *
 * @param scores whole numbers of 0 to 10; blank for not agreed yet
 * @param reasons why
 * @param dissents who does not agree
 * @param versions of what the person saw
 */
public record AgreementForm(Map<String, String> scores, Map<String, String> reasons, Map<String, String> dissents,
		Map<String, String> versions) {

	/** The longest reason, and dissent. */
	static final int LONGEST = 1000;

	public AgreementForm(@Nullable Map<String, String> scores, @Nullable Map<String, String> reasons,
			@Nullable Map<String, String> dissents, @Nullable Map<String, String> versions) {
		this.scores = copy(scores);
		this.reasons = copy(reasons);
		this.dissents = copy(dissents);
		this.versions = copy(versions);
	}

	private static Map<String, String> copy(@Nullable Map<String, String> typed) {
		return (typed != null) ? new LinkedHashMap<>(typed) : new LinkedHashMap<>();
	}

	static AgreementForm of(Scorecard card, Criterion criterion) {
		AgreementForm form = new AgreementForm(null, null, null, null);
		for (Option option : card.scorable()) {
			AgreedScore known = card.agreed(criterion, option);
			if (known != null) {
				form.scores.put(option.key(), Integer.toString(known.score()));
				form.reasons.put(option.key(), known.reason());
				form.dissents.put(option.key(), (known.dissent() != null) ? known.dissent() : "");
				form.versions.put(option.key(), Integer.toString(known.version()));
			}
		}
		return form;
	}

	/** The same, to be saved over what somebody else saved. */
	AgreementForm over(Scorecard card, Criterion criterion) {
		return new AgreementForm(this.scores, this.reasons, this.dissents, of(card, criterion).versions());
	}

	/** What is typed as the score. */
	public String score(Option option) {
		return Typed.text(this.scores.get(option.key()));
	}

	/** What is typed as the reason. */
	public String reason(Option option) {
		return Typed.text(this.reasons.get(option.key()));
	}

	/** What is typed as dissent. */
	public String dissent(Option option) {
		return Typed.text(this.dissents.get(option.key()));
	}

	/** The version that the page carries. */
	public String version(Option option) {
		return Typed.text(this.versions.get(option.key()));
	}

	/** What is agreed; options left blank are not. Empty after complaining. */
	Optional<List<Agreement.Statement>> read(Scorecard card, Criterion criterion, Errors errors) {
		List<Agreement.Statement> statements = new ArrayList<>();
		for (Option option : card.scorable()) {
			read(criterion, option, card.agreed(criterion, option) != null, statements, errors);
		}
		if (!errors.hasErrors() && statements.isEmpty() && !card.scorable().isEmpty()) {
			errors.rejectValue("scores[" + card.scorable().getFirst().key() + "]", "missing",
					"Enter at least one score that the panel agreed on");
		}
		return errors.hasErrors() ? Optional.empty() : Optional.of(statements);
	}

	private void read(Criterion criterion, Option option, boolean known, List<Agreement.Statement> statements,
			Errors errors) {
		String key = option.key();
		String score = score(option);
		String dissent = dissent(option);
		if (score.isEmpty()) {
			if (known || !reason(option).isEmpty() || !dissent.isEmpty()) {
				errors.rejectValue("scores[" + key + "]", "missing", "Enter the agreed score for " + option.label());
			}
			return;
		}
		String problem = Texts.scoreProblem("The agreed score for " + option.label(), score);
		if (problem != null) {
			errors.rejectValue("scores[" + key + "]", "score", problem);
		}
		String reason = Texts.required(errors, "reasons[" + key + "]",
				"Enter why the panel agreed on this score for " + option.label(), "The reason for " + option.label(),
				reason(option), LONGEST);
		Texts.optional(errors, "dissents[" + key + "]", "The dissent on " + option.label(), dissent, LONGEST);
		if (!errors.hasErrors()) {
			statements.add(new Agreement.Statement(new Cell(criterion.id(), key), Texts.whole(score), reason,
					dissent.isEmpty() ? null : dissent, Typed.version(version(option))));
		}
	}

}
