package org.mandate.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

class AccessPathFixtures implements PathFixtures {

	private final People people;

	private final Invitations invitations;

	AccessPathFixtures(People people, Invitations invitations) {
		this.people = people;
		this.invitations = invitations;
	}

	@Override
	public int order() {
		return 0;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		MemberId person = this.people.add(UUID.randomUUID() + "@example.org", "Invited person", null,
				Set.of(Role.CHAIR), null);
		return Map.of("{org}", setting.organisation().slug(), "people/{person}", person.id().toString(),
				"invitations/{token}", this.invitations.issue(person).value(), "first-administrator/{token}", "none");
	}

}
