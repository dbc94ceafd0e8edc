package org.mandate.considerations;

import java.util.List;
import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface RequirementEntries extends Repository<RequirementEntry, EntryId> {

	RequirementEntry save(RequirementEntry entry);

	List<RequirementEntry> findByAppraisal(AppraisalId appraisal);

	Optional<RequirementEntry> findByAppraisalAndRequirementKey(AppraisalId appraisal, String requirementKey);

}
