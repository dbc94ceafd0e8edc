package org.mandate.committees;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.forms.Choice;
import org.mandate.organisations.PracticeRegister;
import org.mandate.organisations.PracticeRegister.Listed;
import org.mandate.organisations.PracticeRegister.Order;
import org.mandate.organisations.PracticeRegister.Search;
import org.mandate.organisations.PracticeStatus;

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
 * Who holds a seat of a committee, and held it.
 */
@Controller
@RequestMapping("/{org}/committees/{committee}/seats/{seat}/holders")
class HolderController {

	private static final String SEAT = "redirect:/{org}/committees/{committee}/seats/{seat}";

	private static final Search OPEN = new Search("", "", PracticeStatus.ACTIVE, Order.NAME, false);

	private final Committees committees;

	private final Seats seats;

	private final People people;

	private final PracticeRegister register;

	HolderController(Committees committees, Seats seats, People people, PracticeRegister register) {
		this.committees = committees;
		this.seats = seats;
		this.people = people;
		this.register = register;
	}

	/** What may be chosen from. */
	private record Lists(List<Member> members, List<Listed> practices) {

		private Set<String> codes() {
			return this.practices.stream().map(Listed::code).collect(Collectors.toSet());
		}

	}

	@GetMapping("/new")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String blank(@PathVariable String committee, @PathVariable String seat, Model model) {
		known(committee, seat, model);
		model.addAttribute("typed", HolderForm.EMPTY);
		return form(lists(), null, null, model);
	}

	@PostMapping
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String fill(@PathVariable String committee, @PathVariable String seat, @ModelAttribute("typed") HolderForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		known(committee, seat, model);
		Lists lists = lists();
		Optional<HolderStatement> statement = form.statement(lists.members(), lists.codes(), null,
				this.committees.today(), errors);
		if (statement.isPresent()) {
			try {
				this.seats.fill(CommitteeId.of(committee), CommitteeId.parse(seat), statement.get());
				redirect.addFlashAttribute("notice", statement.get().name() + " is recorded.");
				return SEAT;
			}
			catch (CommitteeRefused ex) {
				CommitteeController.refuse(errors, ex);
			}
		}
		return form(lists, null, null, model);
	}

	@GetMapping("/{holder}")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String one(@PathVariable String committee, @PathVariable String seat, @PathVariable String holder, Model model) {
		Committee.Holder held = known(committee, seat, model).holder(CommitteeId.parse(holder));
		model.addAttribute("typed", HolderForm.of(held));
		return form(lists(), held, null, model);
	}

	@PostMapping("/{holder}")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String change(@PathVariable String committee, @PathVariable String seat, @PathVariable String holder,
			@ModelAttribute("typed") HolderForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		UUID id = CommitteeId.parse(holder);
		Committee.Holder held = known(committee, seat, model).holder(id);
		Lists lists = lists();
		Optional<HolderStatement> statement = form.statement(lists.members(), lists.codes(), held.statement(),
				this.committees.today(), errors);
		if (statement.isPresent()) {
			try {
				this.seats.change(CommitteeId.of(committee), CommitteeId.parse(seat), id, statement.get(), form.seen());
				redirect.addFlashAttribute("notice", "Saved.");
				return SEAT;
			}
			catch (CommitteeRefused ex) {
				CommitteeController.refuse(errors, ex);
			}
			catch (ChangedMeanwhile | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
				Committee.Holder theirs = known(committee, seat, model).holder(id);
				model.addAttribute("typed", form.over(theirs));
				return form(lists, theirs, theirs, model);
			}
		}
		return form(lists, held, null, model);
	}

	@GetMapping("/{holder}/withdrawal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String withdrawal(@PathVariable String committee, @PathVariable String seat, @PathVariable String holder,
			Model model) {
		Committee.Seat of = known(committee, seat, model);
		model.addAttribute("typed", new Withdrawal(null));
		return withdrawal(of, of.holder(CommitteeId.parse(holder)), model);
	}

	@PostMapping("/{holder}/withdrawal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String withdraw(@PathVariable String committee, @PathVariable String seat, @PathVariable String holder,
			@ModelAttribute("typed") Withdrawal form, BindingResult errors, Model model, RedirectAttributes redirect) {
		UUID id = CommitteeId.parse(holder);
		String reason = form.checked(errors);
		if (errors.hasErrors()) {
			Committee.Seat of = known(committee, seat, model);
			return withdrawal(of, of.holder(id), model);
		}
		this.seats.withdrawHolder(CommitteeId.of(committee), CommitteeId.parse(seat), id, reason);
		redirect.addFlashAttribute("notice", "The entry is withdrawn.");
		return SEAT;
	}

	private static String withdrawal(Committee.Seat seat, Committee.Holder holder, Model model) {
		model.addAttribute("what", "the entry of " + holder.statement().name());
		model.addAttribute("backTo", "/seats/" + seat.id());
		model.addAttribute("action", "/seats/" + seat.id() + "/holders/" + holder.id() + "/withdrawal");
		return "committees/withdrawal";
	}

	private Committee.Seat known(String committee, String seat, Model model) {
		Committee known = this.committees.one(CommitteeId.of(committee));
		Committee.Seat held = known.seat(CommitteeId.parse(seat));
		model.addAttribute("committee", known);
		model.addAttribute("seat", held);
		return held;
	}

	private Lists lists() {
		return new Lists(this.people.active(), this.register.everyPractice(OPEN).practices());
	}

	private static String form(Lists lists, Committee.@Nullable Holder holder, Committee.@Nullable Holder theirs,
			Model model) {
		List<Choice> choices = new ArrayList<>(List.of(Choice.of("", "Somebody else, named below")));
		UUID known = (holder != null) ? holder.statement().person() : null;
		boolean gone = known != null && lists.members().stream().noneMatch((member) -> member.id().id().equals(known));
		if (gone && holder != null) {
			choices.add(Choice.of(String.valueOf(known), holder.statement().name() + " (no longer a member)"));
		}
		lists.members().forEach((member) -> choices.add(Choice.of(member.id().id().toString(), member.name())));
		model.addAttribute("holder", holder);
		model.addAttribute("theirs", theirs);
		model.addAttribute("people", choices);
		model.addAttribute("practices", practices(lists, holder));
		return "committees/holder";
	}

	private static List<Choice> practices(Lists lists, Committee.@Nullable Holder holder) {
		List<Choice> choices = new ArrayList<>(List.of(Choice.of("", "None")));
		String known = (holder != null) ? holder.statement().practice() : null;
		if (known != null && !lists.codes().contains(known)) {
			choices.add(Choice.of(known, known + " (no longer open)"));
		}
		lists.practices().forEach((each) -> choices.add(Choice.of(each.code(), each.name() + ", " + each.code())));
		return choices;
	}

}
