package org.mandate.committees;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.Histories;
import org.mandate.audit.Trail;
import org.mandate.forms.Choice;
import org.mandate.guidance.Guidance;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Committees, and whether their composition keeps the guidance.
 */
@Controller
@RequestMapping("/{org}/committees")
class CommitteeController {

	static final String ONE = "redirect:/{org}/committees/{committee}";

	private static final int PAGE = 50;

	private static final List<Choice> RULES = Arrays.stream(DecisionRule.values())
		.map((rule) -> new Choice(rule.name(), rule.label(), rule.explanation()))
		.toList();

	private static final List<Choice> KINDS = Choice.all(Committee.Kind.values(), Committee.Kind::label);

	private final Committees committees;

	private final Guidance guidance;

	CommitteeController(Committees committees, Guidance guidance) {
		this.committees = committees;
		this.guidance = guidance;
	}

	/** A line of the list. */
	public record Line(Committee committee, String filled, Composition composition) {
	}

	static boolean mayChange(Member member) {
		return member.is(Role.ADMINISTRATOR) || member.is(Role.COMMISSIONING_MANAGER);
	}

	@GetMapping
	@AllowedTo
	String all(Member member, Model model) {
		List<Committee> all = this.committees.all();
		model.addAttribute("lines",
				all.stream()
					.filter(Committee::stands)
					.map((each) -> new Line(each, each.filled(this.committees.today()), composition(each)))
					.toList());
		model.addAttribute("withdrawn", all.stream().filter((each) -> !each.stands()).toList());
		model.addAttribute("mayChange", mayChange(member));
		model.addAttribute("seesAccounts",
				mayChange(member) || member.is(Role.ACCOUNTABLE_OFFICER) || member.is(Role.CONFLICTS_GUARDIAN));
		return "committees/all";
	}

	@GetMapping("/new")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String blank(Model model) {
		model.addAttribute("typed", CommitteeForm.EMPTY);
		choices(model);
		return "committees/new";
	}

	@PostMapping
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String establish(@ModelAttribute("typed") CommitteeForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<CommitteeStatement> statement = form.statement(errors);
		if (statement.isPresent()) {
			try {
				redirect.addAttribute("committee", this.committees.establish(statement.get()).toString());
				redirect.addFlashAttribute("notice", statement.get().name() + " is set up. Add its seats next.");
				return ONE;
			}
			catch (CommitteeRefused ex) {
				errors.rejectValue(ex.field(), "refused", ex.words());
			}
			catch (DataIntegrityViolationException ex) {
				errors.rejectValue("name", "taken", "There is a committee of that name. Give this one another name");
			}
		}
		choices(model);
		return "committees/new";
	}

	@GetMapping("/{committee}")
	@AllowedTo
	String one(@PathVariable String committee, Member member, Model model) {
		Committee known = known(committee, model);
		model.addAttribute("today", this.committees.today());
		model.addAttribute("composition", composition(known));
		model.addAttribute("mayChange", known.stands() && mayChange(member));
		return "committees/committee";
	}

	@GetMapping("/{committee}/composition")
	@AllowedTo
	String composition(@PathVariable String committee, Model model) {
		Committee known = known(committee, model);
		model.addAttribute("today", this.committees.today());
		model.addAttribute("composition", composition(known));
		return "committees/composition";
	}

	@GetMapping("/{committee}/history")
	@AllowedTo
	String history(@PathVariable String committee, @RequestParam(defaultValue = "1") String page, Model model) {
		known(committee, model);
		int number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
		List<Trail.Entry> entries = this.committees.history(CommitteeId.of(committee), number - 1, PAGE);
		model.addAttribute("events",
				entries.stream().limit(PAGE).map((entry) -> Histories.Event.of(entry, false)).toList());
		model.addAttribute("page", number);
		model.addAttribute("pages", (entries.size() > PAGE) ? number + 1 : number);
		return "committees/history";
	}

	@GetMapping("/{committee}/details")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String details(@PathVariable String committee, Model model) {
		model.addAttribute("typed", CommitteeForm.of(known(committee, model)));
		return form(null, model);
	}

	@PostMapping("/{committee}/details")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String change(@PathVariable String committee, @ModelAttribute("typed") CommitteeForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Optional<CommitteeStatement> statement = form.statement(errors);
		if (statement.isPresent()) {
			try {
				this.committees.change(CommitteeId.of(committee), statement.get(), form.seen());
				redirect.addFlashAttribute("notice", "Saved.");
				return ONE;
			}
			catch (CommitteeRefused ex) {
				refuse(errors, ex);
			}
			catch (ChangedMeanwhile | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
				Committee theirs = known(committee, model);
				model.addAttribute("typed", form.over(theirs));
				return form(theirs, model);
			}
		}
		known(committee, model);
		return form(null, model);
	}

	@GetMapping("/{committee}/withdrawal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String withdrawal(@PathVariable String committee, Model model) {
		return withdrawal(known(committee, model), new Withdrawal(null), model);
	}

	@PostMapping("/{committee}/withdrawal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String withdraw(@PathVariable String committee, @ModelAttribute("typed") Withdrawal form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		String reason = form.checked(errors);
		if (errors.hasErrors()) {
			return withdrawal(known(committee, model), form, model);
		}
		this.committees.withdraw(CommitteeId.of(committee), reason);
		redirect.addFlashAttribute("notice", "The committee is withdrawn.");
		return ONE;
	}

	private static String withdrawal(Committee committee, Withdrawal form, Model model) {
		if (!model.containsAttribute("typed")) {
			model.addAttribute("typed", form);
		}
		model.addAttribute("what", "the committee " + committee.name());
		model.addAttribute("backTo", "");
		model.addAttribute("action", "/withdrawal");
		return "committees/withdrawal";
	}

	/** Says beside its field, or above them all, what was refused. */
	static void refuse(BindingResult errors, CommitteeRefused refused) {
		if (refused.field().isEmpty()) {
			errors.reject("refused", refused.words());
		}
		else {
			errors.rejectValue(refused.field(), "refused", refused.words());
		}
	}

	private Composition composition(Committee committee) {
		return Composition.of(committee, this.guidance.editions(), this.committees.today());
	}

	private Committee known(String committee, Model model) {
		Committee known = this.committees.one(CommitteeId.of(committee));
		model.addAttribute("committee", known);
		return known;
	}

	private static void choices(Model model) {
		model.addAttribute("kinds", KINDS);
		model.addAttribute("decisionRules", RULES);
	}

	private static String form(@Nullable Committee theirs, Model model) {
		model.addAttribute("theirs", theirs);
		choices(model);
		return "committees/details";
	}

}
