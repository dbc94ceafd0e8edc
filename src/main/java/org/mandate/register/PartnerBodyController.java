package org.mandate.register;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.forms.Typed;
import org.mandate.organisations.NameTaken;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PartnerBody.Kind;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PartnerBodyController {

	private final Organisations organisations;

	PartnerBodyController(Organisations organisations) {
		this.organisations = organisations;
	}

	/**
	 * A new partner body.
	 *
	 * @param name its name
	 * @param kind name of a {@link Kind}
	 */
	public record PartnerBodyForm(@NotBlank(message = "Enter the name of the partner body") @Size(max = 200,
			message = "The name of the partner body must be 200 characters or fewer") @Pattern(regexp = Typed.VISIBLE,
					message = "The name of the partner body" + Typed.INVISIBLE) String name,
			@NotBlank(message = "Select what the partner body is") String kind) {
	}

	@GetMapping("/{org}/partner-bodies")
	@AllowedTo
	String partnerBodies(Model model) {
		model.addAttribute("newBody", new PartnerBodyForm("", ""));
		return page(model);
	}

	@PostMapping("/{org}/partner-bodies")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String add(@PathVariable String org, @Valid @ModelAttribute("newBody") PartnerBodyForm form, BindingResult errors,
			Model model, RedirectAttributes flash) {
		if (!errors.hasFieldErrors("kind") && Typed.one(Kind.values(), form.kind()) == null) {
			errors.rejectValue("kind", "unknown", "Select what the partner body is");
		}
		if (!errors.hasErrors()) {
			try {
				this.organisations.addPartnerBody(form.name(), Kind.valueOf(form.kind()));
				flash.addFlashAttribute("notice", form.name().strip() + " was added.");
				return "redirect:/" + org + "/partner-bodies";
			}
			catch (NameTaken ex) {
				errors.rejectValue("name", "taken", String.valueOf(ex.getMessage()));
			}
		}
		return page(model);
	}

	private String page(Model model) {
		Map<String, String> kinds = new LinkedHashMap<>();
		kinds.put("", "Select what it is");
		for (Kind kind : Kind.values()) {
			kinds.put(kind.name(), kind.label());
		}
		model.addAttribute("kinds", kinds);
		model.addAttribute("bodies", this.organisations.partnerBodies());
		return "register/partner-bodies";
	}

}
