package org.mandate.voting;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface UnitReturns extends Repository<UnitReturn, ReturnId> {

	UnitReturn save(UnitReturn unitReturn);

	Optional<UnitReturn> findByBallotAndUnit(BallotId ballot, String unit);

	List<UnitReturn> findByBallot(BallotId ballot);

}
