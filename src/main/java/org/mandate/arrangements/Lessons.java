package org.mandate.arrangements;

import java.util.List;
import java.util.Map;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lessons learned from an arrangement.
 */
@Component
public class Lessons {

	private final LessonStore store;

	private final Ledger ledger;

	Lessons(LessonStore store, Ledger ledger) {
		this.store = store;
		this.ledger = ledger;
	}

	/** First to last. One statement. */
	@Transactional(readOnly = true)
	public List<Lesson> of(AppraisalSummary appraisal) {
		return this.store.of(appraisal);
	}

	/**
	 * Record a lesson. The same one is not recorded twice.
	 * @return its number within the appraisal
	 */
	@Transactional
	public int learn(AppraisalSummary appraisal, Lesson.Statement statement) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		return this.store.of(appraisal)
			.stream()
			.filter((lesson) -> lesson.statement().equals(statement))
			.findFirst()
			.map(Lesson::number)
			.orElseGet(() -> {
				int number = this.store.add(appraisal, statement, stamp);
				this.ledger.tell(ArrangementEvent.of(appraisal, "lesson.recorded", "Recorded lesson " + number,
						facts(statement)));
				return number;
			});
	}

	/**
	 * Change a lesson, unless somebody else saved it meanwhile.
	 * @param seen version of what the person saw when they began
	 * @throws SavedMeanwhile if somebody else saved it
	 */
	@Transactional
	void change(AppraisalSummary appraisal, int number, Lesson.Statement statement, int seen) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		Lesson known = one(appraisal, number);
		if (known.statement().equals(statement)) {
			return;
		}
		if (!this.store.save(appraisal, number, statement, seen, stamp)) {
			throw new SavedMeanwhile("this lesson");
		}
		this.ledger.tell(ArrangementEvent.of(appraisal, "lesson.changed", "Changed lesson " + number,
				Map.of("before", facts(known.statement()), "after", facts(statement))));
	}

	/** One lesson. One statement. */
	@Transactional(readOnly = true)
	Lesson one(AppraisalSummary appraisal, int number) {
		return this.store.of(appraisal)
			.stream()
			.filter((lesson) -> lesson.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no lesson " + number + "."));
	}

	private static Map<String, Object> facts(Lesson.Statement statement) {
		return ArrangementEvent.facts("kind", statement.kind().label(), "lesson", statement.words(), "sharedWith",
				(statement.sharedWith() != null) ? statement.sharedWith() : "Not shared");
	}

}
