package org.mandate.scoring;

import java.util.List;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.mandate.options.Option;

/**
 * The scoring as rows of text, as they are taken out in a file.
 */
final class ScoringTable {

	private ScoringTable() {
	}

	/** What a file of this kind says of the scoring as it stands; a template too. */
	static List<List<String>> of(FileKind kind, Scorecard card, @Nullable Scorer own) {
		return switch (kind) {
			case CRITERIA -> card.criteria()
				.stream()
				.map((each) -> List.of(each.name(), each.wording().description(), each.wording().anchor0(),
						each.wording().anchor5(), each.wording().anchor10()))
				.toList();
			case WEIGHTS -> card.weighting()
				.ranked()
				.stream()
				.map((each) -> List.of(each.name(), text(each.rank()), text(each.weight()),
						card.weighting().percent(each)))
				.toList();
			case AGREED -> cells(card, (criterion, option) -> {
				AgreedScore known = card.agreed(criterion, option);
				return List.of(List.of(criterion.name(), option.title(), (known != null) ? text(known.score()) : "",
						(known != null) ? known.reason() : "",
						(known != null && known.dissent() != null) ? known.dissent() : ""));
			});
			case MINE -> {
				SheetForm form = (own != null) ? SheetForm.of(card, own) : new SheetForm(null, null, null);
				yield cells(card, (criterion, option) -> {
					String key = new Cell(criterion.id(), option.key()).key();
					return List.of(List.of(criterion.name(), option.title(), form.score(key), form.comment(key)));
				});
			}
			case PANEL -> cells(card,
					(criterion, option) -> card.spread(criterion, option)
						.voices()
						.stream()
						.map((voice) -> List.of(criterion.name(), option.title(), voice.name(),
								voice.counts() ? "yes" : "no, removed", text(voice.score()),
								(voice.comment() != null) ? voice.comment() : ""))
						.toList());
		};
	}

	private static List<List<String>> cells(Scorecard card, BiFunction<Criterion, Option, List<List<String>>> lines) {
		return card.criteria()
			.stream()
			.flatMap((
					criterion) -> card.scorable().stream().flatMap((option) -> lines.apply(criterion, option).stream()))
			.toList();
	}

	private static String text(@Nullable Integer number) {
		return (number != null) ? number.toString() : "";
	}

}
