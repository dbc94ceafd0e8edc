package org.mandate.interests;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface InterestRecords extends Repository<Interest, InterestId> {

	/** Flushes, so that a second of two at once is told there. */
	Interest saveAndFlush(Interest interest);

	Optional<Interest> findById(InterestId id);

}
