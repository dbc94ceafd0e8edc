package org.mandate.demonstration;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.organisations.Locality;

/**
 * The invented people of one organisation of the demonstration. Their names are those of
 * nobody in the sources, and say that they are invented.
 */
class Cast {

	private final People people;

	private final String domain;

	private final Map<Role, Member> leads = new EnumMap<>(Role.class);

	Cast(People people, String domain) {
		this.people = people;
		this.domain = domain;
	}

	Member add(String name, String jobTitle, Role role, @Nullable UUID locality) {
		String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + this.domain;
		MemberId id = this.people.add(email, name + " (invented)", jobTitle, Set.of(role), locality);
		Member added = this.people.active()
			.stream()
			.filter((member) -> member.id().equals(id))
			.findFirst()
			.orElseThrow();
		this.leads.putIfAbsent(role, added);
		return added;
	}

	Member the(Role role) {
		Member member = this.leads.get(role);
		if (member == null) {
			throw new IllegalStateException("Nobody is " + role.label());
		}
		return member;
	}

	static UUID idOf(List<Locality> localities, String name) {
		return localities.stream()
			.filter((locality) -> locality.name().equals(name))
			.map(Locality::id)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There is no locality " + name));
	}

}
