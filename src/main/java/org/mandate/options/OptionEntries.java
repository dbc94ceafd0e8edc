package org.mandate.options;

import java.util.List;
import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface OptionEntries extends Repository<OptionEntry, OptionEntry.OptionEntryId> {

	OptionEntry save(OptionEntry entry);

	List<OptionEntry> findByAppraisalOrderByRecordedAt(AppraisalId appraisal);

	Optional<OptionEntry> findByAppraisalAndKey(AppraisalId appraisal, String key);

}
