package org.mandate.committees;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.forms.Choice;

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
 * The seats of a committee.
 */
@Controller
@RequestMapping("/{org}/committees/{committee}/seats")
class SeatController {

	private static final String SEAT = "redirect:/{org}/committees/{committee}/seats/{seat}";

	private static final List<Choice> ROLES = Choice.all(SeatRole.values(), SeatRole::label);

	private static final List<Choice> VOTES = List.of(Choice.of("yes", "With a vote"),
			Choice.of("no", "Without a vote"));

	private static final List<Choice> OFFICES = List.of(Choice.of("none", "Neither"), Choice.of("CHAIR", "The chair"),
			Choice.of("VICE_CHAIR", "The vice chair"));

	private final Committees committees;

	private final Seats seats;

	SeatController(Committees committees, Seats seats) {
		this.committees = committees;
		this.seats = seats;
	}

	@GetMapping("/new")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String blank(@PathVariable String committee, Model model) {
		known(committee, model);
		model.addAttribute("typed", SeatForm.EMPTY);
		return form(null, null, model);
	}

	@PostMapping
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String add(@PathVariable String committee, @ModelAttribute("typed") SeatForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		known(committee, model);
		Optional<SeatStatement> statement = form.statement(errors);
		if (statement.isPresent()) {
			try {
				redirect.addAttribute("seat", this.seats.add(CommitteeId.of(committee), statement.get()).toString());
				redirect.addFlashAttribute("notice", "The seat is added. Record who holds it.");
				return SEAT;
			}
			catch (CommitteeRefused ex) {
				CommitteeController.refuse(errors, ex);
			}
		}
		return form(null, null, model);
	}

	@GetMapping("/{seat}")
	@AllowedTo
	String one(@PathVariable String committee, @PathVariable String seat, Member member, Model model) {
		Committee known = known(committee, model);
		Committee.Seat held = known.seat(CommitteeId.parse(seat));
		model.addAttribute("seat", held);
		model.addAttribute("today", this.committees.today());
		model.addAttribute("mayChange", known.stands() && held.stands() && CommitteeController.mayChange(member));
		return "committees/seat";
	}

	@GetMapping("/{seat}/details")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String details(@PathVariable String committee, @PathVariable String seat, Model model) {
		Committee.Seat held = known(committee, model).seat(CommitteeId.parse(seat));
		model.addAttribute("typed", SeatForm.of(held));
		return form(held, null, model);
	}

	@PostMapping("/{seat}/details")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String change(@PathVariable String committee, @PathVariable String seat, @ModelAttribute("typed") SeatForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		UUID id = CommitteeId.parse(seat);
		Committee.Seat held = known(committee, model).seat(id);
		Optional<SeatStatement> statement = form.statement(errors);
		if (statement.isPresent()) {
			try {
				this.seats.change(CommitteeId.of(committee), id, statement.get(), form.seen());
				redirect.addFlashAttribute("notice", "Saved.");
				return SEAT;
			}
			catch (CommitteeRefused ex) {
				CommitteeController.refuse(errors, ex);
			}
			catch (ChangedMeanwhile | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
				Committee.Seat theirs = known(committee, model).seat(id);
				model.addAttribute("typed", form.over(theirs));
				return form(theirs, theirs, model);
			}
		}
		return form(held, null, model);
	}

	@GetMapping("/{seat}/withdrawal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String withdrawal(@PathVariable String committee, @PathVariable String seat, Model model) {
		Committee.Seat held = known(committee, model).seat(CommitteeId.parse(seat));
		model.addAttribute("typed", new Withdrawal(null));
		return withdrawal(held, model);
	}

	@PostMapping("/{seat}/withdrawal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String withdraw(@PathVariable String committee, @PathVariable String seat, @ModelAttribute("typed") Withdrawal form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		UUID id = CommitteeId.parse(seat);
		String reason = form.checked(errors);
		if (errors.hasErrors()) {
			return withdrawal(known(committee, model).seat(id), model);
		}
		this.seats.withdraw(CommitteeId.of(committee), id, reason);
		redirect.addFlashAttribute("notice", "The seat is withdrawn.");
		return CommitteeController.ONE;
	}

	private static String withdrawal(Committee.Seat seat, Model model) {
		model.addAttribute("what", "the seat " + seat.statement().title());
		model.addAttribute("backTo", "/seats/" + seat.id());
		model.addAttribute("action", "/seats/" + seat.id() + "/withdrawal");
		return "committees/withdrawal";
	}

	private Committee known(String committee, Model model) {
		Committee known = this.committees.one(CommitteeId.of(committee));
		model.addAttribute("committee", known);
		return known;
	}

	private static String form(Committee.@Nullable Seat seat, Committee.@Nullable Seat theirs, Model model) {
		model.addAttribute("seat", seat);
		model.addAttribute("theirs", theirs);
		model.addAttribute("seatRoles", ROLES);
		model.addAttribute("votes", VOTES);
		model.addAttribute("offices", OFFICES);
		return "committees/seat-form";
	}

}
