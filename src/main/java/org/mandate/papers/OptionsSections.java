package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;

import org.mandate.documents.Block;
import org.mandate.documents.Block.Style;
import org.mandate.documents.Block.Table;
import org.mandate.documents.Block.Terms;
import org.mandate.documents.Run;

/**
 * What a paper says of the options, as blocks.
 */
final class OptionsSections {

	private final OptionsAppraisal about;

	private final PaperSections sections;

	OptionsSections(OptionsAppraisal about, PaperSections sections) {
		this.about = about;
		this.sections = sections;
	}

	/** The whole section, in the order of Oxfordshire's paper. */
	List<Block> all() {
		List<Block> blocks = new ArrayList<>(findings());
		blocks.add(options());
		blocks.addAll(scores());
		blocks.addAll(sides());
		blocks.addAll(requirements());
		blocks.addAll(lines("Capacity", "/capacity", this.about.capacity()));
		blocks.addAll(lines("Finance", "/finance", this.about.finance()));
		blocks.addAll(texts());
		blocks.addAll(risks());
		blocks.addAll(implications());
		return blocks;
	}

	/** Which option leads and what would change it; whether the voices agree. */
	List<Block> findings() {
		List<Block> blocks = new ArrayList<>();
		blocks.add(Block.paragraph(Run.recorded(this.about.robustness(), this.sections.path("/analysis"))));
		this.about.voices()
			.forEach((voice) -> blocks.add(Block.paragraph(Run.recorded(voice, this.sections.path("/voices")))));
		return blocks;
	}

	Table options() {
		List<Table.Row> rows = this.about.options().stream().map((line) -> {
			String reason = (line.reason() != null) ? ": " + line.reason() : "";
			String source = (line.source() != null) ? " (%s)".formatted(line.source()) : "";
			return new Table.Row(List.of(PaperSections.cell(Run.recorded(line.title(), this.sections.path("/options"))),
					PaperSections.cell(Run.strong(line.standing()), Run.text(reason + source)),
					PaperSections.cell(Run.recorded((line.cost() != null) ? line.cost() : "Not known",
							this.sections.path("/analysis/cost")))));
		}).toList();
		return new Table(
				"options", "The options, and where they stand", List.of(new Table.Column("Option", false, 4),
						new Table.Column("Where it stands", false, 6), new Table.Column("Cost", false, 2)),
				List.of(new Table.Group(null, rows)), null);
	}

