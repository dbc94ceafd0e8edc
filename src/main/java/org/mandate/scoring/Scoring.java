package org.mandate.scoring;

import java.util.List;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.options.Options;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scoring of the options of an appraisal.
 */
@Component
public class Scoring {

	private final Options options;

	Scoring(Options options) {
		this.options = options;
	}

	/**
	 * What the panel agreed on, or what is missing for it.
	 */
	@Transactional(readOnly = true)
	public AgreedScores agreed(AppraisalSummary appraisal) {
		int wanted = this.options.shortlist(appraisal).size();
		return new AgreedScores(null, List.of("Criteria"), 0, wanted, 0);
	}

}
