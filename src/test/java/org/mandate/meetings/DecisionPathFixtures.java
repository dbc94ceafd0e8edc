package org.mandate.meetings;

import java.time.LocalDate;
import java.util.Map;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;

import org.springframework.context.ApplicationContext;

/** A published decision on a recommendation, so that its paper is public. */
class DecisionPathFixtures implements PathFixtures {

	private final ApplicationContext beans;

	private final Appraisals appraisals;

	private final Recommendations recommendations;

	DecisionPathFixtures(ApplicationContext beans, Appraisals appraisals, Recommendations recommendations) {
		this.beans = beans;
		this.appraisals = appraisals;
		this.recommendations = recommendations;
	}

	@Override
	public int order() {
		return 60;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		this.recommendations.begin(appraisal, Recommendations.Source.PREVIOUS, null, setting.manager());
		RecommendationSummary current = this.recommendations.current(appraisal.id()).orElseThrow();
		this.recommendations.put(appraisal, current.version().number(), "The rest follows at the meeting",
				setting.manager());
		TestMeetings body = new TestMeetings(this.beans, setting.organisation(), "The body that decided").withFive();
		MeetingId id = body.opened(LocalDate.of(2015, 1, 29), TestMeetings.recommendation(appraisal.id()));
		body.left(id, 1, TestMeetings.approved()).closed(id, null, setting.manager()).published(id);
		return Map.of("register-of-decisions/{reference}", String.valueOf(body.one(id).items().getFirst().reference()));
	}

}
