package org.mandate.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.database.OrganisationId;

/**
 * The signed-in person, as a member of one organisation. Controllers take it as a
 * parameter.
 *
 * @param id who it is
 * @param name as shown
 * @param organisation the organisation
 * @param organisationCode the organisation's ODS code in lower case, as in addresses
 * @param organisationName its name
 * @param roles at least one
 * @param locality the locality a director answers for; null for others
 * @param localityName its name
 */
public record Member(MemberId id, String name, OrganisationId organisation, String organisationCode,
		String organisationName, Set<Role> roles, @Nullable UUID locality,
		@Nullable String localityName) implements Serializable {

	public Member {
		roles = Set.copyOf(roles);
	}

	/** Whether the person holds a role. */
	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	/** Whether the role is held, by its name: for templates. */
	public boolean is(String role) {
		return is(Role.valueOf(role));
	}

	/** Whether this person answers for a locality. */
	public boolean directs(UUID locality) {
		return is(Role.LOCALITY_DIRECTOR) && locality.equals(this.locality);
	}

}
