package org.mandate.voting;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UnitReturns extends Repository<UnitReturn, ReturnId> {

	UnitReturn save(UnitReturn unitReturn);

	/** The latest round, for changing it: two who do so come one after the other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<UnitReturn> findFirstByBallotAndUnitOrderByRoundNumberDesc(BallotId ballot, String unit);

	/** The latest round of each unit. */
	@Query("""
			select r from UnitReturn r where r.ballot = :ballot
			and r.round.number = (select max(o.round.number) from UnitReturn o where o.ballot = r.ballot and o.unit = r.unit)
			""")
	List<UnitReturn> findByBallot(BallotId ballot);

	/** Names of the units that have returned nothing, in order. */
	default List<String> outstanding(Ballot ballot) {
		return findByBallot(ballot.id()).stream()
			.filter((unitReturn) -> !unitReturn.hasReturned())
			.map((unitReturn) -> ballot.unit(unitReturn.unit()).name())
			.sorted()
			.toList();
	}

}
