package org.mandate.voting;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a ballot, for which a result is declared, with its electorate as a number.
 */
@Embeddable
record BallotUnit(String slug, String name, @Column(name = "locality_id") @Nullable UUID locality,
		@Nullable String provenance, int entitled, int patients) {
}
