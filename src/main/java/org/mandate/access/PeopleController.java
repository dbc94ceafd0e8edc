package org.mandate.access;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.mandate.database.NotFound;
import org.mandate.forms.Typed;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The people of the organisation, for its administrator.
 */
@Controller
@RequestMapping("/{org}/people")
@AllowedTo(Role.ADMINISTRATOR)
class PeopleController {

	private final People people;

	private final Invitations invitations;

	private final Organisations organisations;

	private final Addresses addresses;

	PeopleController(People people, Invitations invitations, Organisations organisations, Addresses addresses) {
		this.people = people;
		this.invitations = invitations;
		this.organisations = organisations;
		this.addresses = addresses;
	}

	/**
	 * What is asked of a new person.
	 *
	 * @param name as shown
	 * @param email with which they sign in
	 * @param jobTitle may be empty
	 * @param roles names of roles
	 * @param locality id of the locality that a director answers for
	 */
	public record NewPerson(
			@NotBlank(message = "Enter a name") @CodePointLength(max = 100,
					message = "Name must be 100 characters or fewer") @Pattern(regexp = Typed.VISIBLE,
							message = "Name" + Typed.INVISIBLE) @Nullable String name,
			@NotBlank(message = "Enter an email address") @CodePointLength(max = People.MAX_EMAIL,
					message = "Email address must be 254 characters or fewer") @Pattern(regexp = People.EMAIL,
							message = People.NO_EMAIL) @Nullable String email,
			@CodePointLength(max = 100, message = "Job title must be 100 characters or fewer") @Pattern(
					regexp = Typed.VISIBLE, message = "Job title" + Typed.INVISIBLE) @Nullable String jobTitle,
			@Nullable List<String> roles, @Nullable String locality) {
	}

	/**
	 * Another set of roles.
	 *
	 * @param roles names of roles
	 * @param locality id of the locality that a director answers for
	 */
	public record Duties(@Nullable List<String> roles, @Nullable String locality) {
	}

	/**
	 * Why somebody can no longer sign in.
	 *
	 * @param reason for the record
	 */
	public record Deactivation(@NotBlank(message = "Enter the reason") @CodePointLength(max = 500,
			message = "Reason must be 500 characters or fewer") @Pattern(regexp = Typed.VISIBLE_LINES,
					message = "Reason" + Typed.INVISIBLE) @Nullable String reason) {
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("people", this.people.everybody());
		return "access/people";
	}

	@GetMapping("/new")
	String start(Model model) {
		model.addAttribute("newPerson", new NewPerson(null, null, null, null, null));
		return form(model);
	}

	@PostMapping
	String add(@PathVariable String org, @Valid @ModelAttribute("newPerson") NewPerson person, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Set<Role> roles = roles(person.roles(), errors);
		UUID locality = locality(person.locality(), roles, errors);
		if (errors.hasErrors()) {
			return form(model);
		}
		MemberId id;
		try {
			id = this.people.add(Typed.text(person.email()), Typed.text(person.name()),
					Typed.optional(person.jobTitle()), roles, locality);
		}
		catch (EmailTaken ex) {
			errors.rejectValue("email", "taken", "Somebody in this organisation already has this email address");
			return form(model);
		}
		redirect.addFlashAttribute("link", this.addresses.invitation(org, this.invitations.issue(id)));
		redirect.addFlashAttribute("notice", Typed.text(person.name()) + " was added");
		return "redirect:/%s/people/%s".formatted(org, id.id());
	}

	@GetMapping("/{person}")
	String show(@PathVariable String person, Model model) {
		return page(this.people.summary(id(person)), model);
	}

