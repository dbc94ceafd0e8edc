package org.mandate.meetings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.Histories;
import org.mandate.audit.Trail;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.Committees;
import org.mandate.committees.Quorum;
import org.mandate.committees.Roster;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;
import org.mandate.meetings.ItemForms.ReasonForm;

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
 * Meetings: called, changed, cancelled, opened on the day.
 */
@Controller
@RequestMapping("/{org}/meetings")
class MeetingController {

	static final String ONE = "redirect:/{org}/meetings/{meeting}";

	private static final int PAGE = 50;

	private final Meetings meetings;

	private final Agendas agendas;

	private final Committees committees;

	MeetingController(Meetings meetings, Agendas agendas, Committees committees) {
		this.meetings = meetings;
		this.agendas = agendas;
		this.committees = committees;
	}

	/**
	 * Somebody who sits on the committee on the day of a meeting.
	 *
	 * @param name with the office
	 * @param attendance in words; null before the meeting is opened
	 */
	public record Seated(String name, String title, String role, boolean voting, @Nullable String attendance) {

		static Seated before(Roster.Sitting sitting) {
			return of(Attendee.of(sitting), null);
		}

		static Seated of(Attendee member) {
			String partly = member.partly();
			return of(member, member.attendance().label() + (partly.isEmpty() ? "" : ", " + partly));
		}

		private static Seated of(Attendee member, @Nullable String attendance) {
			return new Seated(member.called(), member.title(), member.role().label(), member.voting(), attendance);
		}

	}

	/**
	 * What is ticked to open a meeting.
	 *
	 * @param confirmed "true" once it is
	 */
	public record Opening(@Nullable String confirmed) {

		static final Opening EMPTY = new Opening(null);

	}

	@GetMapping
	@AllowedTo
	String all(Member member, Model model) {
		List<Meeting> all = this.meetings.all();
		model.addAttribute("open", all.stream().filter(Meeting::open).toList());
		model.addAttribute("upcoming",
				all.stream()
					.filter(Meeting::called)
					.sorted(Comparator.comparing((meeting) -> meeting.details().on()))
					.toList());
		model.addAttribute("past", all.stream().filter((each) -> !each.open() && !each.called()).toList());
		model.addAttribute("today", this.meetings.today());
		model.addAttribute("mayChange", ItemController.mayChange(member));
		return "meetings/all";
	}

	@GetMapping("/new")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String blank(Model model) {
		model.addAttribute("typed", MeetingForm.EMPTY);
		return blank(standing(), model);
	}

	@PostMapping
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String call(@ModelAttribute("typed") MeetingForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		List<Committee> standing = standing();
		Optional<CommitteeId> committee = form.chosen(standing, errors);
		Optional<Meeting.Details> details = form.details(errors);
		if (committee.isPresent() && details.isPresent()) {
			try {
				redirect.addAttribute("meeting", this.meetings.call(committee.get(), details.get()).toString());
				redirect.addFlashAttribute("notice", "The meeting is called. Put its agenda together next.");
				return ONE;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
		}
		return blank(standing, model);
	}

	private List<Committee> standing() {
		return this.committees.all().stream().filter(Committee::stands).toList();
	}

	private static String blank(List<Committee> standing, Model model) {
		model.addAttribute("committees",
				standing.stream()
					.map((each) -> new Choice(each.id().toString(), each.name(), each.kindWords()))
					.toList());
		return "meetings/new";
	}

	@GetMapping("/{meeting}")
	@AllowedTo
	String one(@PathVariable String meeting, Member member, Model model) {
		model.addAttribute("typed", Opening.EMPTY);
		return page(known(meeting, model), member, model);
	}

	@PostMapping("/{meeting}/opening")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String open(@PathVariable String meeting, @ModelAttribute("typed") Opening form, BindingResult errors,
			Member member, Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, model);
		if (!"true".equals(form.confirmed())) {
			errors.rejectValue("confirmed", "missing", "Tick the box to open the meeting");
			return page(known, member, model);
		}
		try {
			this.meetings.open(known.id());
			redirect.addFlashAttribute("notice", "The meeting is open. Record who is present next.");
			return ONE;
		}
		catch (MeetingRefused ex) {
			ItemController.refuse(errors, ex);
			return page(known(meeting, model), member, model);
		}
	}

