package org.mandate.considerations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface CapacityEntries extends Repository<CapacityEntry, EntryId> {

	CapacityEntry save(CapacityEntry entry);

	@EntityGraph(attributePaths = "needs")
	List<CapacityEntry> findByAppraisalOrderByPosition(AppraisalId appraisal);

	@EntityGraph(attributePaths = "needs")
	Optional<CapacityEntry> findByAppraisalAndIdId(AppraisalId appraisal, UUID id);

}
