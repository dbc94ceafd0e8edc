package org.mandate.demonstration;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.arrangements.Review;
import org.mandate.arrangements.Reviews;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is known of Oxfordshire's arrangement on 29 January 2015: nothing is in force yet,
 * and a review is planned "as part of our planning process for 2016/17" (Oxfordshire
 * CCG's paper, section 5, Recommendation). The paper names no owner.
 */
@Component
@Order(40)
class DemonstrationArrangements implements Scene {

	private final Reviews reviews;

	DemonstrationArrangements(Reviews reviews) {
		this.reviews = reviews;
	}

	@Override
	public void oxfordshire(AppraisalSummary appraisal) {
		this.reviews.plan(appraisal, new Review.Plan(null, "as part of our planning process for 2016/17",
				"Head of primary care commissioning (the paper names nobody)"));
	}

}