	private String page(Meeting meeting, Member member, Model model) {
		Committee committee = this.committees.one(meeting.committee());
		boolean may = ItemController.mayChange(member);
		model.addAttribute("links", this.agendas.continuations(meeting.id()));
		model.addAttribute("seated", seated(meeting, committee));
		model.addAttribute("next", may ? NextStep.of(meeting, committee, this.meetings.today()) : null);
		model.addAttribute("mayChange", may && (meeting.called() || meeting.open()));
		rules(meeting, committee, model);
		return "meetings/meeting";
	}

	private static List<Seated> seated(Meeting meeting, Committee committee) {
		return switch (meeting.state()) {
			case CALLED -> committee.roster(meeting.details().on()).sittings().stream().map(Seated::before).toList();
			case CANCELLED -> List.of();
			case OPEN, CLOSED -> meeting.members().stream().map(Seated::of).toList();
		};
	}

	/** By what it decides: as when it was opened, and before as the committee stands. */
	private static void rules(Meeting meeting, Committee committee, Model model) {
		Meeting.Rules rules = meeting.rules();
		Quorum quorum = (rules != null) ? rules.quorum() : committee.quorum();
		Roster roster = (rules != null) ? meeting.roster() : committee.roster(meeting.details().on());
		model.addAttribute("quorum", (quorum != null) ? quorum.words() : null);
		model.addAttribute("everybody", (quorum != null)
				? quorum.evaluate(roster, roster.sittings().stream().map(Roster.Sitting::seat).toList()) : null);
		model.addAttribute("decides", (rules != null) ? rules.decision() : committee.statement().decisionRule());
		model.addAttribute("castingVote", (rules != null) ? rules.castingVote() : committee.statement().castingVote());
	}

	@GetMapping("/{meeting}/details")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String details(@PathVariable String meeting, Model model) {
		Meeting known = known(meeting, model);
		if (!known.called()) {
			return ONE;
		}
		model.addAttribute("typed", MeetingForm.of(known));
		return detailsPage(null, model);
	}

	@PostMapping("/{meeting}/details")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String change(@PathVariable String meeting, @ModelAttribute("typed") MeetingForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, model);
		Optional<Meeting.Details> details = form.details(errors);
		if (details.isPresent()) {
			try {
				this.meetings.change(known.id(), details.get(), form.seen());
				redirect.addFlashAttribute("notice", "Saved.");
				return ONE;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
			catch (MeetingChanged ex) {
				Meeting theirs = known(meeting, model);
				model.addAttribute("typed", form.over(theirs));
				return detailsPage(theirs, model);
			}
		}
		return detailsPage(null, model);
	}

	private static String detailsPage(@Nullable Meeting theirs, Model model) {
		model.addAttribute("theirs", theirs);
		return "meetings/details";
	}

	@GetMapping("/{meeting}/cancellation")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String cancellation(@PathVariable String meeting, Model model) {
		model.addAttribute("typed", new ReasonForm(null));
		return known(meeting, model).called() ? "meetings/cancellation" : ONE;
	}

	@PostMapping("/{meeting}/cancellation")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String cancel(@PathVariable String meeting, @ModelAttribute("typed") ReasonForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, model);
		if (form.check("Enter why the meeting is cancelled", errors)) {
			try {
				this.meetings.cancel(known.id(), Typed.text(form.reason()));
				redirect.addFlashAttribute("notice", "The meeting is cancelled.");
				return ONE;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
		}
		return "meetings/cancellation";
	}

	@GetMapping("/{meeting}/history")
	@AllowedTo
	String history(@PathVariable String meeting, @RequestParam(defaultValue = "1") String page, Model model) {
		Meeting known = known(meeting, model);
		int number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
		List<Trail.Entry> entries = this.meetings.history(known.id(), number - 1, PAGE);
		model.addAttribute("events",
				entries.stream().limit(PAGE).map((entry) -> Histories.Event.of(entry, false)).toList());
		model.addAttribute("page", number);
		model.addAttribute("pages", (entries.size() > PAGE) ? number + 1 : number);
		return "meetings/history";
	}

	private Meeting known(String meeting, Model model) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		model.addAttribute("meeting", known);
		return known;
	}

}
