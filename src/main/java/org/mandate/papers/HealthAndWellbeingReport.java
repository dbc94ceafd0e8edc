package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;

import org.mandate.documents.Block;
import org.mandate.documents.Document;
import org.mandate.documents.Run;

/**
 * A report to the Health and Wellbeing Board. Sections and their order follow Southern
 * Derbyshire CCG's report of 15 January 2015.
 */
final class HealthAndWellbeingReport extends Composition {

	HealthAndWellbeingReport(Paper paper, Proof proof) {
		super(paper, proof);
	}

	@Override
	protected Document compose() {
		Paper.Recommendation asked = this.paper.recommendation();
		part("summary", "Summary", joined(narrative("purpose"), List.of(this.sections.issued())));
		part("recommendation", "Recommendation", (asked != null) ? List.of(Block
			.paragraph("The Health and Wellbeing Board is asked to support this recommendation to the governing body:"),
				this.sections.wording(asked)) : this.sections.recommendation());
		part("reasons", "Reasons for recommendation",
				joined(narrative("reasons"), (asked != null && asked.rationale() != null)
						? List.of(Block.paragraph(asked.rationale())) : List.of()));
		part("supporting-information", "Supporting information",
				joined(narrative("supporting"), List.of(new Block.Heading(3, "Scope of each model")),
						List.of(this.sections.comparisonTable()), List.of(new Block.Heading(3, "Options")),
						narrative("options"), this.sections.offers(4), List.of(new Block.Heading(3, "Timetable")),
						this.sections.timetable(), narrative("governance", 3, "Governance"),
						List.of(new Block.Heading(3, "Member practices")), narrative("member-views"), memberVote(),
						narrative("public-engagement", 3, "Public engagement")));
		MembersMandate mandate = this.paper.mandate();
		if (mandate != null) {
			part("mandate", "Members’ mandate", mandate.blocks(this.sections));
		}
		OptionsAppraisal about = this.paper.appraisal();
		if (about != null) {
			OptionsSections options = new OptionsSections(about, this.sections);
			part("other-options", "Other options considered",
					joined(text(about, "Other options considered"), List.of(options.options()), options.sides()));
		}
		part("approvals", "Approvals", approvals());
		part("background-papers", "Background papers", this.sections.sources());
		if (about != null) {
			part("implications", "Appendix 1: Implications", implications(about));
		}
		Paper.Cover cover = this.paper.cover();
		return document("The commissioning of primary care", "Report to the Health and Wellbeing Board",
				"Report of %s to the Health and Wellbeing Board on %s, %s".formatted(cover.organisation(),
						Words.inSentence(cover.title()), cover.year()),
				facts("The Health and Wellbeing Board"), List.of());
	}

	private static List<Block> text(OptionsAppraisal about, String heading) {
		return about.texts()
			.stream()
			.filter((text) -> text.heading().equals(heading))
			.<Block>map((text) -> Block.paragraph(text.text()))
			.toList();
	}

	private List<Block> approvals() {
		CoverPage sheet = this.paper.sheet();
		if (sheet == null || sheet.approvals().isEmpty()) {
			return List.of();
		}
		return List.of(Block.paragraph("This report has been approved by the following officers:"), new Block.Table(
				"approvals", "Officers’ approvals",
				List.of(new Block.Table.Column("Officer", false, 2), new Block.Table.Column("Approval", false, 4)),
				List.of(new Block.Table.Group(null, sheet.approvals()
					.stream()
					.map((approval) -> new Block.Table.Row(List.of(PaperSections.cell(Run.text(approval.office())),
							PaperSections.cell(Run.text(approval.state())))))
					.toList())),
				null));
	}

	/** Numbered as in the appendix of the report. */
	private List<Block> implications(OptionsAppraisal about) {
		List<Block> blocks = new ArrayList<>();
		int number = 0;
		for (OptionsAppraisal.Text text : about.implications()) {
			blocks.add(new Block.Heading(3, "1.%d %s".formatted(++number, text.heading())));
			blocks.add(Block.paragraph(Run.strong(text.applies() ? "" : "Not applicable: "), Run.text(text.text())));
		}
		if (!about.implicationsMissing().isEmpty()) {
			blocks.add(
					Block.paragraph("Not recorded yet: %s.".formatted(String.join(", ", about.implicationsMissing()))));
		}
		blocks.addAll(new OptionsSections(about, this.sections).risks());
		return blocks;
	}

}
