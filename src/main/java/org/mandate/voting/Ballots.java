package org.mandate.voting;

import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.mandate.appraisals.AppraisalId;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Ballots extends Repository<Ballot, BallotId> {

	Ballot save(Ballot ballot);

	Ballot saveAndFlush(Ballot ballot);

	int countByAppraisal(AppraisalId appraisal);

	Optional<Ballot> findByAppraisalAndNumber(AppraisalId appraisal, int number);

	/** For those who return: they may do so together, but not while the ballot closes. */
	@Lock(LockModeType.PESSIMISTIC_READ)
	@Query("select b from Ballot b where b.appraisal = :appraisal and b.number = :number")
	Optional<Ballot> findForReturning(AppraisalId appraisal, int number);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select b from Ballot b where b.appraisal = :appraisal and b.number = :number")
	Optional<Ballot> findForClosing(AppraisalId appraisal, int number);

}
