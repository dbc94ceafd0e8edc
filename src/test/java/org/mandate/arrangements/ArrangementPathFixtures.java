package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.Map;

import org.mandate.access.PathFixtures;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

/**
 * An arrangement in force with a review, an entry of the assurance log, a lesson and a
 * roll-back that waits, so that their pages have something to show.
 */
class ArrangementPathFixtures implements PathFixtures {

	private static final LocalDate DAY = LocalDate.of(2015, 10, 1);

	private final Appraisals appraisals;

	private final Arrangements arrangements;

	private final Reviews reviews;

	private final Assurance assurance;

	private final Lessons lessons;

	private final RollBacks rollBacks;

	ArrangementPathFixtures(Appraisals appraisals, Arrangements arrangements, Reviews reviews, Assurance assurance,
			Lessons lessons, RollBacks rollBacks) {
		this.appraisals = appraisals;
		this.arrangements = arrangements;
		this.reviews = reviews;
		this.assurance = assurance;
		this.lessons = lessons;
		this.rollBacks = rollBacks;
	}

	@Override
	public Map<String, String> make(Setting setting) {
		AppraisalSummary appraisal = this.appraisals.of(setting.values().get("{year}"));
		this.arrangements.start(appraisal, "greater-involvement", LocalDate.of(2015, 4, 1), "As agreed", null);
		int review = this.reviews.plan(appraisal, new Review.Plan(DAY, null, "The manager"));
		int entry = this.assurance.note(appraisal,
				new AssuranceEntry.Statement(DAY, "Conflicts", "In order", AssuranceEntry.Rating.ASSURED));
		int action = this.assurance.act(appraisal, entry, "Publish the register", "The manager", DAY);
		int lesson = this.lessons.learn(appraisal, new Lesson.Statement(Lesson.Kind.GOOD_PRACTICE, "Ask early", null));
		int rollBack = this.rollBacks.propose(appraisal,
				new RollBack.Proposal("The CCG", "It does not work", "joint", DAY, entry));
		return Map.of("reviews/{number}", Integer.toString(review), "assurance/{number}", Integer.toString(entry),
				"actions/{action}", Integer.toString(action), "lessons/{number}", Integer.toString(lesson),
				"roll-back/{number}", Integer.toString(rollBack));
	}

}
