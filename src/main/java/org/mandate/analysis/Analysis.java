package org.mandate.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.scoring.AgreedScores;
import org.mandate.scoring.Performance;
import org.mandate.scoring.Scoring;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The analysis of the agreed scores. It is worked out once for each version of what goes
 * into it, and kept under exactly that, so that nothing out of date can be found.
 */
@Component
public class Analysis {

	private static final int MOST_KEPT = 100;

	private final Scoring scoring;

	private final Cache<Performance, Result> results = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

	Analysis(Scoring scoring) {
		this.scoring = scoring;
	}

	/**
	 * What follows from the scores of an appraisal. Takes the statements of
	 * {@link Scoring#agreed} and no other.
	 */
	@Transactional(readOnly = true)
	public Findings of(AppraisalSummary appraisal) {
		AgreedScores scores = this.scoring.agreed(appraisal);
		Performance performance = scores.performance();
		boolean any = performance != null
				&& performance.alternatives().stream().anyMatch(Performance.Alternative::ranked);
		return new Findings(scores, (performance != null && any) ? of(performance) : null);
	}

	Result of(Performance performance) {
		return this.results.get(performance, Result::of);
	}

}
