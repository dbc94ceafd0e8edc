package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Guidance;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.RecommendationVersion;
import org.mandate.recommendations.Recommendations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is in force under an appraisal, with its reviews, assurance, lessons and what may
 * come after; and putting a model into force.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/arrangement")
class ArrangementController {

	static final String PAGE = "redirect:/{org}/appraisals/{year}/arrangement";

	private final Appraisals appraisals;

	private final Arrangements arrangements;

	private final Reviews reviews;

	private final Assurance assurance;

	private final Lessons lessons;

	private final RollBacks rollBacks;

	private final Recommendations recommendations;

	private final Guidance guidance;

	ArrangementController(Appraisals appraisals, Arrangements arrangements, Reviews reviews, Assurance assurance,
			Lessons lessons, RollBacks rollBacks, Recommendations recommendations, Guidance guidance) {
		this.appraisals = appraisals;
		this.arrangements = arrangements;
		this.reviews = reviews;
		this.assurance = assurance;
		this.lessons = lessons;
		this.rollBacks = rollBacks;
		this.recommendations = recommendations;
		this.guidance = guidance;
	}

	/** A review, and how near it is while it is open. */
	public record ReviewLine(Review review, @Nullable Due due) {
	}

	/** An entry of the assurance log with its actions. */
	public record AssuranceLine(AssuranceEntry entry, List<ActionLine> actions) {
	}

	/** An action, and how near it is while it is open. */
	public record ActionLine(AssuranceEntry.Action action, @Nullable Due due) {
	}

	/** Lessons of a kind. */
	public record LessonGroup(Lesson.Kind kind, List<Lesson> lessons) {
	}

	@GetMapping
	@AllowedTo
	String show(@PathVariable String org, @PathVariable String year,
			@RequestParam(required = false) @Nullable String asAt, Member member, Model model) {
		AppraisalSummary appraisal = page(this.appraisals, org, year, model);
		AsAt moment = this.appraisals.asAt(appraisal, asAt);
		Edition edition = this.arrangements.edition(appraisal);
		List<Arrangement> all = this.arrangements.of(appraisal);
		Arrangement current = all.stream().filter(Arrangement::stands).findFirst().orElse(null);
		model.addAttribute("current", current);
		model.addAttribute("live", current != null && current.isLive(moment.day()));
		model.addAttribute("ended", all.stream().filter((each) -> !each.stands()).toList());
		model.addAttribute("approvals", (current == null) ? this.arrangements.approvals(appraisal) : List.of());
		model.addAttribute("modelNames", names(edition));
		reviews(appraisal, moment, model);
		log(appraisal, moment, model);
		List<Lesson> lessons = this.lessons.of(appraisal);
		model.addAttribute("lessons",
				lessons.isEmpty() ? List.of()
						: Arrays.stream(Lesson.Kind.values())
							.map((kind) -> new LessonGroup(kind,
									lessons.stream().filter((each) -> each.statement().kind() == kind).toList()))
							.toList());
		List<RollBack> rollBacks = this.rollBacks.of(appraisal);
		model.addAttribute("rollBacks", rollBacks.reversed());
		model.addAttribute("rollBackOpen", rollBacks.stream().anyMatch(RollBack::open));
		model.addAttribute("mayRollBack",
				current != null && !RollBackController.earlier(edition, current.statement().model()).isEmpty());
		model.addAttribute("opportunities", Opportunity.of(edition, latest(), moment));
		next(appraisal, model);
		model.addAttribute("moment", moment);
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		model.addAttribute("mayAgree", member.is(Role.ACCOUNTABLE_OFFICER));
		return "arrangements/arrangement";
	}

	/** Open ones by their day, then what was held, latest first. */
	private void reviews(AppraisalSummary appraisal, AsAt moment, Model model) {
		List<Review> all = this.reviews.of(appraisal);
		model.addAttribute("reviews",
				all.stream()
					.sorted(ReviewController.order(appraisal.year()))
					.map((review) -> new ReviewLine(review,
							review.open() ? Due.of(review.plan().latest(appraisal.year()), moment.day()) : null))
					.toList());
		RecommendationSummary recommended = all.isEmpty() ? this.recommendations.current(appraisal.id()).orElse(null)
				: null;
		RecommendationVersion version = (recommended != null) ? recommended.version() : null;
		model.addAttribute("recommended", version);
		model.addAttribute("recommendedStage", (recommended != null) ? recommended.stage().label() : null);
	}

	private void log(AppraisalSummary appraisal, AsAt moment, Model model) {
		model.addAttribute("log",
				this.assurance.of(appraisal).stream().map((entry) -> line(entry, moment.day())).toList());
	}

	static AssuranceLine line(AssuranceEntry entry, LocalDate day) {
		return new AssuranceLine(entry,
				entry.actions()
					.stream()
					.map((action) -> new ActionLine(action, action.open() ? Due.of(action.dueOn(), day) : null))
					.toList());
	}

	private void next(AppraisalSummary appraisal, Model model) {
		String slug = appraisal.year().next().slug();
		model.addAttribute("nextYear", appraisal.year().next());
		model.addAttribute("nextStarted",
				this.appraisals.all().stream().anyMatch((each) -> each.year().slug().equals(slug)));
	}

	/** The newest version of each edition. */
	private List<Edition> latest() {
		return this.guidance.editions()
			.stream()
			.filter((edition) -> this.guidance.latest(edition.ref().key()).ref().equals(edition.ref()))
			.toList();
	}

	@GetMapping("/start")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String toStart(@PathVariable String org, @PathVariable String year, Model model) {
		AppraisalSummary appraisal = page(this.appraisals, org, year, model);
		List<Approval> approvals = this.arrangements.approvals(appraisal);
		model.addAttribute("typed",
				GoLiveForm.of(approvals,
						this.recommendations.current(appraisal.id())
							.map((recommended) -> recommended.version().model())
							.orElse(null)));
		return starting(appraisal, approvals, model);
	}

	@PostMapping("/start")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String start(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") GoLiveForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(this.appraisals, org, year, model);
		List<Approval> approvals = this.arrangements.approvals(appraisal);
		form.check(approvals, errors);
		if (errors.hasErrors()) {
			return starting(appraisal, approvals, model);
		}
		this.arrangements.start(appraisal, Typed.text(form.model()), form.day(), form.agreement(),
				Typed.optional(form.conditions()));
		redirect.addFlashAttribute("notice", "The arrangement is put into force.");
		return PAGE;
	}

	private String starting(AppraisalSummary appraisal, List<Approval> approvals, Model model) {
		model.addAttribute("standing", this.arrangements.current(appraisal).orElse(null));
		model.addAttribute("modelNames", names(this.arrangements.edition(appraisal)));
		model.addAttribute("approvals", approvals);
		model.addAttribute("modelChoices",
				approvals.stream()
					.map((approval) -> new Choice(approval.model(), approval.name(), approval.state().label()))
					.toList());
		return "arrangements/start";
	}

	static Map<String, String> names(Edition edition) {
		return edition.models().stream().collect(Collectors.toMap(Edition.Model::key, Edition.Model::name));
	}

	static AppraisalSummary page(Appraisals appraisals, String org, String year, Model model) {
		AppraisalSummary appraisal = appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("base", "/" + org + appraisal.path() + "/arrangement");
		return appraisal;
	}

}
