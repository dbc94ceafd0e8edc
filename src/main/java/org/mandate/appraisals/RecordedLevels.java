package org.mandate.appraisals;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface RecordedLevels extends Repository<RecordedLevel, RecordedLevel.RecordedLevelId> {

	RecordedLevel save(RecordedLevel level);

	Optional<RecordedLevel> findByAppraisalAndFunction(AppraisalId appraisal, String function);

}
