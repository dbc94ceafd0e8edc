package org.mandate.committees;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface CommitteeRecords extends Repository<CommitteeRecord, CommitteeId> {

	CommitteeRecord save(CommitteeRecord entry);

	Optional<CommitteeRecord> findById(CommitteeId id);

}
