package org.mandate.recommendations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.Choice;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;

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
 * The recommendation of an appraisal: read, written, put and taken back.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/recommendation")
class RecommendationController {

	private final Appraisals appraisals;

	private final Recommendations recommendations;

	private final TouchingInterests touching;

	private final Guidance guidance;

	RecommendationController(Appraisals appraisals, Recommendations recommendations, TouchingInterests touching,
			Guidance guidance) {
		this.appraisals = appraisals;
		this.recommendations = recommendations;
		this.touching = touching;
		this.guidance = guidance;
	}

	/**
	 * The text of a recommendation, as typed.
	 *
	 * @param basis number of the version it was written from
	 * @param model key of the model
	 * @param wording what the governing body is asked to approve
	 * @param review when it will be reviewed, in words
	 * @param reviewOn the day of the review
	 * @param rationale why
	 */
	public record TextForm(String basis, @NotEmpty(message = "Choose the model to recommend") String model,
			@NotEmpty(message = "Enter the wording of the recommendation") @Size(
					max = RecommendationText.WORDING_LENGTH,
					message = "The wording must be {max} characters or fewer") @Pattern(regexp = Typed.VISIBLE_LINES,
							message = "The wording" + Typed.INVISIBLE) String wording,
			@Size(max = RecommendationText.REVIEW_LENGTH,
					message = "When it will be reviewed must be {max} characters or fewer") @Pattern(
							regexp = Typed.VISIBLE_LINES,
							message = "When it will be reviewed" + Typed.INVISIBLE) String review,
			DateBoxes reviewOn,
			@Size(max = RecommendationText.RATIONALE_LENGTH,
					message = "The reasons must be {max} characters or fewer") @Pattern(regexp = Typed.VISIBLE_LINES,
							message = "The reasons" + Typed.INVISIBLE) String rationale) {

		public TextForm(@Nullable String basis, @Nullable String model, @Nullable String wording,
				@Nullable String review, @Nullable DateBoxes reviewOn, @Nullable String rationale) {
			this.basis = Typed.text(basis);
			this.model = Typed.text(model);
			this.wording = Typed.text(wording);
			this.review = Typed.text(review);
			this.reviewOn = DateBoxes.orEmpty(reviewOn);
			this.rationale = Typed.text(rationale);
		}

		static TextForm of(RecommendationVersion version) {
			return new TextForm(Integer.toString(version.number()), version.model(), version.wording(),
					version.review(), DateBoxes.of(version.reviewOn()), version.rationale());
		}

		/** What came without a version was written from none. */
		int seen() {
			return this.basis.matches("\\d{1,9}") ? Integer.parseInt(this.basis) : 0;
		}

		RecommendationText text(@Nullable LocalDate day) {
			return new RecommendationText(this.model, Typed.optional(this.review), day, this.wording,
					Typed.optional(this.rationale));
		}

	}

	/**
	 * Why a recommendation is taken back.
	 *
	 * @param reason in the manager's words
	 */
	public record WithdrawalForm(@NotEmpty(message = "Enter why you take the recommendation back") @Size(max = 1000,
			message = "The reason must be {max} characters or fewer") @Pattern(regexp = Typed.VISIBLE_LINES,
					message = "The reason" + Typed.INVISIBLE) String reason) {

		public WithdrawalForm(@Nullable String reason) {
			this.reason = Typed.text(reason);
		}

	}

	/**
	 * A recommendation with the name of its model.
	 *
	 * @param recommendation the recommendation
	 * @param modelName what its model is called
	 */
	public record Named(RecommendationSummary recommendation, String modelName) {
	}

	@GetMapping
	@AllowedTo
	String show(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		model.addAttribute("submission", new SubmissionForm(""));
		return shown(page(org, year, model), member, model);
	}

