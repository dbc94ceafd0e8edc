package org.mandate.mandates;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.mandate.access.Member;
import org.mandate.access.PathFixtures;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

/**
 * Evidence and an override, so that their pages have something to show.
 */
class MandatesPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Mandates mandates;

	MandatesPathFixtures(Appraisals appraisals, Mandates mandates) {
		this.appraisals = appraisals;
		this.mandates = mandates;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		Member manager = setting.manager();
		Member officer = new Member(manager.id(), manager.name(), manager.organisation(), manager.organisationCode(),
				manager.organisationName(), Set.of(Role.ACCOUNTABLE_OFFICER), null, null);
		LocalDate day = LocalDate.of(2015, 1, 8);
		int evidence = this.mandates.state(appraisal, UUID.randomUUID(),
				new StatedEvidence.Statement("joint", "members-consulted", "They met", day, "Minutes", "The secretary"),
				manager);
		this.mandates.override(appraisal,
				new Mandates.Decision("joint", Set.of("members-agreed"), "There is no time", day), null, officer);
		return Map.of("tests/{topic}", "members-consulted", "evidence/{number}", Integer.toString(evidence),
				"override/{number}", "1");
	}

}
