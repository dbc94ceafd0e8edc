package org.mandate.access;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Invitations.Invited;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Choosing a password by a one-time link. Looking at the page does not use the link up:
 * programs that look into messages do that.
 */
@Controller
@Public
@RequestMapping("/{org}/invitations/{token}")
class InvitationController {

	private final Invitations invitations;

	private final Passwords passwords;

	private final Organisations organisations;

	InvitationController(Invitations invitations, Passwords passwords, Organisations organisations) {
		this.invitations = invitations;
		this.passwords = passwords;
		this.organisations = organisations;
	}

	/**
	 * The password chosen.
	 *
	 * @param password as typed
	 * @param again typed once more
	 */
	public record Choice(@Nullable String password, @Nullable String again) {
	}

	@GetMapping
	ModelAndView show(@PathVariable String token, Model model) {
		model.addAttribute("choice", new Choice(null, null));
		return this.invitations.invited(new LinkSecret(token)).map(this::page).orElseGet(InvitationController::gone);
	}

	@PostMapping
	ModelAndView choose(@PathVariable String token, @ModelAttribute("choice") Choice choice, BindingResult errors,
			RedirectAttributes redirect) {
		LinkSecret link = new LinkSecret(token);
		Optional<Invited> invited = this.invitations.invited(link);
		if (invited.isEmpty()) {
			return gone();
		}
		Organisation organisation = this.organisations.current();
		this.passwords.check(choice.password(), choice.again(), errors, invited.get().email(), invited.get().name(),
				organisation.name(), organisation.shortName());
		if (errors.hasErrors()) {
			return page(invited.get());
		}
		this.invitations.accept(link, Passwords.typed(choice.password()));
		redirect.addFlashAttribute("notice", "Your password is saved. Sign in with it.");
		return new ModelAndView("redirect:/{org}/sign-in");
	}

	private ModelAndView page(Invited invited) {
		return new ModelAndView("access/invitation").addObject("invited", invited)
			.addObject("organisation", this.organisations.current());
	}

	private static ModelAndView gone() {
		return new ModelAndView("access/link-gone", HttpStatus.NOT_FOUND);
	}

}
