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
 * A scoring sheet as typed.
 *
 * @param scores by the key of the place
 * @param comments by the key of the place
 * @param seen version of the sheet that the person had before them
 */
public record SheetForm(Map<String, String> scores, Map<String, String> comments, String seen) {

	/** The longest comment. */
	static final int LONGEST = 500;

	public SheetForm(@Nullable Map<String, String> scores, @Nullable Map<String, String> comments,
			@Nullable String seen) {
		this.scores = (scores != null) ? new LinkedHashMap<>(scores) : new LinkedHashMap<>();
		this.comments = (comments != null) ? new LinkedHashMap<>(comments) : new LinkedHashMap<>();
		this.seen = Typed.text(seen);
	}

	/** What the scorer saved. */
	static SheetForm of(Scorecard card, Scorer scorer) {
		Map<String, String> scores = new LinkedHashMap<>();
		Map<String, String> comments = new LinkedHashMap<>();
		card.scores().stream().filter((score) -> score.scorer().equals(scorer.id())).forEach((score) -> {
			scores.put(score.cell().key(), Integer.toString(score.score()));
			if (score.comment() != null) {
				comments.put(score.cell().key(), score.comment());
			}
		});
		return new SheetForm(scores, comments, Integer.toString(scorer.version()));
	}

	SheetForm over(Scorer theirs) {
		return new SheetForm(this.scores, this.comments, Integer.toString(theirs.version()));
	}

	/** What is typed as a score. */
	public String score(String key) {
		return Typed.text(this.scores.get(key));
	}

	/** What is typed as a comment. */
	public String comment(String key) {
		return Typed.text(this.comments.get(key));
	}

	/**
	 * The entries for every place of the sheet; empty after complaining.
	 * @param finish whether every score that is needed must be there
	 */
	Optional<List<Panel.Entry>> read(Scorecard card, boolean finish, Errors errors) {
		List<Panel.Entry> entries = new ArrayList<>();
		for (Criterion criterion : card.criteria()) {
			for (Option option : card.scorable()) {
				Cell cell = new Cell(criterion.id(), option.key());
				if (!card.agreed().containsKey(cell)) {
					read(cell, criterion, option, finish && option.isShortlisted(), entries, errors);
				}
			}
		}
		return errors.hasErrors() ? Optional.empty() : Optional.of(entries);
	}

	private void read(Cell cell, Criterion criterion, Option option, boolean needed, List<Panel.Entry> entries,
			Errors errors) {
		String place = option.label() + " on " + criterion.name();
		String field = "scores[" + cell.key() + "]";
		String typed = score(cell.key());
		String comment = comment(cell.key());
		if (typed.isEmpty()) {
			if (needed || !comment.isEmpty()) {
				errors.rejectValue(field, "missing", (comment.isEmpty() ? "Enter a score for %s"
						: "Enter the score that your comment on %s is about")
					.formatted(place));
			}
			return;
		}
		String problem = Texts.scoreProblem("The score for " + place, typed);
		if (problem != null) {
			errors.rejectValue(field, "score", problem);
			return;
		}
		String wrong = comment.isEmpty() ? null : Texts.problem("The comment on " + place, comment, LONGEST);
		if (wrong != null) {
			errors.rejectValue("comments[" + cell.key() + "]", "comment", wrong);
			return;
		}
		entries.add(new Panel.Entry(cell, Texts.whole(typed), comment.isEmpty() ? null : comment));
	}

}
