package org.mandate.committees;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface HolderRecords extends Repository<HolderRecord, HolderRecord.HolderId> {

	HolderRecord save(HolderRecord entry);

	Optional<HolderRecord> findById(HolderRecord.HolderId id);

}
