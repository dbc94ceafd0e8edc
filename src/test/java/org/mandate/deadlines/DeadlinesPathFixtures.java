package org.mandate.deadlines;

import java.util.Map;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

/**
 * A secret link to the calendar.
 */
class DeadlinesPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final CalendarLinks links;

	DeadlinesPathFixtures(Appraisals appraisals, CalendarLinks links) {
		this.appraisals = appraisals;
		this.links = links;
	}

	@Override
	public int order() {
		return 31;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		String secret = this.links.make(appraisal, "joint", "Tests").value();
		this.links.make(appraisal, "joint", "Revoking");
		String other = this.links.of(appraisal)
			.stream()
			.filter((link) -> link.purpose().equals("Revoking"))
			.findFirst()
			.orElseThrow()
			.id()
			.toString();
		return Map.of("{secret}", secret, "{link}", other);
	}

}
