package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;

import org.mandate.analysis.Analysis;
import org.mandate.analysis.Findings;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.considerations.Considerations;
import org.mandate.risks.Risks;
import org.mandate.voices.ExecutiveView;
import org.mandate.voices.ThreeVoices;
import org.mandate.voices.ViewStatement;
import org.mandate.voices.Voices;

import org.springframework.stereotype.Component;

/**
 * Collects what the modules of the appraisal say of its options. Within the facade's
 * transactions.
 */
@Component
class OptionsRecord {

	private final Considerations considerations;

	private final Analysis analysis;

	private final Risks risks;

	private final Voices voices;

	OptionsRecord(Considerations considerations, Analysis analysis, Risks risks, Voices voices) {
		this.considerations = considerations;
		this.analysis = analysis;
		this.risks = risks;
		this.voices = voices;
	}

	PaperWriter.Appraisal of(AppraisalSummary appraisal) {
		Findings findings = this.analysis.of(appraisal);
		return new PaperWriter.Appraisal(this.considerations.of(appraisal), findings, this.risks.of(appraisal),
				voices(this.voices.of(appraisal, findings)));
	}

	private static List<String> voices(ThreeVoices voices) {
		List<String> lines = new ArrayList<>();
		lines.add(voices.sentence());
		ExecutiveView view = voices.view();
		if (view != null) {
			ViewStatement said = view.statement();
			lines.add("%s: %s (%s)".formatted(said.heldBy(), said.text(), said.source()));
		}
		return lines;
	}

}
