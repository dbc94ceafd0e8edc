package org.mandate.voices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.guidance.Deadline;
import org.mandate.options.Option;
import org.mandate.options.Options;

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
 * The three voices side by side, and recording the executive's view.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/voices")
@AllowedTo
class VoicesController {

	private final Appraisals appraisals;

	private final Options options;

	private final Voices voices;

	private final Clock clock;

	VoicesController(Appraisals appraisals, Options options, Voices voices, Clock clock) {
		this.appraisals = appraisals;
		this.options = options;
		this.voices = voices;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("voices", this.voices.of(appraisal));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "voices/voices";
	}

	@GetMapping("/executive")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String ask(@PathVariable String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		ExecutiveView view = this.voices.view(appraisal).orElse(null);
		model.addAttribute("typed", ViewForm.of(view));
		return form(appraisal, view, null, model);
	}

	@PostMapping("/executive")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String record(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") ViewForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		ExecutiveView view = this.voices.view(appraisal).orElse(null);
		form.check(choosable(this.options.of(appraisal), view).stream().map(Option::key).toList(),
				LocalDate.ofInstant(this.clock.instant(), Deadline.LONDON), errors);
		if (errors.hasErrors()) {
			return form(appraisal, view, null, model);
		}
		try {
			this.voices.record(appraisal, form.statement(), form.seen());
		}
		catch (ViewChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			ExecutiveView theirs = this.voices.view(appraisal).orElse(null);
			model.addAttribute("typed", form.over(theirs));
			return form(appraisal, theirs, theirs, model);
		}
		redirect.addFlashAttribute("notice", "The executive’s view is saved.");
		return "redirect:/{org}/appraisals/{year}/voices";
	}

	private String form(AppraisalSummary appraisal, @Nullable ExecutiveView view, @Nullable ExecutiveView theirs,
			Model model) {
		List<Option> options = this.options.of(appraisal);
		Map<String, String> choices = new LinkedHashMap<>();
		choices.put("", "Choose an option");
		choosable(options, view).forEach((option) -> choices.put(option.key(), option.title()));
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("optionChoices", choices);
		model.addAttribute("theirs", theirs);
		model.addAttribute("theirOption", (theirs != null) ? choices.get(theirs.statement().option()) : null);
		return "voices/executive";
	}

	/** Any option but a withdrawn one; the one that is recorded may stay. */
	private static List<Option> choosable(List<Option> options, @Nullable ExecutiveView view) {
		return options.stream()
			.filter((option) -> option.standing() != Option.Standing.WITHDRAWN
					|| (view != null && view.statement().option().equals(option.key())))
			.toList();
	}

}
