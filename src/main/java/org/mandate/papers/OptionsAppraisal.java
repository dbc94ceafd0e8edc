package org.mandate.papers;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the paper says of the options: which there are, what speaks for and against them,
 * what they ask for, how they score and what may go wrong. Texts are as shown.
 *
 * @param options each option and where it stands
 * @param sides what speaks for and against each; only options of which something is said
 * @param requirements what each model requires, and how far that is met, where anything
 * was answered
 * @param capacity staff held against staff needed
 * @param finance the primary care money, finding and figures; empty where nothing is
 * recorded
 * @param texts longer texts on other subjects
 * @param implications the implications; those that do not apply say why
 * @param implicationsMissing headings nothing was recorded for; empty while none is
 * @param scores the scored values; null while the scoring is not complete
 * @param robustness which option leads, and what would change it; or what is waited for
 * @param risks the risks of each option
 * @param voices whether scores, members and executive agree, in sentences
 */
public record OptionsAppraisal(List<OptionLine> options, List<Sides> sides, List<Required> requirements,
		List<String> capacity, List<String> finance, List<Text> texts, List<Text> implications,
		List<String> implicationsMissing, @Nullable Scores scores, String robustness, List<RiskLine> risks,
		List<String> voices) {

	public OptionsAppraisal {
		options = List.copyOf(options);
		sides = List.copyOf(sides);
		requirements = List.copyOf(requirements);
		capacity = List.copyOf(capacity);
		finance = List.copyOf(finance);
		texts = List.copyOf(texts);
		implications = List.copyOf(implications);
		implicationsMissing = List.copyOf(implicationsMissing);
		risks = List.copyOf(risks);
		voices = List.copyOf(voices);
	}

	/**
	 * An option.
	 *
	 * @param title "Option 2: Joint commissioning"
	 * @param standing "On the shortlist", "Excluded", "Withdrawn"
	 * @param reason why; null where none was given
	 * @param source where that is written; null where none was given
	 * @param cost "£250,000 a year"; null where it is not known
	 */
	public record OptionLine(String title, String standing, @Nullable String reason, @Nullable String source,
			@Nullable String cost) {
	}

	/**
	 * What speaks for and against an option.
	 *
	 * @param option its title
	 * @param opportunities for
	 * @param threats against
	 */
	public record Sides(String option, List<Remark> opportunities, List<Remark> threats) {

		public Sides {
			opportunities = List.copyOf(opportunities);
			threats = List.copyOf(threats);
		}

	}

	/**
	 * Something said, with its sources.
	 *
	 * @param text what
	 * @param sources numbers of the sources it was taken from
	 * @param source the organisation's own source; null where there is none
	 */
	public record Remark(String text, List<Integer> sources, @Nullable String source) {

		public Remark {
			sources = List.copyOf(sources);
		}

	}

	/**
	 * What a model requires.
	 *
	 * @param option its title
	 * @param count "3 of 9 met, 1 partly met"
	 * @param answers those that were answered: how far it is met, and how
	 */
	public record Required(String option, String count, List<Answer> answers) {

		public Required {
			answers = List.copyOf(answers);
		}

	}

	/**
	 * How far a requirement is met.
	 *
	 * @param requirement what is required
	 * @param sources numbers of its sources
	 * @param met how far
	 * @param answer how, or what is missing
	 * @param source what shows it
	 */
	public record Answer(String requirement, List<Integer> sources, String met, String answer, String source) {

		public Answer {
			sources = List.copyOf(sources);
		}

	}

	/**
	 * A longer text.
	 *
	 * @param heading its subject
	 * @param applies false where the subject does not apply; the text says why
	 * @param text as recorded
	 * @param source where it is from
	 */
	public record Text(String heading, boolean applies, String text, String source) {
	}

	/**
	 * The scored values.
	 *
	 * @param criteria with their normalised weights, "Affordability (25.0%)"
	 * @param rows the options from the highest value down
	 * @param dominance which option is at least as good as another on every criterion
	 * @param ties values that look the same and are not
	 */
	public record Scores(List<String> criteria, List<ScoreRow> rows, List<String> dominance, List<String> ties) {

		public Scores {
			criteria = List.copyOf(criteria);
			rows = List.copyOf(rows);
			dominance = List.copyOf(dominance);
			ties = List.copyOf(ties);
		}

	}

	/**
	 * An option's scores.
	 *
	 * @param option its title
	 * @param place "1", "2=" or "Not ranked"
	 * @param value out of 10, to two decimals
	 * @param scores the agreed score on each criterion
	 */
	public record ScoreRow(String option, String place, String value, List<Integer> scores) {

		public ScoreRow {
			scores = List.copyOf(scores);
		}

	}

	/**
	 * A risk.
	 *
	 * @param number within the appraisal
	 * @param option title of the option
	 * @param title in a few words
	 * @param description in full
	 * @param inherent score and band before mitigation, or "Not rated"
	 * @param mitigation what is done about it; null where nothing is recorded
	 * @param residual score and band after mitigation, or "Not rated"
	 * @param owner who answers for it; null where nobody is named
	 * @param source where it is from; null where none was given
	 */
	public record RiskLine(int number, String option, String title, String description, String inherent,
			@Nullable String mitigation, String residual, @Nullable String owner, @Nullable String source) {
	}

}
