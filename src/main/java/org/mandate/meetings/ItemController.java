package org.mandate.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;
import org.mandate.meetings.ItemForms.DeclarationForm;
import org.mandate.meetings.ItemForms.PresidingForm;
import org.mandate.meetings.ItemForms.ReasonForm;
import org.mandate.meetings.ItemForms.RulingForm;
import org.mandate.recommendations.TouchingInterests;

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
 * An item of a meeting: who declared what, what was ruled, who presides, whether it is
 * quorate.
 */
@Controller
@RequestMapping("/{org}/meetings/{meeting}/items/{item}")
class ItemController {

	private static final String ITEM = "redirect:/{org}/meetings/{meeting}/items/{item}";

	private final Meetings meetings;

	private final Proceedings proceedings;

	private final Appraisals appraisals;

	private final TouchingInterests touching;

	ItemController(Meetings meetings, Proceedings proceedings, Appraisals appraisals, TouchingInterests touching) {
		this.meetings = meetings;
		this.proceedings = proceedings;
		this.appraisals = appraisals;
		this.touching = touching;
	}

	static boolean mayChange(Member member) {
		return member.is(Role.CHAIR) || member.is(Role.COMMISSIONING_MANAGER) || member.is(Role.ADMINISTRATOR);
	}

	/**
	 * Whether somebody reads the words of every declaration: who keeps the record, and
	 * the guardian.
	 */
	static boolean readsAll(Member member) {
		return mayChange(member) || member.is(Role.CONFLICTS_GUARDIAN);
	}

	@GetMapping
	@AllowedTo
	String one(@PathVariable String meeting, @PathVariable String item, Member member, Model model) {
		Meeting known = known(meeting, item, model);
		AgendaItem of = known.item(MeetingId.parse(item));
		model.addAttribute("mayChange", mayChange(member) && known.open());
		model.addAttribute("entry", (known.rules() != null)
				? Minutes.entry(known, of, readsAll(member) ? null : this.proceedings.unpublishable()) : null);
		model.addAttribute("standing", (known.rules() != null) ? known.standing(of) : null);
		AppraisalSummary appraisal = recommendation(of).orElse(null);
		boolean waits = of.forDecision() && of.outcome() == null;
		boolean asked = waits && appraisal != null && this.touching.asks(appraisal.year().slug(), member);
		model.addAttribute("asked", asked);
		model.addAttribute("put", (waits && !asked) ? this.proceedings.put(of) : null);
		model.addAttribute("recommendation", appraisal);
		model.addAttribute("next",
				known.items().stream().filter((each) -> each.number() == of.number() + 1).findFirst().orElse(null));
		return "meetings/item";
	}

	private Optional<AppraisalSummary> recommendation(AgendaItem item) {
		return Optional.ofNullable(item.statement().appraisal()).map(this.appraisals::one);
	}

	@GetMapping("/declarations")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String declaring(@PathVariable String meeting, @PathVariable String item, Model model) {
		Meeting known = known(meeting, item, model);
		model.addAttribute("typed", new DeclarationForm(null, null, null, null));
		return declaring(known, known.item(MeetingId.parse(item)), model);
	}

	@PostMapping("/declarations")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String declare(@PathVariable String meeting, @PathVariable String item,
			@ModelAttribute("typed") DeclarationForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Meeting known = known(meeting, item, model);
		AgendaItem of = known.item(MeetingId.parse(item));
		form.check(known, errors);
		if (errors.hasErrors()) {
			return declaring(known, of, model);
		}
		try {
			this.proceedings.declare(known.id(), of.id(), form.taken(),
					form.says() ? new Proceedings.Said(MeetingId.parse(Typed.text(form.seat())),
							Typed.text(form.words()), "yes".equals(form.publish())) : null);
		}
		catch (MeetingRefused ex) {
			refuse(errors, ex);
			return declaring(known, of, model);
		}
		redirect.addFlashAttribute("notice", "The declaration is recorded. Whoever presides rules on it next.");
		return ITEM;
	}

	private String declaring(Meeting meeting, AgendaItem item, Model model) {
		Set<UUID> declared = item.declarations()
			.stream()
			.map(AgendaItem.Declared::interest)
			.filter(Objects::nonNull)
			.collect(java.util.stream.Collectors.toSet());
		List<UUID> here = meeting.members()
			.stream()
			.filter((each) -> each.attendance() == Attendee.Attendance.PRESENT)
			.map(Attendee::seat)
			.toList();
		model.addAttribute("registered",
				this.proceedings.registered(meeting)
					.stream()
					.filter((each) -> here.contains(each.seat()) && !declared.contains(each.id()))
					.map((each) -> new Choice(each.id().toString(), each.name() + ": " + each.words(), each.type()))
					.toList());
		List<Choice> people = new ArrayList<>();
		meeting.members()
			.stream()
			.filter((each) -> here.contains(each.seat()))
			.forEach((each) -> people.add(Choice.of(each.seat().toString(), each.called())));
		if (!people.isEmpty()) {
			people.addFirst(Choice.of("", "Nobody"));
		}
		model.addAttribute("people", people);
		return "meetings/declaration";
	}

	@GetMapping("/declarations/{declaration}/withdrawal")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String withdrawal(@PathVariable String meeting, @PathVariable String item, @PathVariable String declaration,
			Model model) {
		known(meeting, item, model);
		model.addAttribute("typed", new ReasonForm(null));
		return withdrawal(declaration, model);
	}

