package org.mandate.papers;

import org.mandate.analysis.Analysis;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.considerations.Considerations;
import org.mandate.risks.Risks;
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
		return new PaperWriter.Appraisal(this.considerations.of(appraisal), this.analysis.of(appraisal),
				this.risks.of(appraisal), this.voices.of(appraisal).sentences());
	}

}
