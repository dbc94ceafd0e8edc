package org.mandate.considerations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What each model requires, and how far that is met.
 */
@Controller
class RequirementController {

	private static final List<Map<String, String>> CHOICES = Arrays.stream(Met.values())
		.map((met) -> Map.of("value", met.name(), "text", met.label()))
		.toList();

	private final Appraisals appraisals;

	private final Requirements requirements;

	RequirementController(Appraisals appraisals, Requirements requirements) {
		this.appraisals = appraisals;
		this.requirements = requirements;
	}

	/**
	 * What is typed.
	 *
	 * @param met name of how far it is met
	 * @param version of what the person saw, -1 for nothing
	 */
	public record RequirementForm(@Nullable String met, @Nullable String answer, @Nullable String source,
			@Nullable String version) {

		static RequirementForm of(OptionRequirements.@Nullable Answer known) {
			return (known == null) ? new RequirementForm(null, "", "", "-1") : new RequirementForm(known.met().name(),
					known.text(), known.source(), Integer.toString(known.saved().version()));
		}

		private void check(BindingResult errors) {
			new TextCheck(errors).chosen("met", this.met, Met.class, "Choose how far it is met")
				.prose("answer", this.answer, "The answer", 2000, "Enter how it is met, or what is missing")
				.prose("source", this.source, "The source", 300,
						"Enter what shows it, such as a paper and its section");
		}

		private RequirementAnswer said() {
			return new RequirementAnswer(Met.valueOf(String.valueOf(this.met)), Typed.text(this.answer),
					Typed.text(this.source));
		}

	}

	@GetMapping("/{org}/appraisals/{year}/requirements")
	@AllowedTo
	String all(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("models", this.requirements.of(appraisal));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "considerations/requirements";
	}

	@GetMapping("/{org}/appraisals/{year}/requirements/{requirement}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@PathVariable String year, @PathVariable String requirement, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		OptionRequirements.Asked asked = this.requirements.one(appraisal, requirement);
		model.addAttribute("typed", RequirementForm.of(asked.answer()));
		return page(appraisal, asked, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/requirements/{requirement}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String save(@PathVariable String year, @PathVariable String requirement,
			@ModelAttribute("typed") RequirementForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		form.check(errors);
		if (errors.hasErrors()) {
			return page(appraisal, this.requirements.one(appraisal, requirement), null, model);
		}
		try {
			this.requirements.answer(appraisal, requirement, form.said(), Typed.version(form.version()));
		}
		catch (EntryChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			OptionRequirements.Asked asked = this.requirements.one(appraisal, requirement);
			OptionRequirements.Answer theirs = asked.answer();
			model.addAttribute("typed", new RequirementForm(form.met(), form.answer(), form.source(),
					(theirs != null) ? Integer.toString(theirs.saved().version()) : "-1"));
			return page(appraisal, asked, (theirs != null) ? Theirs.of(theirs.saved(), "Their choice",
					theirs.met().label(), "Their answer", theirs.text(), "Their source", theirs.source()) : null,
					model);
		}
		redirect.addFlashAttribute("notice", "Answer saved.");
		return "redirect:/{org}/appraisals/{year}/requirements";
	}

	private static String page(AppraisalSummary appraisal, OptionRequirements.Asked asked, @Nullable Theirs theirs,
			Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("asked", asked);
		model.addAttribute("theirs", theirs);
		model.addAttribute("choices", CHOICES);
		return "considerations/requirement";
	}

}