	private String shown(AppraisalSummary appraisal, Member member, Model model) {
		List<RecommendationSummary> all = this.recommendations.all(appraisal.id());
		List<Named> named = all.stream().map((each) -> named(appraisal, each)).toList();
		model.addAttribute("current", named.isEmpty() ? null : named.getFirst());
		model.addAttribute("earlier", named.stream().skip(1).toList());
		model.addAttribute("versions",
				all.isEmpty() ? List.of() : this.recommendations.versions(appraisal.id()).reversed());
		model.addAttribute("place", this.recommendations.place(appraisal.id()).orElse(null));
		model.addAttribute("told", this.touching.told(appraisal.id(), member));
		if (all.isEmpty() || all.getFirst().sealed()) {
			model.addAttribute("proposal", this.recommendations.proposal(appraisal).orElse(null));
		}
		if (!all.isEmpty() && all.getFirst().draft()) {
			List<PaperCheck.Finding> findings = this.recommendations.findings(appraisal);
			model.addAttribute("missing", findings.stream().filter(PaperCheck.Finding::missing).toList());
			model.addAttribute("look", findings.stream().filter((finding) -> !finding.missing()).toList());
		}
		return "recommendations/recommendation";
	}

	@PostMapping("/draft")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String begin(@PathVariable String org, @PathVariable String year, @RequestParam Recommendations.Source source,
			@RequestParam(required = false) @Nullable String model, Member member, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		if (source == Recommendations.Source.CHOSEN_MODEL
				&& edition(appraisal).models().stream().noneMatch((each) -> each.key().equals(model))) {
			redirect.addFlashAttribute("problem", "Choose the model to recommend");
			return "redirect:/{org}/appraisals/{year}/recommendation";
		}
		this.recommendations.begin(appraisal, source, model, member);
		return "redirect:/{org}/appraisals/{year}/recommendation/draft";
	}

	@GetMapping("/draft")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String edit(@PathVariable String org, @PathVariable String year, Model model) {
		AppraisalSummary appraisal = page(org, year, model);
		RecommendationSummary current = current(appraisal);
		if (!current.draft()) {
			return "redirect:/{org}/appraisals/{year}/recommendation";
		}
		model.addAttribute("writing", TextForm.of(current.version()));
		return "recommendations/draft";
	}

	@PostMapping("/versions")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String save(@PathVariable String org, @PathVariable String year, @Valid @ModelAttribute("writing") TextForm form,
			BindingResult errors, Member member, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(org, year, model);
		LocalDate reviewOn = check(form, errors, edition(appraisal));
		if (errors.hasErrors()) {
			return "recommendations/draft";
		}
		try {
			this.recommendations.revise(appraisal.id(), form.seen(), form.text(reviewOn), member);
		}
		catch (RevisedMeanwhile ex) {
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			model.addAttribute("theirs", ex.latest());
			model.addAttribute("theirModel", modelName(appraisal, ex.latest().model()));
			model.addAttribute("myModel", modelName(appraisal, form.model()));
			model.addAttribute("wordingParts", WordDifference.between(ex.latest().wording(), form.wording()));
			model.addAttribute("rationaleParts", WordDifference.between(ex.latest().rationale(), form.rationale()));
			return "recommendations/conflict";
		}
		redirect.addFlashAttribute("notice", "The recommendation has been saved");
		return "redirect:/{org}/appraisals/{year}/recommendation";
	}

	private static @Nullable LocalDate check(TextForm form, BindingResult errors, Edition edition) {
		if (!form.model().isEmpty() && edition.models().stream().noneMatch((each) -> each.key().equals(form.model()))) {
			errors.rejectValue("model", "offer", "Choose one of the models on offer");
		}
		Optional<LocalDate> date = form.reviewOn().date();
		if (!form.reviewOn().isBlank() && date.isEmpty()) {
			errors.rejectValue("reviewOn", "date", "The date of the review must be a real date, such as 1 9 2015");
		}
		else if (date.filter((day) -> day.getYear() < 2013 || day.getYear() > 2099).isPresent()) {
			errors.rejectValue("reviewOn", "date", "The date of the review must be between 2013 and 2099");
		}
		if (form.reviewOn().isBlank() && form.review().isEmpty()) {
			errors.rejectValue("review", "review", "Enter when it will be reviewed, in words or as a date");
		}
		return date.orElse(null);
	}

