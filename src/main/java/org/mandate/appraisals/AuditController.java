package org.mandate.appraisals;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.audit.Trail;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whether the organisation's record is whole, and what a hash on a paper stands for.
 */
@Controller
class AuditController {

	private final Trail trail;

	AuditController(Trail trail) {
		this.trail = trail;
	}

	@GetMapping("/{org}/audit")
	@AllowedTo(Role.ADMINISTRATOR)
	String verify(@RequestParam(required = false) @Nullable String hash, Model model) {
		model.addAttribute("verification", this.trail.verify());
		if (hash != null) {
			String wanted = hash.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
			boolean valid = wanted.matches("[0-9a-f]{64}");
			model.addAttribute("hash", valid ? wanted : hash.substring(0, Math.min(hash.length(), 100)));
			model.addAttribute("hashProblem", valid ? null : "Enter the 64 characters of the hash, digits and a to f");
			model.addAttribute("hasErrors", !valid);
			model.addAttribute("looked", valid);
			model.addAttribute("found", valid ? this.trail.find(wanted).orElse(null) : null);
		}
		return "appraisals/audit";
	}

}
