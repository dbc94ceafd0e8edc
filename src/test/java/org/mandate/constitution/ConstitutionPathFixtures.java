package org.mandate.constitution;

import java.util.Map;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.Appraisals;

/**
 * An amendment, so that its pages have something to show.
 */
class ConstitutionPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Constitution constitution;

	ConstitutionPathFixtures(Appraisals appraisals, Constitution constitution) {
		this.appraisals = appraisals;
		this.constitution = constitution;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		int number = this.constitution.add(this.appraisals.of(setting.values().get("{year}")),
				new AmendmentStatement("Joint committee", "A section", true, null, null, null, null, null, null, null,
						null, null, null, null));
		return Map.of("constitution/{number}", Integer.toString(number));
	}

}
