package org.mandate.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.committees.Committee;
import org.mandate.committees.Committees;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;
import org.mandate.meetings.ItemForms.ReasonForm;
import org.mandate.organisations.PracticeRegister;

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
 * The agenda of a meeting: items are added, changed, moved and taken off.
 */
@Controller
@RequestMapping("/{org}/meetings/{meeting}/items")
class AgendaController {

	private static final List<Choice> PURPOSES = List.of(
			new Choice(AgendaItem.Purpose.DECISION.name(), AgendaItem.Purpose.DECISION.label(),
					"The committee votes, and the decision gets a reference"),
			Choice.of(AgendaItem.Purpose.DISCUSSION.name(), AgendaItem.Purpose.DISCUSSION.label()),
			Choice.of(AgendaItem.Purpose.INFORMATION.name(), AgendaItem.Purpose.INFORMATION.label()));

	private static final List<Choice> TOUCHING = Choice.all(AgendaItem.Touching.values(), AgendaItem.Touching::label);

	private final Meetings meetings;

	private final Agendas agendas;

	private final Committees committees;

	private final Appraisals appraisals;

	private final PracticeRegister register;

	AgendaController(Meetings meetings, Agendas agendas, Committees committees, Appraisals appraisals,
			PracticeRegister register) {
		this.meetings = meetings;
		this.agendas = agendas;
		this.committees = committees;
		this.appraisals = appraisals;
		this.register = register;
	}

	@GetMapping("/new")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String blank(@PathVariable String meeting, @RequestParam(defaultValue = "") String recommendation, Model model) {
		Meeting known = known(meeting, model);
		if (!known.called() && !known.open()) {
			return MeetingController.ONE;
		}
		List<AppraisalSummary> decidable = decidable(known, null);
		model.addAttribute("typed",
				decidable.stream()
					.filter((each) -> each.year().slug().equals(recommendation))
					.findFirst()
					.map(ItemForm::about)
					.orElse(ItemForm.EMPTY));
		return form(null, decidable, null, model);
	}

	@PostMapping
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String add(@PathVariable String meeting, @ModelAttribute("typed") ItemForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Meeting known = known(meeting, model);
		List<AppraisalSummary> decidable = decidable(known, null);
		Optional<AgendaItem.Statement> statement = form.statement(decidable, this::codes, errors);
		if (statement.isPresent()) {
			try {
				this.agendas.add(known.id(), statement.get());
				redirect.addFlashAttribute("notice", "The item is on the agenda.");
				return MeetingController.ONE;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
		}
		return form(null, decidable, null, model);
	}

	@GetMapping("/{item}/details")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String details(@PathVariable String meeting, @PathVariable String item, Model model) {
		Meeting known = known(meeting, model);
		AgendaItem of = known.item(MeetingId.parse(item));
		if (of.outcome() != null || !(known.called() || known.open())) {
			return MeetingController.ONE;
		}
		model.addAttribute("typed", ItemForm.of(known, of));
		return form(of, decidable(known, of), null, model);
	}

	@PostMapping("/{item}/details")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String change(@PathVariable String meeting, @PathVariable String item, @ModelAttribute("typed") ItemForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, model);
		UUID id = MeetingId.parse(item);
		AgendaItem of = known.item(id);
		List<AppraisalSummary> decidable = decidable(known, of);
		int place = known.called() ? form.place(known.items().size(), errors) : of.number();
		Optional<AgendaItem.Statement> statement = form.statement(decidable, this::codes, errors);
		if (statement.isPresent()) {
			try {
				this.agendas.change(known.id(), id, statement.get(), place, form.seen());
				redirect.addFlashAttribute("notice", "Saved.");
				return MeetingController.ONE;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
			catch (MeetingChanged ex) {
				Meeting theirs = known(meeting, model);
				model.addAttribute("typed", form.over(theirs));
				return form(theirs.item(id), decidable, theirs, model);
			}
		}
		return form(of, decidable, null, model);
	}

	@GetMapping("/{item}/withdrawal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String withdrawal(@PathVariable String meeting, @PathVariable String item, Model model) {
		Meeting known = known(meeting, model);
		model.addAttribute("item", known.item(MeetingId.parse(item)));
		model.addAttribute("typed", new ReasonForm(null));
		return known.called() ? "meetings/item-withdrawal" : MeetingController.ONE;
	}

	@PostMapping("/{item}/withdrawal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String withdraw(@PathVariable String meeting, @PathVariable String item, @ModelAttribute("typed") ReasonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, model);
		AgendaItem of = known.item(MeetingId.parse(item));
		model.addAttribute("item", of);
		if (form.check("Enter why the item is taken off the agenda", errors)) {
			try {
				this.agendas.withdraw(known.id(), of.id(), Typed.text(form.reason()));
				redirect.addFlashAttribute("notice", "The item is off the agenda.");
				return MeetingController.ONE;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
		}
		return "meetings/item-withdrawal";
	}

	/** The appraisals on whose recommendations a governing body may decide. */
	private List<AppraisalSummary> decidable(Meeting meeting, @Nullable AgendaItem item) {
		boolean decides = this.committees.one(meeting.committee()).statement().kind() == Committee.Kind.GOVERNING_BODY;
		return this.appraisals.all()
			.stream()
			.filter((each) -> decides || (item != null && each.id().equals(item.statement().appraisal())))
			.toList();
	}

	private Set<String> codes() {
		return this.register
			.everyPractice(new PracticeRegister.Search("", "", null, PracticeRegister.Order.CODE, false))
			.practices()
			.stream()
			.map(PracticeRegister.Listed::code)
			.collect(Collectors.toSet());
	}

	private static String form(@Nullable AgendaItem item, List<AppraisalSummary> decidable, @Nullable Meeting theirs,
			Model model) {
		List<Choice> about = new ArrayList<>();
		if (!decidable.isEmpty()) {
			about.add(Choice.of("", "No, about something else"));
			decidable.forEach((each) -> about.add(Choice.of(each.id().id().toString(), ItemForm.title(each))));
		}
		model.addAttribute("item", item);
		model.addAttribute("theirs", theirs);
		model.addAttribute("purposes", PURPOSES);
		model.addAttribute("recommendations", about);
		model.addAttribute("touchings", TOUCHING);
		return "meetings/item-form";
	}

	private Meeting known(String meeting, Model model) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		model.addAttribute("meeting", known);
		return known;
	}

}
