package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.mandate.documents.Block;
import org.mandate.documents.Block.Style;
import org.mandate.documents.Block.Table;
import org.mandate.documents.Block.Terms;
import org.mandate.documents.Run;
import org.mandate.forms.London;

/**
 * What the sections of a paper say, as blocks, from the paper alone. Every figure leads
 * to the record behind it.
 */
final class PaperSections {

	private final Paper paper;

	private final String base;

	PaperSections(Paper paper) {
		this.paper = paper;
		this.base = "/appraisals/" + paper.cover().year().replace('/', '-');
	}

	/** Address of a record of the appraisal, below the organisation's. */
	String path(String record) {
		return this.base + record;
	}

	List<Block> offers(int level) {
		List<Block> blocks = new ArrayList<>();
		for (Paper.Offer offer : this.paper.background().models()) {
			blocks.add(new Block.Heading(level, offer.title()));
			String names = offer.otherNames().isEmpty() ? ""
					: " Also called %s.".formatted(String.join(", ", offer.otherNames()));
			blocks.add(Block.paragraph(Run.text(offer.summary() + names + " "), Run.cited(offer.sources())));
		}
		this.paper.background().noChange().forEach((said) -> blocks.add(statement(said)));
		return blocks;
	}

	private static Block statement(Paper.Statement said) {
		return Block.paragraph(Run.strong(said.title() + "."), Run.text(" " + said.text() + " "),
				Run.cited(said.sources()));
	}

	Block issued() {
		Paper.Background background = this.paper.background();
		return Block.paragraph("“%s” was issued on %s. %s".formatted(background.guidance(),
				London.date(background.issuedOn()), background.summary()));
	}

	List<Block> timetable() {
		List<Table.Group> groups = this.paper.background()
			.models()
			.stream()
			.filter((offer) -> !offer.milestones().isEmpty())
			.map((offer) -> new Table.Group(offer.title(), offer.milestones().stream().map(this::milestone).toList()))
			.toList();
		Table table = new Table(
				"timetable", "What is due for each model, and when", List.of(new Table.Column("What", false, 4),
						new Table.Column("When", false, 3), new Table.Column("Other sources say", false, 4)),
				groups, null);
		return List.of(table, Block.paragraph(Run.way("See the record behind these dates", path("/deadlines"))));
	}

	private Table.Row milestone(Paper.Milestone due) {
		List<Run> rivals = new ArrayList<>();
		for (Paper.Rival rival : due.rivals()) {
			rivals.add(Run.text((rivals.isEmpty() ? "" : "; ") + rival.when() + " "));
			rivals.add(Run.cited(rival.sources()));
		}
		return new Table.Row(
				List.of(cell(Run.text(due.what())), cell(Run.text(due.when() + " "), Run.cited(due.sources())),
						rivals.isEmpty() ? new Table.Cell(List.of()) : cell(rivals.toArray(Run[]::new))));
	}

	/** The models against today, as the guidance compares them. */
	List<Block> comparison() {
		ComparisonTable table = this.paper.comparison();
		List<Block> blocks = new ArrayList<>();
		blocks.add(Block.paragraph(
				Run.text("Statements of the guidance in force on %s are used. "
					.formatted(London.date(table.speaksFor()))),
				Run.way("See the record behind this comparison", path("/comparison"))));
		blocks.add(Block.bullets(table.verdicts()));
		if (table.missing() > 0) {
			blocks.add(Block
				.paragraph("Today’s level is not recorded for %d of %d functions, so the comparison is not complete."
					.formatted(table.missing(), table.rows().size())));
		}
		blocks.add(comparisonTable());
		return blocks;
	}

	Block comparisonTable() {
		ComparisonTable table = this.paper.comparison();
		List<Table.Column> columns = new ArrayList<>();
		columns.add(new Table.Column("Primary care function", false, 17));
		table.models().forEach((model) -> columns.add(new Table.Column(model, false, 21)));
		columns.add(new Table.Column("Current level", false, 20));
		return new Table("comparison", "Scope of each model, and the current level", columns,
				List.of(new Table.Group(null, table.rows().stream().map(this::comparisonRow).toList())), null);
	}

	private Table.Row comparisonRow(ComparisonTable.Row row) {
		List<Table.Cell> cells = new ArrayList<>();
		cells.add(cell(Run.text(row.function())));
		row.cells().forEach((each) -> cells.add(comparisonCell(each)));
		cells.add(cell(Run.text((row.today() != null) ? row.today() : "Not recorded yet")));
		return new Table.Row(cells);
	}

