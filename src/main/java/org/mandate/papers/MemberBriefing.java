package org.mandate.papers;

import java.util.List;

import org.mandate.documents.Block;
import org.mandate.documents.Document;
import org.mandate.forms.London;

/**
 * For practices, before they vote: says nothing of how others voted.
 */
final class MemberBriefing extends Composition {

	MemberBriefing(Paper paper, Proof proof) {
		super(paper, proof);
	}

	@Override
	protected Document compose() {
		Paper.Cover cover = this.paper.cover();
		part("asked", "What we ask of you", joined(narrative("members"), question()));
		part("offered", "What is on offer", joined(List.of(this.sections.issued()), this.sections.offers(3)));
		part("comparison", "What differs from today", this.sections.comparison());
		OptionsAppraisal about = this.paper.appraisal();
		if (about != null) {
			part("sides", "For and against", new OptionsSections(about, this.sections).sides());
		}
		part("timetable", "What is due, and when", this.sections.timetable());
		part("sources", "Sources", this.sections.sources());
		return document("Your practice’s vote on co-commissioning", "Briefing for member practices, " + cover.year(),
				"Briefing of the member practices of %s before they vote".formatted(cover.organisation()),
				List.of(PaperSections.term("Date", London.date(cover.date())),
						PaperSections.term("Status", this.proof.status())),
				List.of());
	}

	/**
	 * The question and the rule, without any figure: practices read this before they
	 * vote.
	 */
	private List<Block> question() {
		Paper.Consultation vote = this.paper.consultation();
		if (vote == null) {
			return List.of(Block.paragraph("The question will be put to you in a ballot of the member practices."));
		}
		return List.of(Block.paragraph("The question put to you in ballot %d:".formatted(vote.ballot())),
				new Block.Quotation(List.of(Block.paragraph(vote.question()))), Block.paragraph(vote.rule()), Block
					.paragraph("Every practice on the register of %s may vote.".formatted(London.date(vote.census()))));
	}

}
