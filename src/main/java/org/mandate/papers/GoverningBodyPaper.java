package org.mandate.papers;

import java.util.List;

import org.mandate.documents.Block;
import org.mandate.documents.Document;

/**
 * The whole paper. Sections and their order follow Oxfordshire CCG's paper of January
 * 2015.
 */
final class GoverningBodyPaper extends Composition {

	GoverningBodyPaper(Paper paper, Proof proof) {
		super(paper, proof);
	}

	@Override
	protected Document compose() {
		section("background", "Background",
				joined(List.of(this.sections.issued()), narrative("background"),
						List.of(new Block.Heading(3, "The models on offer")), this.sections.offers(4),
						List.of(new Block.Heading(3, "Timetable")), this.sections.timetable()));
		section("comparison", "Comparison of the models", this.sections.comparison());
		OptionsAppraisal about = this.paper.appraisal();
		if (about != null) {
			section("options", "Appraisal of the options",
					joined(narrative("options"), new OptionsSections(about, this.sections).all()));
		}
		List<Block> governance = narrative("governance");
		if (!governance.isEmpty()) {
			section("governance", "Governance and conflicts of interest", governance);
		}
		List<Block> capacity = narrative("capacity");
		if (!capacity.isEmpty()) {
			section("capacity", "Capacity", capacity);
		}
		section("consultation", "Consultation of member practices", joined(narrative("member-views"),
				this.sections.consultation(), narrative("public-engagement", 3, "Public engagement")));
		MembersMandate mandate = this.paper.mandate();
		if (mandate != null) {
			section("mandate", "Members’ mandate", mandate.blocks(this.sections));
		}
		section("recommendation", "Recommendation", this.sections.recommendation());
		List<Block> resolution = this.sections.resolution();
		if (!resolution.isEmpty()) {
			section("resolution", "Resolution", resolution);
		}
		section("sources", "Sources", this.sections.sources());
		Paper.Cover cover = this.paper.cover();
		return document(cover.title(), "Which model for " + cover.year(),
				"Paper for the governing body of %s on %s, %s".formatted(cover.organisation(),
						Words.inSentence(cover.title()), cover.year()),
				facts("The governing body"), joined(asked(), brief(), coverSheet()));
	}

	/** The longer texts of the cover sheet. */
	private List<Block> coverSheet() {
		return joined(narrative("purpose", 2, "Purpose and summary"), narrative("engagement", 2, "Engagement"),
				narrative("finance", 2, "Financial implications"), narrative("action", 2, "Action required"),
				narrative("priorities", 2, "Priorities supported"));
	}

}
