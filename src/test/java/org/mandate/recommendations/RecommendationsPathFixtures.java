package org.mandate.recommendations;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

/**
 * A recommendation on which the governing body has resolved, so that there is a sealed
 * paper.
 */
class RecommendationsPathFixtures implements PathFixtures {

	private final Appraisals appraisals;

	private final Recommendations recommendations;

	RecommendationsPathFixtures(Appraisals appraisals, Recommendations recommendations) {
		this.appraisals = appraisals;
		this.recommendations = recommendations;
	}

	@Override
	public int order() {
		return 30;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		this.recommendations.begin(appraisal, Recommendations.Source.CHOSEN_MODEL, "joint", setting.manager());
		this.recommendations.put(appraisal, 1, "The rest follows at the meeting", setting.manager());
		this.recommendations.resolve(appraisal,
				new Resolution.Minute(Decision.APPROVED, null, LocalDate.of(2015, 1, 29), 12, 0, 1, null,
						new Resolution.Meeting(UUID.randomUUID(), UUID.randomUUID(), "An item of a meeting."), false),
				setting.manager());
		return Map.of("versions/{number}", "1", "papers/{number}", "1");
	}

}
