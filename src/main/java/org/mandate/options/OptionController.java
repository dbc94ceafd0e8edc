package org.mandate.options;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Choice;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The shortlist of options.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/options")
class OptionController {

	private static final String LIST = "redirect:/{org}/appraisals/{year}/options";

	private static final List<Choice> CHOICES = List.of(
			new Choice(Option.Standing.SHORTLISTED.name(), "On the shortlist", "Appraised in full, and scored"),
			new Choice(Option.Standing.EXCLUDED.name(), "Excluded", "Not carried forward, for a reason that is shown"),
			new Choice(Option.Standing.WITHDRAWN.name(), "Withdrawn",
					"Given up halfway; what was recorded of it is kept"));

	private final Appraisals appraisals;

	private final Options options;

	OptionController(Appraisals appraisals, Options options) {
		this.appraisals = appraisals;
		this.options = options;
	}

	/** A new option as typed. */
	public record NewOption(@Nullable String name, @Nullable String summary, @Nullable String source) {

		private void check(BindingResult errors) {
			required(errors, "name", "the name of the option", "The name", this.name, 100);
			required(errors, "summary", "what the option is", "The summary", this.summary, 1000);
			OptionForm.check(errors, "source", "The source", Typed.optional(this.source), 300);
		}

		private static void required(BindingResult errors, String field, String missing, String what,
				@Nullable String typed, int longest) {
			if (Typed.optional(typed) == null) {
				errors.rejectValue(field, "missing", "Enter " + missing);
			}
			OptionForm.check(errors, field, what, Typed.optional(typed), longest);
		}

	}

	@ModelAttribute("appraisal")
	AppraisalSummary appraisal(@PathVariable String year) {
		return this.appraisals.of(year);
	}

	@GetMapping
	@AllowedTo
	String all(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal, Member member,
			Model model) {
		model.addAttribute("options", this.options.of(appraisal));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "options/all";
	}

	@GetMapping("/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String blank(Model model) {
		model.addAttribute("typed", new NewOption(null, null, null));
		return "options/new";
	}

	@PostMapping
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String add(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@ModelAttribute("typed") NewOption form, BindingResult errors, RedirectAttributes redirect) {
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				Option added = this.options.add(appraisal, Typed.text(form.name()), Typed.text(form.summary()),
						Typed.optional(form.source()));
				redirect.addFlashAttribute("notice", added.name() + " is on the shortlist.");
				return LIST;
			}
			catch (OptionExists ex) {
				errors.rejectValue("name", "taken", String.valueOf(ex.getMessage()));
			}
		}
		return "options/new";
	}

	@GetMapping("/{option}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable String option, Model model) {
		Option known = this.options.one(appraisal, option);
		model.addAttribute("typed", OptionForm.of(known));
		return page(known, null, model);
	}

	@PostMapping("/{option}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String save(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable String option, @ModelAttribute("typed") OptionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<OptionStatement> statement = form.statement(errors);
		if (statement.isEmpty()) {
			return page(this.options.one(appraisal, option), null, model);
		}
		try {
			this.options.record(appraisal, option, statement.get(), form.seen());
		}
		catch (OptionChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			Option theirs = this.options.one(appraisal, option);
			model.addAttribute("typed", form.over(theirs));
			return page(theirs, theirs, model);
		}
		redirect.addFlashAttribute("notice", "Saved.");
		return LIST;
	}

	private static String page(Option option, @Nullable Option theirs, Model model) {
		model.addAttribute("option", option);
		model.addAttribute("theirs", theirs);
		model.addAttribute("choices", CHOICES);
		return "options/option";
	}

}
