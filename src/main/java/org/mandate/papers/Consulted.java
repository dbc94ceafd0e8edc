package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Choice;
import org.mandate.voting.Comment;
import org.mandate.voting.EnteredFigures;
import org.mandate.voting.Figure;
import org.mandate.voting.Outcome;
import org.mandate.voting.Reading;
import org.mandate.voting.ResultView;
import org.mandate.voting.Share;
import org.mandate.voting.Totals;
import org.mandate.voting.UnitOutcome;
import org.mandate.voting.Verdict;

/**
 * The consultation section: the vote in a sentence, a table and a chart, all from the
 * same figures.
 */
final class Consulted {

	/** What a column may say in total and be left out. */
	private static final List<String> NOTHING = List.of("0", "Not known");

	private final Outcome outcome;

	private final List<Choice> choices;

	private final @Nullable Choice subject;

	private final List<Column> columns;

	private final List<Comment> comments;

	/** A column of figures: its head, and the figure of a unit and of the total. */
	private record Column(String head, Function<UnitOutcome, String> unit, Function<Totals, String> total) {

		static Column figure(String head, Function<UnitOutcome, Figure> unit, Function<Totals, Figure> total) {
			return new Column(head, (each) -> words(unit.apply(each)), (all) -> words(total.apply(all)));
		}

		static Column share(String head, Function<UnitOutcome, @Nullable Share> unit,
				Function<Totals, @Nullable Share> total) {
			return new Column(head, (each) -> words(unit.apply(each)), (all) -> words(total.apply(all)));
		}

		private static String words(Figure figure) {
			return (!figure.exact() && figure.number() == 0) ? "Not known" : capitalised(figure.toString());
		}

		private static String words(@Nullable Share share) {
			return (share != null) ? share.toString() : "Not computable";
		}

		private static String capitalised(String text) {
			return text.startsWith("at ") ? "A" + text.substring(1) : text;
		}

	}

	Consulted(Outcome outcome, List<Comment> comments) {
		this.outcome = outcome;
		this.comments = comments;
		this.choices = outcome.ballot().choices();
		String chosen = (outcome.ballot().proposed() != null) ? outcome.ballot().proposed()
				: outcome.verdict().choice();
		this.subject = this.choices.stream().filter((choice) -> choice.code().equals(chosen)).findFirst().orElse(null);
		this.columns = columns();
	}

	private List<Column> columns() {
		List<Column> found = new ArrayList<>();
		found.add(new Column("Entitled", (unit) -> Integer.toString(unit.entitled()),
				(totals) -> Integer.toString(totals.entitled())));
		for (Choice choice : this.choices) {
			found.add(Column.figure(choice.shortName(), (unit) -> unit.votes(choice.code()),
					(totals) -> totals.votes(choice.code())));
		}
		found.add(Column.figure("Abstained", UnitOutcome::abstained, Totals::abstained));
		Totals totals = this.outcome.totals();
		Stream
			.of(Column.figure("Spoilt", UnitOutcome::spoilt, Totals::spoilt),
					Column.figure("Conflicted out", UnitOutcome::conflictedOut, Totals::conflictedOut),
					Column.figure("Absent", UnitOutcome::absent, Totals::absent))
			.filter((column) -> !NOTHING.contains(column.total().apply(totals)))
			.forEach(found::add);
		found.add(Column.figure("Not returned", UnitOutcome::notReturned, Totals::notReturned));
		Choice about = this.subject;
		if (about != null) {
			found.add(Column.share(about.shortName() + ", of cast", (unit) -> unit.shareOfCast(about.code()),
					(all) -> all.shareOfCast(about.code())));
			found.add(Column.share(about.shortName() + ", of expressed", (unit) -> unit.shareOfExpressed(about.code()),
					(all) -> all.shareOfExpressed(about.code())));
		}
		return found;
	}

	/** While the ballot is open its figures are for those who run it. */
	Paper.Consultation withheld() {
		BallotRecord ballot = this.outcome.ballot();
		return new Paper.Consultation(ballot.number(), ballot.question(), ballot.stateLabel(), ballot.census(), "", "",
				ballot.ruleSentence(), "The ballot is open; its result is shown when it has closed.", false, false,
				List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
	}

	Paper.Consultation write() {
		BallotRecord ballot = this.outcome.ballot();
		Verdict verdict = this.outcome.verdict();
		boolean carried = verdict.state() == Verdict.State.CARRIED;
		ResultView view = new ResultView(this.outcome);
		List<Paper.VoteRow> rows = new ArrayList<>();
		for (ResultView.Bar bar : view.bars()) {
			rows.add(row(this.outcome.units().get(rows.size()), bar));
		}
		return new Paper.Consultation(ballot.number(), ballot.question(), ballot.stateLabel(), ballot.census(),
				this.outcome.paragraph(), reading(), ballot.ruleSentence(), verdict.sentence(),
				carried || verdict.state() == Verdict.State.NOT_CARRIED, carried, verdict.sums(),
				Stream.concat(Stream.of("Locality"), this.columns.stream().map(Column::head)).toList(), rows,
				this.columns.stream().map((column) -> column.total().apply(this.outcome.totals())).toList(),
				view.legend(), this.outcome.inferred(), corrections(ballot), said());
	}

	private List<Paper.Comments> said() {
		return Comment.byTheme(this.comments)
			.stream()
			.map((themed) -> new Paper.Comments(themed.theme().label(),
					themed.comments()
						.stream()
						.map((comment) -> new Paper.Said(comment.locality(), comment.words()))
						.toList()))
			.toList();
	}

	private Paper.VoteRow row(UnitOutcome unit, ResultView.Bar bar) {
		return new Paper.VoteRow(unit.name(), unit.slug(), unit.provenance() != null,
				this.columns.stream().map((column) -> column.unit().apply(unit)).toList(),
				new Paper.Bar(bar.label(), bar.counts(), bar.note()));
	}

	/** Which reading is shown; where it fills in numbers, also what was stated. */
	private String reading() {
		String meaning = this.outcome.reading().meaning();
		if (this.outcome.reading() == Reading.AS_STATED) {
			return meaning;
		}
		Totals stated = this.outcome.ballot().outcome(Reading.AS_STATED).totals();
		String figures = this.choices.stream()
			.map((choice) -> choice.shortName() + " " + stated.votes(choice.code()))
			.collect(Collectors.joining(", "));
		return "%s As the localities stated them: %s, abstained %s, of %d entitled.".formatted(meaning, figures,
				stated.abstained(), stated.entitled());
	}

	private static List<String> corrections(BallotRecord ballot) {
		List<String> found = new ArrayList<>();
		for (BallotRecord.UnitRecord unit : ballot.units()) {
			for (EnteredFigures entry : unit.accepted()) {
				if (entry.correctionReason() != null) {
					found.add("%s: corrected after acceptance by %s on %s. Reason: %s".formatted(unit.name(),
							entry.entry().by(), London.date(entry.entry().at()), entry.correctionReason()));
				}
			}
		}
		return found;
	}

}
