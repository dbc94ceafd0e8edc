package org.mandate.deadlines;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was sent about the deadlines, and whether a member wants to be reminded.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/deadlines/reminders")
@AllowedTo
class DeadlineRemindersController {

	private final Appraisals appraisals;

	private final Deadlines deadlines;

	private final DeadlineReminders reminders;

	DeadlineRemindersController(Appraisals appraisals, Deadlines deadlines, DeadlineReminders reminders) {
		this.appraisals = appraisals;
		this.deadlines = deadlines;
		this.reminders = reminders;
	}

	@GetMapping
	String show(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("lead", this.deadlines.leadTimes(appraisal));
		model.addAttribute("sent", this.reminders.sent(appraisal, member));
		return "deadlines/reminders";
	}

	@PostMapping
	String want(@PathVariable String year, @RequestParam(defaultValue = "") String wanted, Member member,
			RedirectAttributes redirect) {
		this.appraisals.of(year);
		boolean wants = !"no".equals(wanted);
		this.reminders.want(member, wants);
		redirect.addFlashAttribute("notice",
				wants ? "You get reminders of deadlines." : "You get no reminders of deadlines any more.");
		return "redirect:/{org}/appraisals/{year}/deadlines/reminders";
	}

}
