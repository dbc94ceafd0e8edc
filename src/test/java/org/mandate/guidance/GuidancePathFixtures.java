package org.mandate.guidance;

import java.util.Map;

import org.mandate.access.PathFixtures;

class GuidancePathFixtures implements PathFixtures {

	@Override
	public int order() {
		return 0;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		return Map.of("guidance/{edition}", "next-steps-2014");
	}

}
