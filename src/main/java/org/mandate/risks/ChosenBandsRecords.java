package org.mandate.risks;

import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface ChosenBandsRecords extends Repository<ChosenBands, AppraisalId> {

	ChosenBands save(ChosenBands bands);

	Optional<ChosenBands> findById(AppraisalId appraisal);

}
