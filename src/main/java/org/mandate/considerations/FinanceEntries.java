package org.mandate.considerations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface FinanceEntries extends Repository<FinanceEntry, EntryId> {

	FinanceEntry save(FinanceEntry entry);

	List<FinanceEntry> findByAppraisalOrderByPosition(AppraisalId appraisal);

	Optional<FinanceEntry> findByAppraisalAndIdId(AppraisalId appraisal, UUID id);

}