	@GetMapping("/versions/{number}")
	@AllowedTo
	String version(@PathVariable String org, @PathVariable String year, @PathVariable String number, Model model) {
		AppraisalSummary appraisal = page(org, year, model);
		List<RecommendationVersion> versions = this.recommendations.versions(appraisal.id());
		RecommendationVersion version = numbered(versions, number)
			.orElseThrow(() -> new NotFound("There is no version " + number + " of the recommendation"));
		RecommendationVersion before = numbered(versions, Integer.toString(version.number() - 1)).orElse(null);
		model.addAttribute("version", version);
		model.addAttribute("modelName", modelName(appraisal, version.model()));
		model.addAttribute("before", before);
		model.addAttribute("last", version.number() == versions.size());
		if (before != null) {
			model.addAttribute("modelBefore", modelName(appraisal, before.model()));
			model.addAttribute("wordingParts", WordDifference.between(before.wording(), version.wording()));
			model.addAttribute("reviewParts", WordDifference.between(before.review(), version.review()));
			model.addAttribute("rationaleParts", WordDifference.between(before.rationale(), version.rationale()));
		}
		return "recommendations/version";
	}

	private static Optional<RecommendationVersion> numbered(List<RecommendationVersion> versions, String number) {
		return versions.stream().filter((each) -> Integer.toString(each.number()).equals(number)).findFirst();
	}

	@PostMapping("/submission")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String put(@PathVariable String org, @PathVariable String year, @RequestParam int basis,
			@Valid @ModelAttribute("submission") SubmissionForm form, BindingResult errors, Member member, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(org, year, model);
		try {
			this.recommendations.put(appraisal, basis, errors.hasErrors() ? null : form.reason(), member);
		}
		catch (PaperIncomplete ex) {
			if (!errors.hasErrors()) {
				errors.rejectValue("reason", "missing", "Enter why you put it although it is not complete");
			}
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			return shown(appraisal, member, model);
		}
		redirect.addFlashAttribute("notice", "The recommendation is before the governing body");
		return "redirect:/{org}/appraisals/{year}/recommendation";
	}

	@GetMapping("/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String askWhy(@PathVariable String org, @PathVariable String year, Model model) {
		AppraisalSummary appraisal = page(org, year, model);
		if (!current(appraisal).put()) {
			return "redirect:/{org}/appraisals/{year}/recommendation";
		}
		model.addAttribute("withdrawal", new WithdrawalForm(""));
		return "recommendations/withdrawal";
	}

	@PostMapping("/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String withdraw(@PathVariable String org, @PathVariable String year,
			@Valid @ModelAttribute("withdrawal") WithdrawalForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(org, year, model);
		if (errors.hasErrors()) {
			return "recommendations/withdrawal";
		}
		this.recommendations.withdraw(appraisal.id(), form.reason(), member);
		redirect.addFlashAttribute("notice", "The recommendation is a draft again");
		return "redirect:/{org}/appraisals/{year}/recommendation";
	}

	private AppraisalSummary page(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("base", "/" + org + appraisal.path());
		model.addAttribute("org", org);
		model.addAttribute("models",
				edition(appraisal).models()
					.stream()
					.map((each) -> new Choice(each.key(), each.name(), each.summary()))
					.toList());
		return appraisal;
	}

	private RecommendationSummary current(AppraisalSummary appraisal) {
		return this.recommendations.current(appraisal.id())
			.orElseThrow(() -> new NotFound("There is no recommendation yet"));
	}

	private Named named(AppraisalSummary appraisal, RecommendationSummary recommendation) {
		return new Named(recommendation, modelName(appraisal, recommendation.version().model()));
	}

	private String modelName(AppraisalSummary appraisal, String key) {
		return edition(appraisal).models()
			.stream()
			.filter((model) -> model.key().equals(key))
			.map(Edition.Model::name)
			.findFirst()
			.orElse(key);
	}

	private Edition edition(AppraisalSummary appraisal) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
	}

}
