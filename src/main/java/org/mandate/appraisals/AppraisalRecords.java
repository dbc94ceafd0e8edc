package org.mandate.appraisals;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface AppraisalRecords extends Repository<Appraisal, AppraisalId> {

	Appraisal save(Appraisal appraisal);

	Optional<Appraisal> findByYear(String year);

	/** Makes those who write to the same appraisal wait for one another. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<Appraisal> findById(AppraisalId id);

	boolean existsByYear(String year);

	List<Appraisal> findAllByOrderByYearDesc();

}
