package org.mandate.appraisals;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface AppraisalRecords extends Repository<Appraisal, AppraisalId> {

	Appraisal save(Appraisal appraisal);

	Optional<Appraisal> findByYear(String year);

	boolean existsByYear(String year);

	List<Appraisal> findAllByOrderByYearDesc();

}
