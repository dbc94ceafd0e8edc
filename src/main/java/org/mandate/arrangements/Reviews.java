package org.mandate.arrangements;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews of an arrangement: planned, held, and what follows from them.
 */
@Component
public class Reviews {

	private final ReviewStore store;

	private final Ledger ledger;

	Reviews(ReviewStore store, Ledger ledger) {
		this.store = store;
		this.ledger = ledger;
	}

	/** In the order in which they were planned. One statement. */
	@Transactional(readOnly = true)
	public List<Review> of(AppraisalSummary appraisal) {
		return this.store.of(appraisal);
	}

	/**
	 * Plan a review. One still open that is planned just so is not planned twice.
	 * @return its number within the appraisal
	 */
	@Transactional
	public int plan(AppraisalSummary appraisal, Review.Plan plan) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		return this.store.of(appraisal)
			.stream()
			.filter((review) -> review.open() && review.plan().equals(plan))
			.findFirst()
			.map(Review::number)
			.orElseGet(() -> add(appraisal, plan, stamp));
	}

	private int add(AppraisalSummary appraisal, Review.Plan plan, Ledger.Stamp stamp) {
		int number = this.store.add(appraisal, plan, stamp);
		this.ledger.tell(ArrangementEvent.of(appraisal, "review.planned",
				"Planned review %d of the arrangement".formatted(number), facts(plan)));
		return number;
	}

	/**
	 * Plan an open review otherwise, unless somebody else saved it meanwhile.
	 * @param seen version of what the person saw when they began
	 * @throws SavedMeanwhile if somebody else saved it
	 */
	@Transactional
	void change(AppraisalSummary appraisal, int number, Review.Plan plan, int seen) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		Review known = one(appraisal, number);
		if (known.plan().equals(plan)) {
			return;
		}
		if (!known.open() || !this.store.save(appraisal, number, plan, null, seen, stamp)) {
			throw new SavedMeanwhile("this review");
		}
		this.ledger.tell(ArrangementEvent.of(appraisal, "review.changed",
				"Changed the plan of review %d of the arrangement".formatted(number),
				Map.of("before", facts(known.plan()), "after", facts(plan))));
	}

	/**
	 * Record that a review was held, and plan the next.
	 * @param next when the next is due; null for none
	 * @param seen version of what the person saw when they began
	 * @throws SavedMeanwhile if somebody else saved it
	 */
	@Transactional
	public void hold(AppraisalSummary appraisal, int number, Review.Outcome outcome, Review.@Nullable Plan next,
			int seen) {
		Ledger.Stamp stamp = this.ledger.turn(appraisal);
		Review known = one(appraisal, number);
		if (outcome.equals(known.outcome())) {
			return;
		}
		if (!known.open() || !this.store.save(appraisal, number, known.plan(), outcome, seen, stamp)) {
			throw new SavedMeanwhile("this review");
		}
		this.ledger.tell(ArrangementEvent.of(appraisal, "review.held",
				"Recorded what review %d of the arrangement found: %s".formatted(number, outcome.decision().label()),
				ArrangementEvent.facts("heldOn", outcome.heldOn(), "found", outcome.found(), "decision",
						outcome.decision().label())));
		if (next != null) {
			plan(appraisal, next);
		}
	}

	private Review one(AppraisalSummary appraisal, int number) {
		return this.store.of(appraisal)
			.stream()
			.filter((review) -> review.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no review " + number + "."));
	}

	private static Map<String, Object> facts(Review.Plan plan) {
		return ArrangementEvent.facts("due", plan.when(), "owner", plan.owner());
	}

}
