package org.mandate.committees;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface SeatRecords extends Repository<SeatRecord, SeatRecord.SeatId> {

	SeatRecord save(SeatRecord entry);

	Optional<SeatRecord> findById(SeatRecord.SeatId id);

}
