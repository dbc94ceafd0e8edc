package org.mandate.options;

import java.util.Map;

import org.mandate.access.PathFixtures;

class OptionsPathFixtures implements PathFixtures {

	@Override
	public int order() {
		return 11;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		return Map.of("options/{option}", "joint");
	}

}
