package org.mandate.voting;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Identity of a ballot.
 *
 * @param id never null
 */
public record BallotId(UUID id) implements Serializable {

	public BallotId {
		Objects.requireNonNull(id, "id");
	}

}
