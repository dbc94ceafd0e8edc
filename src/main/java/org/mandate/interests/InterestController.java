package org.mandate.interests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.NotFound;
import org.mandate.forms.Choice;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.Typed;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
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
 * A member's own interests.
 */
@Controller
@RequestMapping("/{org}/interests")
@AllowedTo
class InterestController {

	private static final String MINE = "redirect:/{org}/interests";

	private static final String LATE = " It was declared late: after more than 28 days. The record says so.";

	private final Interests interests;

	private final Clock clock;

	InterestController(Interests interests, Clock clock) {
		this.interests = interests;
		this.clock = clock;
	}

	private static final List<Choice> TYPES = Arrays.stream(InterestType.values())
		.map((type) -> new Choice(type.name(), type.label(), type.hint()))
		.toList();

	private static final List<Choice> CONSENTS = List.of(
			new Choice("yes", "Yes", "Anybody can read it, without what you propose"),
			new Choice("no", "No", "Say why. The guardian decides whether that is agreed"));

	@GetMapping
	String mine(Member member, Model model) {
		model.addAttribute("holder", this.interests.holder(member.id()));
		model.addAttribute("seesAll", Interests.seesAll(member));
		return "interests/mine";
	}

	@GetMapping("/new")
	String blank(Member member, Model model) {
		Holder holder = this.interests.holder(member.id());
		model.addAttribute("typed", InterestForm.blank(holder.declarations().isEmpty() ? holder.person().jobTitle()
				: holder.declarations().getLast().latest().heldPosition()));
		return page(model, null);
	}

	@PostMapping
	String declare(@ModelAttribute("typed") InterestForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		Optional<InterestStatement> statement = form.statement(errors, today());
		if (statement.isPresent()) {
			try {
				boolean late = declare(form.id(), statement.get(), member);
				redirect.addFlashAttribute("notice", "Your interest is declared." + (late ? LATE : ""));
				return MINE;
			}
			catch (AlreadyDeclared ex) {
				errors.rejectValue("description", "sent", String.valueOf(ex.getMessage()));
			}
		}
		return page(model, null);
	}

	/** Of two at once, the second finds what the first declared. */
	private boolean declare(UUID key, InterestStatement statement, Member member) {
		try {
			return this.interests.declare(key, statement, member);
		}
		catch (DataIntegrityViolationException | OptimisticLockingFailureException ex) {
			return this.interests.declare(key, statement, member);
		}
	}

	@PostMapping("/returns")
	String makeReturn(Member member, RedirectAttributes redirect) {
		this.interests.makeReturn(member);
		redirect.addFlashAttribute("notice", "Your return is recorded.");
		return MINE;
	}

	@GetMapping("/{interest}")
	String one(@PathVariable UUID interest, Member member, Model model) {
		Declaration declaration = this.interests.one(interest, member);
		boolean own = declaration.holder().equals(member.id());
		model.addAttribute("declaration", declaration);
		model.addAttribute("own", own);
		model.addAttribute("mayReview", !own && member.is(Role.CONFLICTS_GUARDIAN));
		return "interests/interest";
	}

	@GetMapping("/{interest}/change")
	String change(@PathVariable UUID interest, Member member, Model model) {
		Declaration declaration = own(interest, member);
		model.addAttribute("typed", InterestForm.of(declaration.latest()));
		return page(model, declaration);
	}

	@PostMapping("/{interest}/change")
	String change(@PathVariable UUID interest, @ModelAttribute("typed") InterestForm form, BindingResult errors,
			Member member, Model model, RedirectAttributes redirect) {
		Declaration declaration = own(interest, member);
		LocalDate since = Written.past(errors, "changed", form.changed(), "since when it is so", today());
		Optional<InterestStatement> statement = form.statement(errors, today());
		if (statement.isEmpty() || since == null) {
			return page(model, declaration);
		}
		try {
			boolean late = this.interests.change(interest, Typed.version(form.seen()), statement.get(), since, member);
			redirect.addFlashAttribute("notice", "Your change is declared." + (late ? LATE : ""));
			return MINE;
		}
		catch (InterestChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			Declaration now = own(interest, member);
			model.addAttribute("theirs", now.latest());
			model.addAttribute("typed", form.over(now.latest()));
			return page(model, now);
		}
	}

	@GetMapping("/{interest}/end")
	String end(@PathVariable UUID interest, Member member, Model model) {
		Declaration declaration = own(interest, member);
		model.addAttribute("typed", new EndForm(DateBoxes.EMPTY, Integer.toString(declaration.latest().number())));
		model.addAttribute("declaration", declaration);
		return "interests/end";
	}

	@PostMapping("/{interest}/end")
	String end(@PathVariable UUID interest, @ModelAttribute("typed") EndForm form, BindingResult errors, Member member,
			Model model, RedirectAttributes redirect) {
		Declaration declaration = own(interest, member);
		LocalDate on = form.on(errors, declaration.latest(), today());
		if (on != null) {
			try {
				boolean late = this.interests.change(interest, Typed.version(form.seen()),
						declaration.latest().statement().ended(on), on, member);
				redirect.addFlashAttribute("notice", "The end of the interest is declared." + (late ? LATE : ""));
				return MINE;
			}
			catch (InterestChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
				declaration = own(interest, member);
				model.addAttribute("theirs", declaration.latest());
				model.addAttribute("typed", new EndForm(form.ended(), Integer.toString(declaration.latest().number())));
			}
		}
		model.addAttribute("declaration", declaration);
		return "interests/end";
	}

	private Declaration own(UUID interest, Member member) {
		Declaration declaration = this.interests.one(interest, member);
		if (!declaration.holder().equals(member.id())) {
			throw new NotFound("There is no such declaration of yours");
		}
		return declaration;
	}

	private LocalDate today() {
		return InterestVersion.day(this.clock.instant());
	}

	private static String page(Model model, @Nullable Declaration declaration) {
		model.addAttribute("types", TYPES);
		model.addAttribute("consents", CONSENTS);
		model.addAttribute("declaration", declaration);
		return "interests/form";
	}

}
