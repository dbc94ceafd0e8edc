package org.mandate.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.engagement.EngagementStatement.Changed;

/**
 * An engagement, a window and an objection, so that their pages have something to show.
 */
class EngagementPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Engagements engagements;

	private final ObjectionWindows windows;

	EngagementPathFixtures(Appraisals appraisals, Engagements engagements, ObjectionWindows windows) {
		this.appraisals = appraisals;
		this.engagements = engagements;
		this.windows = windows;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		When day = When.on(LocalDate.of(2015, 1, 2));
		int entry = this.engagements.add(appraisal, new EngagementStatement(Audience.PUBLIC, "Everybody", null, true,
				day, How.WEBSITE, null, "Their view", false, List.of(), List.of(), Changed.OPEN, null));
		int window = this.windows.open(appraisal, new ObjectionWindow.Statement(Audience.MEMBER_PRACTICES, "The model",
				"By e-mail", null, null, day, null, null));
		int objection = this.windows.object(appraisal, window,
				new ObjectionWindow.Said("A practice", "No", LocalDate.of(2015, 1, 3), null, null, null));
		return Map.of("engagement/{number}", Integer.toString(entry), "windows/{number}", Integer.toString(window),
				"objections/{objection}", Integer.toString(objection));
	}

}
