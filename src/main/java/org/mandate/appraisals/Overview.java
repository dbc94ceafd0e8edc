package org.mandate.appraisals;

import java.time.Instant;
import java.util.Map;

import org.mandate.guidance.Level;

/**
 * An appraisal with what its pages need at once, from one query.
 *
 * @param summary as other modules see it
 * @param startedAt when it was started
 * @param revision grows with each change of the appraisal or its current levels
 * @param levels what is recorded of today, by key of the function
 */
record Overview(AppraisalSummary summary, Instant startedAt, long revision, Map<String, Level> levels) {

	Overview {
		levels = Map.copyOf(levels);
	}

}
