package org.mandate.reminders;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who has not returned, and reminding them.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/reminders")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class RemindersController {

	private final Appraisals appraisals;

	private final Reminders reminders;

	RemindersController(Appraisals appraisals, Reminders reminders) {
		this.appraisals = appraisals;
		this.reminders = reminders;
	}

	@GetMapping
	String show(@PathVariable String org, @PathVariable String year, @PathVariable int number, Member member,
			Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("chase", this.reminders.chase(appraisal, number, member));
		model.addAttribute("ballotPath", "/%s/appraisals/%s/ballots/%d".formatted(org, year, number));
		return "reminders/reminders";
	}

	@PostMapping
	String send(@PathVariable String year, @PathVariable int number, Member member, RedirectAttributes redirect) {
		Reminders.Delivery delivery = this.reminders.send(this.appraisals.of(year), number, member);
		if (delivery.failed() == 0) {
			redirect.addFlashAttribute("notice",
					(delivery.sent() == 1) ? "1 reminder was sent." : delivery.sent() + " reminders were sent.");
		}
		else {
			redirect.addFlashAttribute("failed", delivery.failed());
			redirect.addFlashAttribute("delivered", delivery.sent());
		}
		return "redirect:/{org}/appraisals/{year}/ballots/{number}/reminders";
	}

}
