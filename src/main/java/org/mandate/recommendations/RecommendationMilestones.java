package org.mandate.recommendations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.MilestoneSource;
import org.mandate.guidance.Deadline;

import org.springframework.stereotype.Component;

/**
 * When recommendations were put to the governing body, and what it resolved. One
 * statement, and one more where one was put after the day for which the appraisal speaks.
 * An appraisal of a date already past tells of a decision as it stood then: what was put
 * since, in Mandate, counts as put on that day, or on that of the resolution.
 */
@Component
class RecommendationMilestones implements MilestoneSource {

	private final RecommendationReader reader;

	private final Appraisals appraisals;

	RecommendationMilestones(RecommendationReader reader, Appraisals appraisals) {
		this.reader = reader;
		this.appraisals = appraisals;
	}

	@Override
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		List<Milestone> found = new ArrayList<>();
		List<RecommendationSummary> all = this.reader.of(appraisal.id());
		boolean past = all.stream().anyMatch((each) -> isLater(each, appraisal))
				&& this.appraisals.asAt(appraisal, null).past();
		for (RecommendationSummary each : all) {
			String path = appraisal.path() + "/recommendation";
			Submission put = each.submission();
			if (put != null) {
				found.add(put(each, put.putAt(), past && isLater(each, appraisal), appraisal, path));
			}
			Resolution resolution = each.resolution();
			if (resolution != null) {
				boolean approved = resolution.decision() == Decision.APPROVED
						|| resolution.decision() == Decision.APPROVED_WITH_AMENDMENTS;
				found.add(Milestone.on(approved ? Milestone.Kind.APPROVED : Milestone.Kind.NOT_APPROVED,
						each.version().model(), resolution.metOn(),
						"Governing body: " + resolution.decision().label().toLowerCase(java.util.Locale.ROOT),
						resolution.reason(), path));
			}
		}
		return found;
	}

	private static Milestone put(RecommendationSummary each, Instant at, boolean past, AppraisalSummary appraisal,
			String path) {
		String title = "Recommendation put to the governing body";
		Resolution resolution = each.resolution();
		LocalDate latest = (resolution != null) ? resolution.metOn() : appraisal.speaksFor();
		boolean late = day(at).isAfter(latest);
		return (past || (resolution != null && late))
				? Milestone.on(Milestone.Kind.RECOMMENDATION_PUT, each.version().model(), latest, title, null, path)
				: Milestone.at(Milestone.Kind.RECOMMENDATION_PUT, each.version().model(), at, title, null, path);
	}

	private static boolean isLater(RecommendationSummary each, AppraisalSummary appraisal) {
		Submission put = each.submission();
		return put != null && day(put.putAt()).isAfter(appraisal.speaksFor());
	}

	private static LocalDate day(Instant at) {
		return at.atZone(Deadline.LONDON).toLocalDate();
	}

}
