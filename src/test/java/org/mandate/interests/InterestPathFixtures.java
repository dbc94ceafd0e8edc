package org.mandate.interests;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.mandate.access.PathFixtures;

class InterestPathFixtures implements PathFixtures {

	private final Interests interests;

	InterestPathFixtures(Interests interests) {
		this.interests = interests;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		UUID key = UUID.randomUUID();
		this.interests.declare(key, new InterestStatement("Manager", InterestType.FINANCIAL, null, "Shares",
				LocalDate.of(2015, 1, 1), null, null, null), setting.manager());
		return Map.of("interests/{interest}", key.toString(), "register/{holder}",
				setting.manager().id().id().toString());
	}

}