	@PostMapping("/{person}")
	String change(@PathVariable String org, @PathVariable String person, @ModelAttribute("duties") Duties duties,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		PersonSummary summary = this.people.summary(id(person));
		Set<Role> roles = roles(duties.roles(), errors);
		UUID locality = locality(duties.locality(), roles, errors);
		if (!errors.hasErrors()) {
			try {
				this.people.changeRoles(new MemberId(summary.id()), roles, locality);
			}
			catch (LastAdministrator ex) {
				errors.rejectValue("roles", "last", LastAdministrator.MESSAGE);
			}
		}
		if (errors.hasErrors()) {
			return page(summary, model);
		}
		redirect.addFlashAttribute("notice", "Roles saved. " + summary.name() + " has to sign in again.");
		return "redirect:/%s/people/%s".formatted(org, summary.id());
	}

	@PostMapping("/{person}/invitation")
	String invite(@PathVariable String org, @PathVariable String person, RedirectAttributes redirect) {
		MemberId id = id(person);
		redirect.addFlashAttribute("link", this.addresses.invitation(org, this.invitations.issue(id)));
		return "redirect:/%s/people/%s".formatted(org, id.id());
	}

	@PostMapping("/{person}/deactivation")
	String deactivate(@PathVariable String org, @PathVariable String person,
			@Valid @ModelAttribute("deactivation") Deactivation deactivation, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		PersonSummary summary = this.people.summary(id(person));
		if (!errors.hasErrors()) {
			try {
				this.people.deactivate(new MemberId(summary.id()), Typed.text(deactivation.reason()));
			}
			catch (LastAdministrator ex) {
				errors.reject("last", LastAdministrator.MESSAGE);
			}
		}
		if (errors.hasErrors()) {
			return page(summary, model);
		}
		redirect.addFlashAttribute("notice", summary.name() + " can no longer sign in");
		return "redirect:/%s/people".formatted(org);
	}

	@PostMapping("/{person}/reactivation")
	String reactivate(@PathVariable String org, @PathVariable String person, RedirectAttributes redirect) {
		MemberId id = id(person);
		this.people.reactivate(id);
		redirect.addFlashAttribute("link", this.addresses.invitation(org, this.invitations.issue(id)));
		return "redirect:/%s/people/%s".formatted(org, id.id());
	}

	private String form(Model model) {
		choices(model);
		return "access/new-person";
	}

	private String page(PersonSummary person, Model model) {
		model.addAttribute("person", person);
		if (!model.containsAttribute("duties")) {
			UUID locality = person.locality();
			model.addAttribute("duties", new Duties(person.roles().stream().map(Role::name).toList(),
					(locality != null) ? locality.toString() : null));
		}
		if (!model.containsAttribute("deactivation")) {
			model.addAttribute("deactivation", new Deactivation(null));
		}
		choices(model);
		return "access/person";
	}

	private void choices(Model model) {
		model.addAttribute("roleChoices",
				EnumSet.allOf(Role.class)
					.stream()
					.map((role) -> Map.of("value", role.name(), "text", role.label(), "hint", role.duty()))
					.toList());
		Map<String, String> localities = new LinkedHashMap<>();
		localities.put("", "Choose a locality");
		for (Locality locality : this.organisations.localities()) {
			localities.put(locality.id().toString(), locality.name());
		}
		model.addAttribute("localityChoices", localities);
	}

	private static Set<Role> roles(@Nullable List<String> chosen, Errors errors) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		for (Role role : Role.values()) {
			if (chosen != null && chosen.contains(role.name())) {
				roles.add(role);
			}
		}
		if (roles.isEmpty()) {
			errors.rejectValue("roles", "required", "Choose at least one role");
		}
		return roles;
	}

	private @Nullable UUID locality(@Nullable String chosen, Set<Role> roles, Errors errors) {
		if (!roles.contains(Role.LOCALITY_DIRECTOR)) {
			return null;
		}
		for (Locality locality : this.organisations.localities()) {
			if (locality.id().toString().equals(chosen)) {
				return locality.id();
			}
		}
		errors.rejectValue("locality", "required",
				"Choose the locality that the locality clinical director answers for");
		return null;
	}

	private static MemberId id(String person) {
		try {
			return new MemberId(UUID.fromString(person));
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound("There is no such person");
		}
	}

}
