package org.mandate.submissions;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.forms.Choice;
import org.mandate.guidance.Edition;

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
 * The way of a proposal after its submission, recorded by the commissioning manager or
 * the accountable officer and read by everybody.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/submission/route")
class RouteController {

	private static final String BACK = "redirect:/{org}/appraisals/{year}/submission/route";

	private final SubmissionPages pages;

	private final ProFormas proFormas;

	private final Submissions submissions;

	private final Routes routes;

	RouteController(SubmissionPages pages, ProFormas proFormas, Submissions submissions, Routes routes) {
		this.pages = pages;
		this.proFormas = proFormas;
		this.submissions = submissions;
		this.routes = routes;
	}

	/** The way that a model takes, before there is a pro forma. */
	public record ModelRoute(Edition.Model model, Route route) {
	}

	@GetMapping
	@AllowedTo
	String route(@PathVariable String org, @PathVariable String year, @RequestParam @Nullable String asAt,
			Member member, Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		Edition edition = this.pages.edition(appraisal);
		ProForma proForma = this.proFormas.current(appraisal).orElse(null);
		model.addAttribute("asAt", this.pages.asAt(appraisal, asAt));
		model.addAttribute("proForma", proForma);
		model.addAttribute("records", member.is(Role.COMMISSIONING_MANAGER) || member.is(Role.ACCOUNTABLE_OFFICER));
		model.addAttribute("way", (proForma != null) ? this.routes.of(appraisal, proForma) : null);
		model.addAttribute("modelName", (proForma != null) ? edition.model(proForma.model()).name() : null);
		List<ModelRoute> others = edition.models()
			.stream()
			.filter((each) -> proForma == null || !each.key().equals(proForma.model()))
			.map((each) -> new ModelRoute(each, this.routes.of(appraisal, each.key())))
			.toList();
		model.addAttribute("others", others);
		model.addAttribute("none", this.submissions.noApplication(appraisal).orElse(null));
		return "submissions/route";
	}

	@GetMapping("/stages/{stage}")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String stage(@PathVariable String org, @PathVariable String year, @PathVariable("stage") String key, Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		Stage stage = stage(appraisal, key, model);
		model.addAttribute("typed", RouteForms.StageForm.of(stage));
		return stage(stage, null, model);
	}

	private Stage stage(AppraisalSummary appraisal, String key, Model model) {
		return this.routes.of(appraisal, this.pages.submitted(appraisal, model)).route().stage(key);
	}

	private static String stage(Stage stage, Stage.@Nullable Recorded theirs, Model model) {
		model.addAttribute("stage", stage);
		model.addAttribute("theirs", theirs);
		model.addAttribute("results",
				stage.kind().results().stream().map((each) -> Choice.of(each.name(), each.label())).toList());
		return "submissions/stage";
	}

	@PostMapping("/stages/{stage}")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String record(@PathVariable String org, @PathVariable String year, @PathVariable("stage") String key,
			@ModelAttribute("typed") RouteForms.StageForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		Stage stage = stage(appraisal, key, model);
		form.check(stage, errors);
		if (!errors.hasErrors()) {
			try {
				this.routes.record(appraisal, key, form.happened(), form.known());
				redirect.addFlashAttribute("notice", "“%s” is on record.".formatted(stage.step().title()));
				return BACK;
			}
			catch (Refused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
			catch (ChangedMeanwhile ex) {
				Stage now = stage(appraisal, key, model);
				model.addAttribute("typed", form.over(now));
				return stage(now, now.record(), model);
			}
		}
		return stage(stage, null, model);
	}

	@GetMapping("/outcome")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String outcome(@PathVariable String org, @PathVariable String year, Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.submitted(appraisal, model);
		Routes.Way way = this.routes.of(appraisal, proForma);
		model.addAttribute("typed", RouteForms.OutcomeForm.empty(way.outcomes().size()));
		return outcome(appraisal, proForma, way, model);
	}

	private String outcome(AppraisalSummary appraisal, ProForma proForma, Routes.Way way, Model model) {
		model.addAttribute("way", way);
		model.addAttribute("results", Choice.all(Outcome.Result.values(), Outcome.Result::label));
		model.addAttribute("fallbacks",
				fallbacks(appraisal, proForma).stream()
					.map((each) -> new Choice(each.name(), each.label(), each.hint()))
					.toList());
		return "submissions/outcome";
	}

	private List<Fallback> fallbacks(AppraisalSummary appraisal, ProForma proForma) {
		return Fallback.after(ProFormaField.movesMoney(this.pages.edition(appraisal), proForma.model()));
	}

	@PostMapping("/outcome")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String decide(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("typed") RouteForms.OutcomeForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.submitted(appraisal, model);
		form.check(fallbacks(appraisal, proForma), errors);
		if (!errors.hasErrors()) {
			try {
				this.routes.decide(appraisal, form.decision(), form.known());
				redirect.addFlashAttribute("notice", "The outcome is on record.");
				return BACK;
			}
			catch (Refused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
			catch (ChangedMeanwhile ex) {
				Routes.Way way = this.routes.of(appraisal, proForma);
				model.addAttribute("typed", form.over(way.outcomes().size()));
				model.addAttribute("theirs", way.outcome());
				return outcome(appraisal, proForma, way, model);
			}
		}
		return outcome(appraisal, proForma, this.routes.of(appraisal, proForma), model);
	}

	@GetMapping("/conditions/{condition}")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String condition(@PathVariable String org, @PathVariable String year, @PathVariable("condition") String number,
			Model model) {
		Outcome.Condition condition = condition(this.pages.appraisal(org, year, model), number, model);
		model.addAttribute("typed", RouteForms.ConditionForm.of(condition));
		return "submissions/condition";
	}

	private Outcome.Condition condition(AppraisalSummary appraisal, String number, Model model) {
		Outcome.Condition condition = Routes.condition(
				this.routes.of(appraisal, this.pages.submitted(appraisal, model)).outcome(),
				PooledFundController.number(number));
		model.addAttribute("condition", condition);
		return condition;
	}

	@PostMapping("/conditions/{condition}")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String meet(@PathVariable String org, @PathVariable String year, @PathVariable("condition") String number,
			@ModelAttribute("typed") RouteForms.ConditionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		Outcome.Condition condition = condition(appraisal, number, model);
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				this.routes.condition(appraisal, condition.number(), form.asked(), form.known());
				redirect.addFlashAttribute("notice", "Condition %d is saved.".formatted(condition.number()));
				return BACK;
			}
			catch (Refused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
			catch (ChangedMeanwhile ex) {
				Outcome.Condition theirs = condition(appraisal, number, model);
				model.addAttribute("typed", form.over(theirs));
				model.addAttribute("theirs", theirs);
			}
		}
		return "submissions/condition";
	}

}
