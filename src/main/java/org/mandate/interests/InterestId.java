package org.mandate.interests;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Identity of a declared interest.
 *
 * @param id never null
 */
public record InterestId(UUID id) implements Serializable {

	public InterestId {
		Objects.requireNonNull(id, "id");
	}

}
