package org.mandate.arrangements;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed about reviews.
 */
public final class ReviewForms {

	private ReviewForms() {
	}

	/**
	 * When a review is due.
	 *
	 * @param dueOn the day
	 * @param words no nearer than that
	 * @param owner who sees to it
	 * @param version of what the person saw when they began
	 */
	public record Planning(@Nullable DateBoxes dueOn, @Nullable String words, @Nullable String owner,
			@Nullable String version) {

		public Planning {
			dueOn = DateBoxes.orEmpty(dueOn);
		}

		static Planning of(Review review) {
			return new Planning(DateBoxes.of(review.plan().on()), review.plan().words(), review.plan().owner(),
					Integer.toString(review.version()));
		}

		/** The same words, typed over what somebody else saved. */
		Planning over(int version) {
			return new Planning(this.dueOn, this.words, this.owner, Integer.toString(version));
		}

		void check(BindingResult errors) {
			LocalDate day = new DateCheck(errors).day("dueOn", this.dueOn, "The day", null);
			new TextCheck(errors).line("words", this.words, "When it is due", Review.WORDS, null)
				.line("owner", this.owner, "The owner", Review.OWNER, "Enter who sees to the review");
			if (day == null && !errors.hasFieldErrors("dueOn") && Typed.text(this.words).isEmpty()) {
				errors.rejectValue("dueOn", "missing", "Enter the day, or say in words when the review is due");
			}
		}

		Review.Plan plan() {
			return new Review.Plan(DateBoxes.orEmpty(this.dueOn).date().orElse(null), Typed.optional(this.words),
					Typed.text(this.owner));
		}

	}

	/**
	 * What came of a review.
	 *
	 * @param heldOn the day
	 * @param found what was found
	 * @param decision name of the decision
	 * @param nextOn when the next is due; empty for none
	 * @param nextWords the same in words
	 * @param version of what the person saw when they began
	 */
	public record Holding(@Nullable DateBoxes heldOn, @Nullable String found, @Nullable String decision,
			@Nullable DateBoxes nextOn, @Nullable String nextWords, @Nullable String version) {

		public Holding {
			heldOn = DateBoxes.orEmpty(heldOn);
			nextOn = DateBoxes.orEmpty(nextOn);
			found = Lines.of(found);
		}

		static Holding of(Review review) {
			return new Holding(null, "", "", null, "", Integer.toString(review.version()));
		}

		/** The same words, typed over what somebody else saved. */
		Holding over(int version) {
			return new Holding(this.heldOn, this.found, this.decision, this.nextOn, this.nextWords,
					Integer.toString(version));
		}

		void check(LocalDate today, BindingResult errors) {
			DateCheck days = new DateCheck(errors);
			LocalDate held = days.past("heldOn", this.heldOn, "The day it was held",
					"Enter the day on which the review was held", today);
			new TextCheck(errors)
				.prose("found", this.found, "What was found", Review.FOUND, "Enter what the review found")
				.chosen("decision", this.decision, Review.Decision.class, "Choose what the review decided");
			LocalDate next = days.day("nextOn", this.nextOn, "The day of the next review", null);
			if (held != null && next != null && !next.isAfter(held)) {
				errors.rejectValue("nextOn", "early", "The next review must be after this one");
			}
			new TextCheck(errors).line("nextWords", this.nextWords, "When the next is due", Review.WORDS, null);
		}

		Review.Outcome outcome() {
			return new Review.Outcome(DateBoxes.orEmpty(this.heldOn).date().orElseThrow(), Typed.text(this.found),
					Review.Decision.valueOf(Typed.text(this.decision)));
		}

		Review.@Nullable Plan next(String owner) {
			LocalDate on = DateBoxes.orEmpty(this.nextOn).date().orElse(null);
			String words = Typed.optional(this.nextWords);
			return (on != null || words != null) ? new Review.Plan(on, words, owner) : null;
		}

	}

}
