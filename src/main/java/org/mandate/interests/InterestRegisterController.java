package org.mandate.interests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.Role;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
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
 * The whole register, for the conflicts of interest guardian, who reviews it, and the
 * administrator, who reads it.
 */
@Controller
@RequestMapping("/{org}/interests")
class InterestRegisterController {

	private final Interests interests;

	InterestRegisterController(Interests interests) {
		this.interests = interests;
	}

	/** Who has declared what waits. */
	public record Waiting(Holder holder, Declaration declaration) {
	}

	private static final List<Choice> OUTCOMES = List.of(
			new Choice("accept", "Accept it", "With the action that is agreed"),
			new Choice("more", "Ask for more", "The member sees what you ask for, and changes the declaration"));

	private static final List<Choice> REFUSALS = List.of(
			new Choice("agreed", "Agreed", "It stays off the public register"),
			new Choice("not-agreed", "Not agreed", "The member is asked for consent. Nothing is published without it"));

	@GetMapping("/register")
	@AllowedTo({ Role.CONFLICTS_GUARDIAN, Role.ADMINISTRATOR })
	String register(Member member, Model model) {
		List<Holder> holders = this.interests.holders();
		model.addAttribute("holders", holders);
		model.addAttribute("waiting",
				holders.stream()
					.flatMap((holder) -> holder.awaiting().stream().map((each) -> new Waiting(holder, each)))
					.toList());
		model.addAttribute("overdue", holders.stream().filter(Holder::overdue).count());
		model.addAttribute("old", holders.stream().filter((each) -> each.state() == Holder.State.OLD).count());
		model.addAttribute("guards", member.is(Role.CONFLICTS_GUARDIAN));
		return "interests/register";
	}

	@GetMapping("/register/{holder}")
	@AllowedTo({ Role.CONFLICTS_GUARDIAN, Role.ADMINISTRATOR })
	String holder(@PathVariable UUID holder, Model model) {
		model.addAttribute("holder", this.interests.holder(new MemberId(holder)));
		return "interests/holder";
	}

	@GetMapping("/{interest}/review")
	@AllowedTo(Role.CONFLICTS_GUARDIAN)
	String review(@PathVariable UUID interest, Member member, Model model) {
		Declaration declaration = others(interest, member);
		String seen = Integer.toString(declaration.latest().number());
		model.addAttribute("typed", new ReviewForm(null, null, null, null, seen));
		return page(declaration, null, model);
	}

	@PostMapping("/{interest}/review")
	@AllowedTo(Role.CONFLICTS_GUARDIAN)
	String review(@PathVariable UUID interest, @ModelAttribute("typed") ReviewForm form, BindingResult errors,
			Member member, Model model, RedirectAttributes redirect) {
		Declaration declaration = others(interest, member);
		Optional<ReviewStatement> statement = form.statement(errors, declaration.latest());
		if (statement.isEmpty()) {
			return page(declaration, null, model);
		}
		try {
			this.interests.review(interest, Typed.version(form.seen()), statement.get(), member);
		}
		catch (InterestChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			Declaration now = others(interest, member);
			model.addAttribute("typed", new ReviewForm(form.outcome(), form.action(), form.refusal(), form.reason(),
					Integer.toString(now.latest().number())));
			return page(now, now.latest(), model);
		}
		redirect.addFlashAttribute("notice",
				statement.get().accepted() ? "The declaration is accepted." : "The member is asked for more.");
		return "redirect:/{org}/interests/register";
	}

	/** Nobody reviews their own. */
	private Declaration others(UUID interest, Member member) {
		Declaration declaration = this.interests.one(interest, member);
		if (declaration.holder().equals(member.id())) {
			throw new AccessDeniedException("Nobody reviews their own declaration");
		}
		return declaration;
	}

	private static String page(Declaration declaration, @Nullable InterestVersion theirs, Model model) {
		model.addAttribute("declaration", declaration);
		model.addAttribute("theirs", theirs);
		model.addAttribute("outcomes", OUTCOMES);
		model.addAttribute("refusals", REFUSALS);
		return "interests/review";
	}

}
