package org.mandate.register;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.forms.Typed;
import org.mandate.organisations.NameTaken;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PracticeRegister;
import org.mandate.organisations.RegisterImports;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class LocalityController {

	private final Organisations organisations;

	private final PracticeRegister register;

	private final RegisterImports imports;

	LocalityController(Organisations organisations, PracticeRegister register, RegisterImports imports) {
		this.organisations = organisations;
		this.register = register;
		this.imports = imports;
	}

	/**
	 * A new locality.
	 *
	 * @param name its name
	 */
	public record LocalityForm(@NotBlank(message = "Enter the name of the locality") @Size(max = 100,
			message = "The name of the locality must be 100 characters or fewer") @Pattern(regexp = Typed.VISIBLE,
					message = "The name of the locality" + Typed.INVISIBLE) String name) {
	}

	@GetMapping("/{org}/localities")
	@AllowedTo
	String localities(Model model) {
		model.addAttribute("newLocality", new LocalityForm(""));
		return page(model);
	}

	@PostMapping("/{org}/localities")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String add(@PathVariable String org, @Valid @ModelAttribute("newLocality") LocalityForm form, BindingResult errors,
			Model model, RedirectAttributes flash) {
		if (!errors.hasErrors()) {
			try {
				this.organisations.addLocality(form.name(), null);
				flash.addFlashAttribute("notice", "The locality " + form.name().strip() + " was added.");
				return "redirect:/" + org + "/localities";
			}
			catch (NameTaken ex) {
				errors.rejectValue("name", "taken", String.valueOf(ex.getMessage()));
			}
		}
		return page(model);
	}

	private String page(Model model) {
		model.addAttribute("places", this.register.places(this.imports.today()));
		return "register/localities";
	}

}
