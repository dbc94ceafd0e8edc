package org.mandate.recommendations;

import org.mandate.appraisals.AppraisalSummary;

/**
 * The governing body resolved on a recommendation. Published in the transaction that
 * records the resolution, after the resolution itself is on the audit trail and in the
 * tables.
 *
 * @param appraisal whose recommendation
 * @param recommendation which
 * @param number its number within the appraisal
 */
public record RecommendationSealed(AppraisalSummary appraisal, RecommendationId recommendation, int number) {
}
