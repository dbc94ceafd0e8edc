package org.mandate.risks;

import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface RecordedRisks extends Repository<RecordedRisk, RecordedRisk.RiskId> {

	RecordedRisk save(RecordedRisk risk);

	Optional<RecordedRisk> findById(RecordedRisk.RiskId id);

	Optional<RecordedRisk> findByAppraisalAndNumber(AppraisalId appraisal, int number);

}
