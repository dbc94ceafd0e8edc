package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.MilestoneSource;
import org.mandate.forms.London;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;

import org.springframework.stereotype.Component;

/**
 * What arrangements tell: when they go live and end, when reviews are due and were held.
 * Two statements.
 */
@Component
class ArrangementMilestones implements MilestoneSource {

	private final ArrangementStore arrangements;

	private final ReviewStore reviews;

	private final Guidance guidance;

	ArrangementMilestones(ArrangementStore arrangements, ReviewStore reviews, Guidance guidance) {
		this.arrangements = arrangements;
		this.reviews = reviews;
		this.guidance = guidance;
	}

	@Override
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		Edition edition = this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
		String path = appraisal.path() + "/arrangement";
		List<Milestone> milestones = new ArrayList<>();
		for (Arrangement arrangement : this.arrangements.of(appraisal)) {
			Arrangement.Statement said = arrangement.statement();
			String name = edition.model(said.model()).name();
			milestones.add(Milestone.on(Milestone.Kind.GO_LIVE, said.model(), said.liveFrom(), name + " in force",
					said.came(), path));
			LocalDate ended = arrangement.endedOn();
			if (ended != null) {
				milestones.add(Milestone.on(Milestone.Kind.ENDED, said.model(), ended, name + " rolled back",
						"By mutual agreement", path));
			}
		}
		for (Review review : this.reviews.of(appraisal)) {
			milestones.addAll(milestones(review, appraisal, path));
		}
		return milestones;
	}

	private static List<Milestone> milestones(Review review, AppraisalSummary appraisal, String path) {
		Review.Outcome outcome = review.outcome();
		Review.Plan plan = review.plan();
		Milestone due = new Milestone(Milestone.Kind.REVIEW_DUE, null, plan.from(appraisal.year()),
				plan.latest(appraisal.year()), null, "Review of the arrangement due: " + plan.when(),
				(outcome != null) ? "Held on " + London.date(outcome.heldOn()) : plan.owner() + " sees to it", path);
		return (outcome == null) ? List.of(due) : List.of(due, Milestone.on(Milestone.Kind.REVIEWED, null,
				outcome.heldOn(), "Review of the arrangement held", outcome.decision().label(), path));
	}

}
