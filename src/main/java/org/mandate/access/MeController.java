package org.mandate.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

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
 * The signed-in member's own page.
 */
@Controller
@RequestMapping("/{org}/me")
@AllowedTo
class MeController {

	private final People people;

	private final Invitations invitations;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	MeController(People people, Invitations invitations, Passwords passwords, SignInThrottle throttle) {
		this.people = people;
		this.invitations = invitations;
		this.passwords = passwords;
		this.throttle = throttle;
	}

	/**
	 * Another password.
	 *
	 * @param present the one to be replaced
	 * @param password the one chosen
	 * @param again typed once more
	 */
	public record NewPassword(@Nullable String present, @Nullable String password, @Nullable String again) {
	}

	@GetMapping
	String show(Member member, Model model) {
		model.addAttribute("newPassword", new NewPassword(null, null, null));
		return page(member, model);
	}

	@PostMapping("/password")
	String change(@PathVariable String org, Member member, @ModelAttribute("newPassword") NewPassword form,
			BindingResult errors, Model model, HttpServletRequest request, RedirectAttributes redirect) {
		String present = Passwords.typed(form.present());
		if (present.isEmpty()) {
			errors.rejectValue("present", "required", "Enter your present password");
		}
		PersonSummary person = this.people.summary(member.id());
		this.passwords.check(form.password(), form.again(), errors, person.email(), member.name(),
				member.organisationName());
		if (!errors.hasErrors()) {
			change(member, present, Passwords.typed(form.password()), request.getSession().getId(), errors);
		}
		if (errors.hasErrors()) {
			return page(member, model);
		}
		redirect.addFlashAttribute("notice", "Your new password is saved. Other devices are signed out.");
		return "redirect:/%s/me".formatted(org);
	}

	/** A session left open must not be a way to try passwords without end. */
	private void change(Member member, String present, String password, String session, BindingResult errors) {
		String organisation = member.organisation().toString();
		String who = member.id().id().toString();
		if (!this.throttle.attempt(organisation, who, null)) {
			errors.rejectValue("present", "wait", "Too many attempts. Wait 15 minutes and try again.");
		}
		else if (this.invitations.change(member.id(), present, password, session)) {
			this.throttle.succeeded(organisation, who, null);
		}
		else {
			errors.rejectValue("present", "wrong", "That is not your present password");
		}
	}

	private String page(Member member, Model model) {
		model.addAttribute("person", this.people.summary(member.id()));
		return "access/me";
	}

}
