package org.mandate.papers;

import java.util.Map;

import org.mandate.access.PathFixtures;

/** A hash that anybody may ask for. */
class PapersPathFixtures implements PathFixtures {

	@Override
	public int order() {
		return 90;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		return Map.of("verification/{hash}", "0123456789abcdef");
	}

}
