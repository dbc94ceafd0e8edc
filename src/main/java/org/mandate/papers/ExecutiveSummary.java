package org.mandate.papers;

import java.util.List;

import org.mandate.documents.Block;
import org.mandate.documents.Document;

/**
 * One page.
 */
final class ExecutiveSummary extends Composition {

	ExecutiveSummary(Paper paper, Proof proof) {
		super(paper, proof);
	}

	@Override
	protected boolean compact() {
		return true;
	}

	@Override
	protected Document compose() {
		Paper.Cover cover = this.paper.cover();
		part("brief", "In brief", joined(brief().subList(1, 2), asked()));
		part("comparison", "Against today", List.of(Block.bullets(this.paper.comparison().verdicts())));
		MembersMandate mandate = this.paper.mandate();
		part("votes", "Member practices",
				joined(memberVote(), (mandate != null) ? List.of(Block.paragraph(mandate.summary())) : List.of()));
		OptionsAppraisal about = this.paper.appraisal();
		if (about != null) {
			part("risks", "Highest risks", highest(about));
		}
		return document(cover.title(), "Executive summary, " + cover.year(),
				"Executive summary of the paper of %s on %s, %s".formatted(cover.organisation(),
						Words.inSentence(cover.title()), cover.year()),
				List.of(PaperSections.term("Status", this.proof.status())), List.of());
	}

	/**
	 * The three risks of the recommended option, else of any, that are highest after
	 * mitigation.
	 */
	private List<Block> highest(OptionsAppraisal about) {
		Paper.Recommendation asked = this.paper.recommendation();
		List<OptionsAppraisal.RiskLine> concerned = about.risks()
			.stream()
			.filter((risk) -> asked == null || risk.option().equals(asked.model()))
			.sorted((one, other) -> Integer.compare(score(other), score(one)))
			.limit(3)
			.toList();
		return concerned.isEmpty() ? List.of()
				: List.of(Block.bullets(concerned.stream()
					.map((risk) -> "%s: %s before mitigation, %s after.".formatted(risk.title(),
							Words.inSentence(risk.inherent()), Words.inSentence(risk.residual())))
					.toList()));
	}

	private static int score(OptionsAppraisal.RiskLine risk) {
		String rating = Character.isDigit(risk.residual().charAt(0)) ? risk.residual() : risk.inherent();
		return Character.isDigit(rating.charAt(0)) ? Integer.parseInt(rating.split(",")[0]) : 0;
	}

}
