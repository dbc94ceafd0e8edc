package org.mandate.coversheets;

import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface RecordedCovers extends Repository<RecordedCover, RecordedCover.CoverId> {

	RecordedCover save(RecordedCover cover);

	Optional<RecordedCover> findByAppraisal(AppraisalId appraisal);

}
