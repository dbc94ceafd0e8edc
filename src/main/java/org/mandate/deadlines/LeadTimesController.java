package org.mandate.deadlines;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Typed;

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
 * The times between steps with which a plan is counted, as the organisation chooses them.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/deadlines/lead-times")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class LeadTimesController {

	private final Appraisals appraisals;

	private final Deadlines deadlines;

	LeadTimesController(Appraisals appraisals, Deadlines deadlines) {
		this.appraisals = appraisals;
		this.deadlines = deadlines;
	}

	@GetMapping
	String show(@PathVariable String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Optional<LeadTimeStore.Kept> kept = this.deadlines.kept(appraisal);
		model.addAttribute("typed", LeadTimesForm.of(kept.map(LeadTimeStore.Kept::times).orElse(LeadTimes.DEFAULTS),
				kept.map(LeadTimeStore.Kept::version).orElse(-1)));
		return page(appraisal, kept.orElse(null), false, model);
	}

	@PostMapping
	String save(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") LeadTimesForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		form.check(errors);
		if (errors.hasErrors()) {
			return page(appraisal, this.deadlines.kept(appraisal).orElse(null), false, model);
		}
		try {
			this.deadlines.change(appraisal, form.times(), Typed.version(form.version()));
		}
		catch (LeadTimesChanged ex) {
			LeadTimeStore.Kept theirs = this.deadlines.kept(appraisal).orElse(null);
			model.addAttribute("typed", form.over((theirs != null) ? theirs.version() : -1));
			return page(appraisal, theirs, true, model);
		}
		redirect.addFlashAttribute("notice", "The lead times are saved.");
		return "redirect:/{org}/appraisals/{year}/deadlines";
	}

	private static String page(AppraisalSummary appraisal, LeadTimeStore.@Nullable Kept kept, boolean conflict,
			Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("kept", (kept != null) ? new Saved(kept) : null);
		model.addAttribute("conflict", conflict);
		return "deadlines/lead-times";
	}

	/** What is kept, as the page tells it. */
	public record Saved(LeadTimes times, String by, java.time.Instant at) {

		Saved(LeadTimeStore.Kept kept) {
			this(kept.times(), kept.savedBy(), kept.savedAt());
		}

	}

}
