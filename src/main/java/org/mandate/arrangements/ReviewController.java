package org.mandate.arrangements;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.NotFound;
import org.mandate.forms.Choice;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.Typed;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Planning reviews, and recording what came of them.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/arrangement/reviews")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class ReviewController {

	private final Appraisals appraisals;

	private final Reviews reviews;

	private final Recommendations recommendations;

	private final Ledger ledger;

	ReviewController(Appraisals appraisals, Reviews reviews, Recommendations recommendations, Ledger ledger) {
		this.appraisals = appraisals;
		this.reviews = reviews;
		this.recommendations = recommendations;
		this.ledger = ledger;
	}

	/** Open ones by their day, then what was held, latest first. */
	static Comparator<Review> order(FinancialYear year) {
		return Comparator.comparing((Review review) -> !review.open()).thenComparing((Review first, Review second) -> {
			Review.Outcome one = first.outcome();
			Review.Outcome other = second.outcome();
			return (one != null && other != null) ? other.heldOn().compareTo(one.heldOn())
					: first.plan().latest(year).compareTo(second.plan().latest(year));
		}).thenComparing(Review::number);
	}

	/** The first is proposed in the words of the recommendation. */
	@GetMapping("/new")
	String toPlan(@PathVariable String org, @PathVariable String year, Model model) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		boolean first = this.reviews.of(appraisal).isEmpty();
		model.addAttribute("typed", this.recommendations.current(appraisal.id())
			.filter((recommended) -> first)
			.map(RecommendationSummary::version)
			.map((version) -> new ReviewForms.Planning(DateBoxes.of(version.reviewOn()), version.review(), "", ""))
			.orElseGet(() -> new ReviewForms.Planning(null, "", "", "")));
		return "arrangements/review";
	}

	@PostMapping
	String plan(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") ReviewForms.Planning form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		form.check(errors);
		if (errors.hasErrors()) {
			return "arrangements/review";
		}
		this.reviews.plan(appraisal, form.plan());
		redirect.addFlashAttribute("notice", "The review is planned.");
		return ArrangementController.PAGE;
	}

	@GetMapping("/{number}")
	String toChange(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		Review review = open(ArrangementController.page(this.appraisals, org, year, model), number);
		model.addAttribute("review", review);
		model.addAttribute("typed", ReviewForms.Planning.of(review));
		return "arrangements/review";
	}

	@PostMapping("/{number}")
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") ReviewForms.Planning form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("review", open(appraisal, number));
		form.check(errors);
		if (errors.hasErrors()) {
			return "arrangements/review";
		}
		try {
			this.reviews.change(appraisal, number, form.plan(), Typed.version(form.version()));
		}
		catch (SavedMeanwhile ex) {
			Review theirs = open(appraisal, number);
			model.addAttribute("theirs", theirs);
			model.addAttribute("typed", form.over(theirs.version()));
			return "arrangements/review";
		}
		redirect.addFlashAttribute("notice", "The review is planned.");
		return ArrangementController.PAGE;
	}

	@GetMapping("/{number}/held")
	String toHold(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		Review review = open(ArrangementController.page(this.appraisals, org, year, model), number);
		model.addAttribute("typed", ReviewForms.Holding.of(review));
		return holding(review, model);
	}

	@PostMapping("/{number}/held")
	String hold(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") ReviewForms.Holding form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		Review review = one(appraisal, number);
		form.check(this.ledger.today(), errors);
		if (errors.hasErrors()) {
			return holding(review, model);
		}
		Review.Outcome outcome = form.outcome();
		try {
			this.reviews.hold(appraisal, number, outcome, form.next(review.plan().owner()),
					Typed.version(form.version()));
		}
		catch (SavedMeanwhile ex) {
			Review theirs = one(appraisal, number);
			model.addAttribute("theirs", theirs);
			model.addAttribute("typed", form.over(theirs.version()));
			return holding(theirs, model);
		}
		redirect.addFlashAttribute("notice", switch (outcome.decision()) {
			case KEEP -> "The review is recorded.";
			case CHANGE -> "The review is recorded. When the model can be changed stands below.";
			case END -> "The review is recorded. An arrangement ends by a roll-back to which both agree.";
		});
		return ArrangementController.PAGE;
	}

	private static String holding(Review review, Model model) {
		model.addAttribute("review", review);
		model.addAttribute("decisionChoices", Choice.all(Review.Decision.values(), Review.Decision::label));
		return "arrangements/held";
	}

	/** A review that is still to be held. */
	private Review open(AppraisalSummary appraisal, int number) {
		Review review = one(appraisal, number);
		Review.@Nullable Outcome outcome = review.outcome();
		if (outcome != null) {
			throw new ArrangementRefused("This review was held, as %s recorded: %s. What it found stays on record."
				.formatted(review.savedBy(), outcome.decision().label()));
		}
		return review;
	}

	private Review one(AppraisalSummary appraisal, int number) {
		return this.reviews.of(appraisal)
			.stream()
			.filter((each) -> each.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no review " + number + "."));
	}

}
