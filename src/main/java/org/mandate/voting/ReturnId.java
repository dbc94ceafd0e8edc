package org.mandate.voting;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Identity of what one unit returns in one ballot.
 *
 * @param id never null
 */
record ReturnId(UUID id) implements Serializable {

	ReturnId {
		Objects.requireNonNull(id, "id");
	}

}
