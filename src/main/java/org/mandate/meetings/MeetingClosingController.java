package org.mandate.meetings;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;

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
 * The end of a meeting: its record is closed for good, and its decisions are published.
 */
@Controller
@RequestMapping("/{org}/meetings/{meeting}")
class MeetingClosingController {

	private final Meetings meetings;

	private final MeetingClosing closing;

	MeetingClosingController(Meetings meetings, MeetingClosing closing) {
		this.meetings = meetings;
		this.closing = closing;
	}

	/** What is sent to publish: nothing is typed. */
	public record Publication() {
	}

	@GetMapping("/closing")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String closing(@PathVariable String meeting, Model model) {
		Meeting known = known(meeting, model);
		model.addAttribute("typed", ClosingForm.of(known));
		return known.open() ? closing(known, null, model) : MeetingController.ONE;
	}

	@PostMapping("/closing")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String close(@PathVariable String meeting, @ModelAttribute("typed") ClosingForm form, BindingResult errors,
			Member member, Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, model);
		String adjourned = form.adjournment(known.withoutOutcome().size(), errors);
		if (!errors.hasErrors()) {
			try {
				this.closing.close(known.id(), adjourned, form.seen(), member);
				redirect.addFlashAttribute("notice",
						(adjourned != null) ? "The meeting is adjourned. Its record is final."
								: "The meeting is closed. Its record is final.");
				return MeetingController.ONE;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
			catch (MeetingChanged ex) {
				Meeting theirs = known(meeting, model);
				model.addAttribute("typed", form.over(theirs));
				return closing(theirs, theirs, model);
			}
		}
		return closing(known, null, model);
	}

	private static String closing(Meeting meeting, @Nullable Meeting theirs, Model model) {
		model.addAttribute("theirs", theirs);
		model.addAttribute("left", meeting.withoutOutcome());
		model.addAttribute("decisions",
				meeting.items().stream().filter((item) -> item.forDecision() && item.outcome() != null).count());
		model.addAttribute("seals",
				meeting.items()
					.stream()
					.filter((item) -> item.statement().appraisal() != null && item.outcome() != null
							&& item.outcome().vote() != null)
					.toList());
		return "meetings/closing";
	}

	@GetMapping("/publication")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String publication(@PathVariable String meeting, Model model) {
		Meeting known = known(meeting, model);
		model.addAttribute("typed", new Publication());
		return known.closed() ? publication(known, model) : MeetingController.ONE;
	}

	@PostMapping("/publication")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String publish(@PathVariable String meeting, @ModelAttribute("typed") Publication form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Meeting known = known(meeting, model);
		try {
			this.closing.publish(known.id());
			redirect.addFlashAttribute("notice", "The decisions are published.");
			return MeetingController.ONE;
		}
		catch (MeetingRefused ex) {
			ItemController.refuse(errors, ex);
			return publication(known, model);
		}
	}

	private static String publication(Meeting meeting, Model model) {
		model.addAttribute("decisions", meeting.items().stream().filter(NextStep::isPublic).toList());
		model.addAttribute("kept",
				meeting.items()
					.stream()
					.filter((item) -> item.reference() != null && item.statement().inPrivate())
					.count());
		return "meetings/publication";
	}

	private Meeting known(String meeting, Model model) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		model.addAttribute("meeting", known);
		return known;
	}

}
