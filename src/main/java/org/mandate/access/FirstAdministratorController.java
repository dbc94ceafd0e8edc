package org.mandate.access;

import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;
import org.mandate.organisations.CodeTaken;
import org.mandate.organisations.Organisation;

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
 * Setting up a new installation by the link that its log prints.
 */
@Controller
@Public
@RequestMapping("/first-administrator/{token}")
class FirstAdministratorController {

	private final FirstAdministrator firstAdministrator;

	private final Passwords passwords;

	FirstAdministratorController(FirstAdministrator firstAdministrator, Passwords passwords) {
		this.firstAdministrator = firstAdministrator;
		this.passwords = passwords;
	}

	/**
	 * What is asked.
	 *
	 * @param code ODS code of the organisation
	 * @param organisation its official name
	 * @param shortName how it calls itself
	 * @param name of the administrator
	 * @param email with which the administrator signs in
	 * @param password as typed
	 * @param again typed once more
	 */
	public record Installation(
			@NotBlank(message = "Enter the ODS code") @Pattern(regexp = "\\s*(?:[0-9A-Za-z]{2,6}\\s*)?",
					message = "ODS code must be 2 to 6 letters and digits, like 10Q") @Nullable String code,
			@NotBlank(message = "Enter the name of the organisation") @CodePointLength(max = 200,
					message = "Name of the organisation must be 200 characters or fewer") @Pattern(
							regexp = Typed.VISIBLE,
							message = "Name of the organisation" + Typed.INVISIBLE) @Nullable String organisation,
			@NotBlank(message = "Enter the short name") @CodePointLength(max = 40,
					message = "Short name must be 40 characters or fewer") @Pattern(regexp = Typed.VISIBLE,
							message = "Short name" + Typed.INVISIBLE) @Nullable String shortName,
			@NotBlank(message = "Enter your name") @CodePointLength(max = 100,
					message = "Your name must be 100 characters or fewer") @Pattern(regexp = Typed.VISIBLE,
							message = "Your name" + Typed.INVISIBLE) @Nullable String name,
			@NotBlank(message = "Enter your email address") @CodePointLength(max = People.MAX_EMAIL,
					message = "Email address must be 254 characters or fewer") @Pattern(regexp = People.EMAIL,
							message = People.NO_EMAIL) @Nullable String email,
			@Nullable String password, @Nullable String again) {
	}

	@GetMapping
	ModelAndView show(@PathVariable String token, Model model) {
		if (!this.firstAdministrator.open(new LinkSecret(token))) {
			return gone();
		}
		model.addAttribute("installation", new Installation(null, null, null, null, null, null, null));
		return page();
	}

	@PostMapping
	ModelAndView setUp(@PathVariable String token, @Valid @ModelAttribute("installation") Installation form,
			BindingResult errors, RedirectAttributes redirect) {
		LinkSecret link = new LinkSecret(token);
		if (!this.firstAdministrator.open(link)) {
			return gone();
		}
		String code = Typed.text(form.code());
		if (OrganisationFilter.NATIONAL.contains(code.toLowerCase(Locale.ROOT)) && !code.isEmpty()) {
			errors.rejectValue("code", "reserved", "Enter the organisation's own ODS code");
		}
		this.passwords.check(form.password(), form.again(), errors, Typed.text(form.email()), Typed.text(form.name()),
				Typed.text(form.organisation()), Typed.text(form.shortName()));
		if (errors.hasErrors()) {
			return page();
		}
		Organisation organisation;
		try {
			organisation = this.firstAdministrator.setUp(link, code, Typed.text(form.organisation()),
					Typed.text(form.shortName()), Typed.text(form.name()), Typed.text(form.email()),
					Passwords.typed(form.password()));
		}
		catch (CodeTaken ex) {
			errors.rejectValue("code", "taken", "An organisation with this code is already set up");
			return page();
		}
		redirect.addFlashAttribute("notice", organisation.name() + " is set up. Sign in to add its people.");
		redirect.addAttribute("org", organisation.slug());
		return new ModelAndView("redirect:/{org}/sign-in");
	}

	private static ModelAndView page() {
		return new ModelAndView("access/first-administrator");
	}

	private static ModelAndView gone() {
		return new ModelAndView("access/first-link-gone", HttpStatus.NOT_FOUND);
	}

}