	private Table.Cell comparisonCell(ComparisonTable.Cell cell) {
		List<Block.Paragraph> lines = new ArrayList<>();
		lines.add((cell.wording() != null) ? Block.paragraph(Run.text(cell.wording() + " "), Run.cited(cell.sources()))
				: Block.paragraph("Not stated"));
		lines.add(Block.paragraph(switch (cell.changeSlug()) {
			case "more" -> Style.UP;
			case "less" -> Style.DOWN;
			default -> Style.LEVEL;
		}, Run.text(cell.change())));
		for (Paper.Statement other : cell.others()) {
			lines.add(Block.paragraph(Style.OTHER, Run.text("%s: “%s” ".formatted(other.title(), other.text())),
					Run.cited(other.sources())));
		}
		return new Table.Cell(lines);
	}

	/** The question, the vote in words, in a table and as a chart. */
	List<Block> consultation() {
		Paper.Consultation vote = this.paper.consultation();
		if (vote == null) {
			return List.of(Block
				.paragraph("No ballot has been opened yet. The mandate of the member practices is incomplete."));
		}
		List<Block> blocks = new ArrayList<>();
		blocks.add(Block.paragraph(
				Run.text("Practices on the register of %s were asked in ballot %d: "
					.formatted(London.date(vote.census()), vote.ballot())),
				Run.emphasis("“%s”".formatted(vote.question())),
				Run.text(" The ballot is %s. ".formatted(Words.inSentence(vote.state()))),
				Run.way("See the record behind these figures", ballot(vote))));
		if (!vote.paragraph().isEmpty()) {
			blocks.add(Block.paragraph(Style.FINDING, Run.recorded(vote.paragraph(), ballot(vote))));
		}
		blocks.add(verdict(vote));
		if (!vote.sums().isEmpty()) {
			blocks.add(Block.bullets(vote.sums()));
		}
		if (!vote.rows().isEmpty()) {
			blocks.add(votes(vote));
		}
		noted(vote, blocks);
		if (!vote.comments().isEmpty()) {
			blocks.add(new Block.Heading(3, "Comments and concerns"));
			blocks.add(new Terms(vote.comments()
				.stream()
				.map((about) -> new Terms.Term(about.theme(),
						about.said()
							.stream()
							.map((said) -> Block.paragraph(Run.strong(said.locality() + ":"),
									Run.text(" “%s”".formatted(said.words()))))
							.toList()))
				.toList()));
		}
		if (!vote.rows().isEmpty()) {
			blocks.add(new Block.Chart("votes", "How each locality voted", vote.verdict(), vote.legend(),
					vote.bars()
						.stream()
						.map((bar) -> new Block.Chart.Bar(bar.label(), bar.counts(), bar.note()))
						.toList()));
		}
		return blocks;
	}

	String ballot(Paper.Consultation vote) {
		return path("/ballots/" + vote.ballot() + (vote.rows().isEmpty() ? "" : "/results"));
	}

	static Block.Paragraph verdict(Paper.Consultation vote) {
		return Block.paragraph(Style.VERDICT, Run.strong(vote.verdict()), Run
			.text((vote.decided() ? " " : " The mandate of the member practices is incomplete. ") + vote.rule()));
	}

	Table votes(Paper.Consultation vote) {
		String record = ballot(vote);
		List<Table.Column> columns = IntStream.range(0, vote.columns().size())
			.mapToObj((i) -> new Table.Column(vote.columns().get(i), i > 0, (i == 0) ? 3 : 2))
			.toList();
		List<Table.Row> rows = vote.rows().stream().map((line) -> {
			List<Table.Cell> cells = new ArrayList<>();
			cells.add(cell(Run.recorded(line.name(), record), Run.text(line.inferred() ? "*" : "")));
			line.cells().forEach((figure) -> cells.add(cell(Run.recorded(figure, record))));
			return new Table.Row(cells);
		}).toList();
		List<Table.Cell> totals = new ArrayList<>();
		totals.add(cell(Run.text("All localities")));
		vote.totals().forEach((figure) -> totals.add(cell(Run.recorded(figure, record))));
		return new Table("votes", "Votes by locality", columns, List.of(new Table.Group(null, rows)),
				new Table.Row(totals));
	}

