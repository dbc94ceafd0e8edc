package org.mandate.deadlines;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The deadline plan of an appraisal, now or as on another day, and choosing that day.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/deadlines")
@AllowedTo
class DeadlineController {

	private final Appraisals appraisals;

	private final Deadlines deadlines;

	DeadlineController(Appraisals appraisals, Deadlines deadlines) {
		this.appraisals = appraisals;
		this.deadlines = deadlines;
	}

	@GetMapping
	String show(@PathVariable String year, @RequestParam(name = "asAt", required = false) @Nullable String asked,
			@RequestParam(name = "model", required = false) @Nullable String wanted, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		AsAt asAt = this.appraisals.asAt(appraisal, asked);
		Edition edition = this.deadlines.edition(appraisal);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("edition", edition);
		model.addAttribute("plan", this.deadlines.plan(appraisal, wanted, asAt));
		model.addAttribute("sections", DeadlineSections.of(edition, asAt));
		model.addAttribute("asAt", asAt);
		model.addAttribute("replayed", AsAt.asked(asked).isPresent() ? asked : null);
		model.addAttribute("wanted", wanted);
		model.addAttribute("noMoment", !Typed.text(asked).isEmpty() && AsAt.asked(asked).isEmpty());
		model.addAttribute("own", CalendarLinks.mayKeep(member));
		return "deadlines/plan";
	}

	/**
	 * Leads to a page as it is seen from the moment that was typed; says what is wrong
	 * with it otherwise.
	 */
	@GetMapping("/as-at")
	String choose(@PathVariable String year, @ModelAttribute("moment") MomentForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		form.check(errors);
		if (errors.hasErrors()) {
			model.addAttribute("appraisal", appraisal);
			return "deadlines/moment";
		}
		List<String> page = form.segments();
		redirect.addAttribute("asAt", form.asked());
		if (form.keptModel() != null) {
			redirect.addAttribute("model", form.keptModel());
		}
		redirect.addAttribute("first", page.getFirst());
		if (page.size() == 1) {
			return "redirect:/{org}/appraisals/{year}/{first}";
		}
		redirect.addAttribute("second", page.get(1));
		return "redirect:/{org}/appraisals/{year}/{first}/{second}";
	}

}
