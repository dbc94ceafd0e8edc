package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;

import org.mandate.documents.Block;
import org.mandate.documents.Document;
import org.mandate.documents.Run;
import org.mandate.forms.London;

/**
 * In plain English, for patients and the public.
 */
final class PublicBriefing extends Composition {

	PublicBriefing(Paper paper, Proof proof) {
		super(paper, proof);
	}

	@Override
	protected Document compose() {
		Paper.Cover cover = this.paper.cover();
		part("what", "What this is about", joined(List.of(Block.paragraph(
				"GP services in England are arranged and paid for by NHS England. Local groups of GP practices, called clinical "
						+ "commissioning groups (CCGs), have been asked how much of this work they want to take on from April %s. "
							.formatted(cover.year().substring(0, 4))
						+ "%s has to choose.".formatted(cover.organisation()))),
				narrative("patients")));
		part("choices", "The choices", plainOffers());
		part("practices", "What our GP practices said", plainVote());
		part("next", "What happens next", next());
		part("sources", "Where this is written", this.sections.sources());
		return document("Who arranges your GP services?", "Briefing for patients and the public, " + cover.year(),
				"Plain English briefing of %s on primary care co-commissioning".formatted(cover.organisation()),
				List.of(PaperSections.term("Date", London.date(cover.date())),
						PaperSections.term("Status", this.proof.status())),
				List.of());
	}

	private List<Block> plainOffers() {
		List<Block> blocks = new ArrayList<>();
		for (int i = 0; i < this.paper.background().models().size(); i++) {
			Paper.Offer offer = this.paper.background().models().get(i);
			blocks.add(new Block.Heading(3, offer.title()));
			blocks.add(Block.paragraph(Run.text(offer.summary() + " "), Run.cited(offer.sources())));
		}
		return blocks;
	}

	private List<Block> plainVote() {
		Paper.Consultation vote = this.paper.consultation();
		if (vote == null || vote.paragraph().isEmpty()) {
			return List.of(Block.paragraph("Our GP practices will be asked which choice they support."));
		}
		return List.of(Block.paragraph("We asked our GP practices: “%s”".formatted(vote.question())),
				Block.paragraph(Run.recorded(vote.paragraph(), this.sections.ballot(vote))),
				Block.paragraph(Run.strong(vote.verdict())));
	}

	private List<Block> next() {
		Paper.Recommendation asked = this.paper.recommendation();
		Paper.Resolution resolved = this.paper.resolution();
		List<Block> blocks = new ArrayList<>();
		if (resolved != null && asked != null) {
			blocks.add(Block.paragraph("Our governing body considered this recommendation on %s: “%s” Its decision: %s."
				.formatted(London.date(resolved.metOn()), asked.wording(), Words.inSentence(resolved.decision()))));
		}
		else if (asked != null) {
			blocks.add(Block.paragraph("Our governing body will be asked to approve: “%s”".formatted(asked.wording())));
		}
		else {
			blocks.add(Block.paragraph("Our governing body will decide when it has heard the practices."));
		}
		if (asked != null) {
			this.paper.background()
				.models()
				.stream()
				.filter((offer) -> offer.title().equals(asked.model()))
				.flatMap((offer) -> offer.milestones().stream())
				.map((due) -> Block.paragraph("%s: %s.".formatted(due.what(), Words.inSentence(due.when()))))
				.forEach(blocks::add);
		}
		blocks.addAll(narrative("public-engagement", 3, "How you can have your say"));
		return blocks;
	}

}