	List<Block> scores() {
		OptionsAppraisal.Scores scores = this.about.scores();
		if (scores == null) {
			return List.of();
		}
		List<Table.Column> columns = new ArrayList<>();
		columns.add(new Table.Column("Option", false, 3));
		scores.criteria().forEach((criterion) -> columns.add(new Table.Column(criterion, true, 2)));
		columns.add(new Table.Column("Value", true, 1));
		columns.add(new Table.Column("Rank", true, 1));
		String record = this.sections.path("/analysis");
		List<Table.Row> rows = scores.rows().stream().map((line) -> {
			List<Table.Cell> cells = new ArrayList<>();
			cells.add(PaperSections.cell(Run.text(line.option())));
			line.scores()
				.forEach((score) -> cells.add(PaperSections
					.cell(Run.recorded(String.valueOf(score), this.sections.path("/scoring/agreed")))));
			cells.add(PaperSections.cell(Run.recorded(line.value(), record)));
			cells.add(PaperSections.cell(Run.recorded(line.place(), record)));
			return new Table.Row(cells);
		}).toList();
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Block.Heading(3, "Scores"));
		blocks.add(new Table("scores", "Agreed scores out of 10, weights and values", columns,
				List.of(new Table.Group(null, rows)), null));
		List<String> said = new ArrayList<>(scores.ties());
		said.addAll(scores.dominance());
		if (!said.isEmpty()) {
			blocks.add(Block.bullets(said));
		}
		blocks.add(Block.paragraph(Run.way("See the record behind these values", record)));
		return blocks;
	}

	List<Block> sides() {
		List<Block> blocks = new ArrayList<>();
		for (OptionsAppraisal.Sides side : this.about.sides()) {
			if (blocks.isEmpty()) {
				blocks.add(new Block.Heading(3, "Opportunities and threats"));
			}
			blocks.add(new Block.Heading(4, side.option()));
			List<Terms.Term> terms = new ArrayList<>();
			if (!side.opportunities().isEmpty()) {
				terms.add(new Terms.Term("Opportunities", remarks(side.opportunities())));
			}
			if (!side.threats().isEmpty()) {
				terms.add(new Terms.Term("Threats", remarks(side.threats())));
			}
			blocks.add(new Terms(terms));
		}
		return blocks;
	}

	private static List<Block.Paragraph> remarks(List<OptionsAppraisal.Remark> remarks) {
		return remarks.stream()
			.map((said) -> Block.paragraph(Run.text(said.text() + " "), Run.cited(said.sources()),
					Run.text((said.source() != null) ? " (%s)".formatted(said.source()) : "")))
			.toList();
	}

	private List<Block> requirements() {
		List<Block> blocks = new ArrayList<>();
		for (OptionsAppraisal.Required asked : this.about.requirements()) {
			if (blocks.isEmpty()) {
				blocks.add(new Block.Heading(3, "What each model requires"));
			}
			blocks.add(new Block.Heading(4, "%s: %s".formatted(asked.option(), asked.count())));
			blocks.add(new Block.Listing(false,
					asked.answers()
						.stream()
						.map((answer) -> new Block.Listing.Entry(null,
								List.of(Block.paragraph(Run.strong(answer.met() + ":"),
										Run.text(" " + answer.requirement() + " "), Run.cited(answer.sources()),
										Run.text(" %s (%s)".formatted(answer.answer(), answer.source()))))))
						.toList()));
		}
		return blocks;
	}

	private List<Block> lines(String heading, String record, List<String> lines) {
		if (lines.isEmpty()) {
			return List.of();
		}
		return List.of(new Block.Heading(3, heading),
				new Block.Listing(false,
						lines.stream()
							.map((line) -> new Block.Listing.Entry(null,
									List.of(Block.paragraph(Run.recorded(line, this.sections.path(record))))))
							.toList()));
	}

	private List<Block> texts() {
		List<Block> blocks = new ArrayList<>();
		this.about.texts().forEach((text) -> {
			blocks.add(new Block.Heading(3, text.heading()));
			blocks.add(Block.paragraph(text.text()));
			blocks.add(Block.paragraph(Style.PLACES, Run.text("(%s)".formatted(text.source()))));
		});
		return blocks;
	}

	List<Block> risks() {
		if (this.about.risks().isEmpty()) {
			return List.of();
		}
		List<Table.Row> rows = this.about.risks()
			.stream()
			.map((risk) -> new Table.Row(List.of(
					new Table.Cell(List.of(
							Block.paragraph(Run.recorded("%d. %s".formatted(risk.number(), risk.title()),
									this.sections.path("/risks/" + risk.number()))),
							Block.paragraph(Style.PLACES,
									Run.text(risk.description()
											+ ((risk.source() != null) ? " (%s)".formatted(risk.source()) : ""))))),
					PaperSections.cell(Run.text(risk.option())), PaperSections.cell(Run.text(risk.inherent())),
					PaperSections.cell(Run.text((risk.mitigation() != null) ? risk.mitigation() : "None recorded")),
					PaperSections.cell(Run.text(risk.residual())),
					PaperSections.cell(Run.text((risk.owner() != null) ? risk.owner() : "Nobody named")))))
			.toList();
		return List.of(new Block.Heading(3, "Risks"),
				new Table("risks", "Risks of each option: likelihood times consequence, before and after mitigation",
						List.of(new Table.Column("Risk", false, 6), new Table.Column("Option", false, 3),
								new Table.Column("Before", false, 2), new Table.Column("Mitigation", false, 4),
								new Table.Column("After", false, 2), new Table.Column("Owner", false, 2)),
						List.of(new Table.Group(null, rows)), null));
	}

	/** The nine, and which are missing. */
	List<Block> implications() {
		if (this.about.implications().isEmpty()) {
			return List.of();
		}
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Block.Heading(3, "Implications"));
		blocks.add(new Terms(this.about.implications()
			.stream()
			.map((text) -> new Terms.Term(text.heading(),
					List.of(Block.paragraph(Run.strong(text.applies() ? "" : "Not applicable: "), Run.text(text.text()),
							Run.text(" (%s)".formatted(text.source()))))))
			.toList()));
		if (!this.about.implicationsMissing().isEmpty()) {
			blocks.add(Block
				.paragraph("Not recorded yet: %s.".formatted(String.join(", ", this.about.implicationsMissing()))));
		}
		return blocks;
	}

}
