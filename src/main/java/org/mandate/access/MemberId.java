package org.mandate.access;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Identity of a person in one organisation.
 *
 * @param id never null
 */
public record MemberId(UUID id) implements Serializable {

	public MemberId {
		Objects.requireNonNull(id, "id");
	}

}
