package org.mandate.considerations;

import java.util.List;
import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface StatementEntries extends Repository<StatementEntry, EntryId> {

	StatementEntry save(StatementEntry entry);

	List<StatementEntry> findByAppraisal(AppraisalId appraisal);

	Optional<StatementEntry> findByAppraisalAndSubject(AppraisalId appraisal, Subject subject);

}
