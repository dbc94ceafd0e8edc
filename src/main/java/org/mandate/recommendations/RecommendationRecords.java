package org.mandate.recommendations;

import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface RecommendationRecords extends Repository<Recommendation, RecommendationId> {

	/** Flushes, so that listeners to its events read what is saved. */
	Recommendation saveAndFlush(Recommendation recommendation);

	Optional<Recommendation> findFirstByAppraisalOrderByNumberDesc(AppraisalId appraisal);

}