	@PostMapping("/declarations/{declaration}/withdrawal")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String withdraw(@PathVariable String meeting, @PathVariable String item, @PathVariable String declaration,
			@ModelAttribute("typed") ReasonForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, item, model);
		String page = withdrawal(declaration, model);
		if (!form.check(errors)) {
			return page;
		}
		try {
			this.proceedings.withdrawDeclaration(known.id(), MeetingId.parse(item), MeetingId.parse(declaration),
					Typed.text(form.reason()));
		}
		catch (MeetingRefused ex) {
			refuse(errors, ex);
			return page;
		}
		redirect.addFlashAttribute("notice", "The declaration is withdrawn.");
		return ITEM;
	}

	private static String withdrawal(String declaration, Model model) {
		AgendaItem item = (AgendaItem) Objects.requireNonNull(model.getAttribute("item"));
		model.addAttribute("declared",
				item.declarations()
					.stream()
					.filter((each) -> each.id().equals(MeetingId.parse(declaration)))
					.findFirst()
					.orElseThrow(() -> new NotFound("There is no such declaration.")));
		return "meetings/declaration-withdrawal";
	}

	@GetMapping("/rulings/{seat}")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String ruling(@PathVariable String meeting, @PathVariable String item, @PathVariable String seat, Model model) {
		Meeting known = known(meeting, item, model);
		AgendaItem.Ruled ruled = known.item(MeetingId.parse(item)).rulings().get(MeetingId.parse(seat));
		model.addAttribute("typed",
				(ruled != null) ? new RulingForm(ruled.ruling().name(), ruled.reason()) : new RulingForm(null, null));
		return ruling(known, item, seat, model);
	}

	@PostMapping("/rulings/{seat}")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String rule(@PathVariable String meeting, @PathVariable String item, @PathVariable String seat,
			@ModelAttribute("typed") RulingForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, item, model);
		Ruling chosen = form.chosen(errors);
		if (chosen != null) {
			try {
				this.proceedings.rule(known.id(), MeetingId.parse(item), MeetingId.parse(seat), chosen,
						Typed.optional(form.reason()));
				redirect.addFlashAttribute("notice", "The ruling is recorded.");
				return ITEM;
			}
			catch (MeetingRefused ex) {
				refuse(errors, ex);
			}
		}
		return ruling(known, item, seat, model);
	}

	private static String ruling(Meeting meeting, String item, String seat, Model model) {
		AgendaItem of = meeting.item(MeetingId.parse(item));
		Attendee about = meeting.member(MeetingId.parse(seat));
		boolean own = Standing.isOwnPractice(of.statement(), about);
		model.addAttribute("about", about);
		model.addAttribute("declarations", of.of(about.seat()));
		model.addAttribute("ruledBy",
				(meeting.rules() != null) ? Proceedings.presidingOver(meeting, of, about.seat()) : null);
		model.addAttribute("ownPractice", own);
		model.addAttribute("rulings",
				java.util.Arrays.stream(Ruling.values())
					.filter((each) -> !own || !each.decides())
					.map((each) -> new Choice(each.name(), each.label(), each.hint()))
					.toList());
		return "meetings/ruling";
	}

	@GetMapping("/presiding")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String presiding(@PathVariable String meeting, @PathVariable String item, Model model) {
		Meeting known = known(meeting, item, model);
		model.addAttribute("typed", new PresidingForm(null));
		return presiding(known, item, model);
	}

	@PostMapping("/presiding")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String preside(@PathVariable String meeting, @PathVariable String item, @ModelAttribute("typed") PresidingForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, item, model);
		String page = presiding(known, item, model);
		if (Typed.text(form.presiding()).isEmpty()) {
			errors.rejectValue("presiding", "missing", "Choose who presides");
			return page;
		}
		try {
			this.proceedings.preside(known.id(), MeetingId.parse(item), MeetingId.parse(Typed.text(form.presiding())));
		}
		catch (MeetingRefused ex) {
			refuse(errors, ex);
			return page;
		}
		redirect.addFlashAttribute("notice", "It is recorded who presides over the item.");
		return ITEM;
	}

	private static String presiding(Meeting meeting, String item, Model model) {
		model.addAttribute("choosable",
				(meeting.rules() == null) ? List.of()
						: meeting.standing(meeting.item(MeetingId.parse(item)))
							.choosable()
							.stream()
							.map((each) -> new Choice(each.seat().toString(), each.name(), each.title()))
							.toList());
		return "meetings/presiding";
	}

	@PostMapping("/reopening")
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String reopen(@PathVariable String meeting, @PathVariable String item, RedirectAttributes redirect) {
		try {
			this.proceedings.reopen(MeetingId.of(meeting), MeetingId.parse(item));
			redirect.addFlashAttribute("notice", "The outcome is removed. What was declared and ruled stays.");
		}
		catch (MeetingRefused ex) {
			redirect.addFlashAttribute("refused", ex.getMessage());
		}
		return ITEM;
	}

	/** Says beside its field, or above them all, what was refused. */
	static void refuse(BindingResult errors, MeetingRefused refused) {
		for (MeetingRefused.Problem problem : refused.problems()) {
			if (problem.field().isEmpty() || problem.field().equals("votes")) {
				errors.reject("refused", problem.words());
			}
			else {
				errors.rejectValue(problem.field(), "refused", problem.words());
			}
		}
	}

	private Meeting known(String meeting, String item, Model model) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		model.addAttribute("meeting", known);
		model.addAttribute("item", known.item(MeetingId.parse(item)));
		return known;
	}

}
