package org.mandate.demonstration;

import org.mandate.appraisals.AppraisalSummary;

/**
 * A part of the demonstration that is told when the appraisal stands. Told in the order
 * of the beans, as the commissioning manager.
 */
interface Scene {

	/** Oxfordshire's part of it. */
	default void oxfordshire(AppraisalSummary appraisal) {
	}

	/** Southern Derbyshire's. */
	default void southernDerbyshire(AppraisalSummary appraisal) {
	}

}
