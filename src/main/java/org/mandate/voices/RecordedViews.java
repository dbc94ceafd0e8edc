package org.mandate.voices;

import java.util.Optional;

import org.mandate.appraisals.AppraisalId;

import org.springframework.data.repository.Repository;

interface RecordedViews extends Repository<RecordedView, RecordedView.ViewId> {

	RecordedView save(RecordedView view);

	Optional<RecordedView> findByAppraisal(AppraisalId appraisal);

}
