package org.mandate.papers;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Public;
import org.mandate.organisations.Organisations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where anybody who holds a sealed paper finds out, without signing in, whether it is
 * genuine.
 */
@Controller
@Public
@RequestMapping("/{org}/verification")
class VerificationController {

	private static final int LONGEST = 200;

	private final Verifications verifications;

	private final Organisations organisations;

	VerificationController(Verifications verifications, Organisations organisations) {
		this.verifications = verifications;
		this.organisations = organisations;
	}

	@GetMapping
	String ask(@PathVariable String org, @RequestParam(defaultValue = "") String hash, Model model,
			RedirectAttributes redirect) {
		String known = Verifications.hash(hash).orElse(null);
		if (known != null) {
			redirect.addAttribute("hash", known);
			return "redirect:/{org}/verification/{hash}";
		}
		return page(hash, null, model);
	}

	@GetMapping("/{hash}")
	String answer(@PathVariable String org, @PathVariable String hash, Model model) {
		String known = Verifications.hash(hash).orElse(null);
		return page((known != null) ? known : hash, (known != null) ? this.verifications.of(known) : null, model);
	}

	private String page(String typed, Verifications.@Nullable Finding finding, Model model) {
		boolean wrong = finding == null && !typed.isBlank();
		model.addAttribute("organisation", this.organisations.current());
		model.addAttribute("typed", (typed.length() > LONGEST) ? typed.substring(0, LONGEST) : typed);
		model.addAttribute("finding", finding);
		model.addAttribute("wrong", wrong ? "Enter at least the first " + Verifications.SHORTEST
				+ " of the 64 digits of the content hash: 0 to 9 and a to f" : null);
		model.addAttribute("hasErrors", wrong);
		return "papers/verification";
	}

}
