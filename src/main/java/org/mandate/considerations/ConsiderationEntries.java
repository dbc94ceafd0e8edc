package org.mandate.considerations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface ConsiderationEntries extends Repository<ConsiderationEntry, EntryId> {

	ConsiderationEntry save(ConsiderationEntry entry);

	List<ConsiderationEntry> findByAppraisalOrderByPosition(AppraisalId appraisal);

	Optional<ConsiderationEntry> findByAppraisalAndIdId(AppraisalId appraisal, UUID id);

}
