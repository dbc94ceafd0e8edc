package org.mandate.interests;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Whose return is overdue, and reminding them.
 */
@Controller
@RequestMapping("/{org}/interests/reminders")
@AllowedTo({ Role.CONFLICTS_GUARDIAN, Role.ADMINISTRATOR })
class InterestRemindersController {

	private final InterestReminders reminders;

	InterestRemindersController(InterestReminders reminders) {
		this.reminders = reminders;
	}

	@GetMapping
	String show(Member member, Model model) {
		model.addAttribute("chase", this.reminders.chase(member));
		return "interests/reminders";
	}

	@PostMapping
	String send(Member member, RedirectAttributes redirect) {
		InterestReminders.Delivery delivery = this.reminders.send(member);
		if (delivery.failed() == 0) {
			redirect.addFlashAttribute("notice",
					(delivery.sent() == 1) ? "1 reminder was sent." : delivery.sent() + " reminders were sent.");
		}
		else {
			redirect.addFlashAttribute("failed", delivery.failed());
			redirect.addFlashAttribute("delivered", delivery.sent());
		}
		return "redirect:/{org}/interests/reminders";
	}

}