	private static void noted(Paper.Consultation vote, List<Block> blocks) {
		if (!vote.reading().isEmpty()) {
			blocks.add(Block.paragraph(Style.NOTE, Run.strong("Reading."), Run.text(" " + vote.reading())));
		}
		if (!vote.inferred().isEmpty()) {
			blocks.add(Block.paragraph(Style.NOTE, Run.strong("* Localities inferred."),
					Run.text(" The practices of %s were assigned by inference, not by the organisation’s own list."
						.formatted(String.join(", ", vote.inferred())))));
		}
		if (!vote.corrections().isEmpty()) {
			blocks.add(Block.paragraph(Style.NOTE, Run.strong("Corrected after acceptance.")));
			blocks.add(Block.bullets(vote.corrections()));
		}
	}

	/** What the governing body is asked. */
	List<Block> recommendation() {
		Paper.Recommendation asked = this.paper.recommendation();
		if (asked == null) {
			return List.of(Block.paragraph("No recommendation has been written yet."));
		}
		List<Block> blocks = new ArrayList<>();
		blocks.add(Block.paragraph(Style.LEAD,
				Run.text("The governing body is asked to approve the following recommendation:")));
		blocks.add(wording(asked));
		if (asked.rationale() != null) {
			blocks.add(new Block.Heading(3, "Reasons"));
			blocks.add(Block.paragraph(asked.rationale()));
		}
		String put = (asked.putBy() != null && asked.putAt() != null)
				? ", put to the governing body by %s on %s.".formatted(asked.putBy(), London.date(asked.putAt())) : ".";
		blocks.add(Block.paragraph(Run.text("Model: %s. Review: %s. ".formatted(asked.model(), asked.review())),
				Run.recorded("Version " + asked.version(), path("/recommendation/versions/" + asked.version())),
				Run.text(put)));
		return blocks;
	}

	/** The words that were put, where others were approved. */
	Block wording(Paper.Recommendation asked) {
		Paper.Resolution resolved = this.paper.resolution();
		String words = (resolved != null && resolved.amendedFrom() != null) ? resolved.amendedFrom() : asked.wording();
		return quoted(words);
	}

	private static Block quoted(String words) {
		return new Block.Quotation(List.of(Block.paragraph(words)));
	}

	/** What was resolved; empty before. */
	List<Block> resolution() {
		Paper.Resolution resolved = this.paper.resolution();
		if (resolved == null) {
			return List.of();
		}
		List<Block> blocks = new ArrayList<>();
		blocks.add(Block.paragraph(Style.VERDICT, Run.strong(resolved.decision()),
				Run.text(" at the meeting of the governing body on %s: %d for, %d against, %d abstained.".formatted(
						London.date(resolved.metOn()), resolved.votesFor(), resolved.votesAgainst(),
						resolved.abstained()))));
		Paper.Recommendation asked = this.paper.recommendation();
		if (resolved.amendedFrom() != null && asked != null) {
			blocks.add(Block.paragraph("The governing body approved these words instead:"));
			blocks.add(quoted(asked.wording()));
		}
		if (resolved.reason() != null) {
			blocks.add(Block.paragraph(Run.strong("Reason:"), Run.text(" " + resolved.reason())));
		}
		if (resolved.circumstances() != null) {
			blocks.add(Block.paragraph(resolved.circumstances()));
		}
		blocks.add(Block
			.paragraph("Recorded by %s at %s.".formatted(resolved.recorder(), London.instant(resolved.recordedAt()))));
		blocks.add(new Block.Signatures(List.of("Chair", "Accountable officer")));
		return blocks;
	}

	/** The documents that are cited. */
	List<Block> sources() {
		return List
			.of(new Block.Listing(true,
					this.paper.sources()
						.stream()
						.map((source) -> new Block.Listing.Entry(
								"source-" + source.number(), List.of(
										Block.paragraph(
												Run.emphasis(source.title()),
												Run.text(". %s, %s. ".formatted(source.publisher(),
														source.published()))),
										Block.paragraph(Style.PLACES,
												Run.text("Cited: %s."
													.formatted(String.join("; ", source.sections())))))))
						.toList()));
	}

	static Table.Cell cell(Run... runs) {
		return new Table.Cell(List.of(Block.paragraph(runs)));
	}

	static Terms.Term term(String name, String said) {
		return new Terms.Term(name, List.of(Block.paragraph(said)));
	}

}
