package org.mandate.database;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Identity of an organisation (a CCG), and so of the tenant to which rows belong.
 *
 * @param id never null
 */
public record OrganisationId(UUID id) implements Serializable {

	public OrganisationId {
		Objects.requireNonNull(id, "id");
	}

	@Override
	public String toString() {
		return this.id.toString();
	}

}
