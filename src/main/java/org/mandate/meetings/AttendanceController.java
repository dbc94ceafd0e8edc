package org.mandate.meetings;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;
import org.mandate.meetings.Attendee.Attendance;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who came to a meeting.
 */
@Controller
@RequestMapping("/{org}/meetings/{meeting}/attendance")
class AttendanceController {

	private static final List<Choice> CHOICES = Stream.of(Attendance.PRESENT, Attendance.APOLOGIES, Attendance.ABSENT)
		.map((each) -> Choice.of(each.name(), each.label()))
		.toList();

	private final Meetings meetings;

	AttendanceController(Meetings meetings) {
		this.meetings = meetings;
	}

	@GetMapping
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String attendance(@PathVariable String meeting, Model model) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		return known.open() ? page(known, AttendanceForm.of(known), null, null, model) : MeetingController.ONE;
	}

	@PostMapping
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.CHAIR })
	String attend(@PathVariable String meeting, @RequestParam MultiValueMap<String, String> sent, Model model,
			RedirectAttributes redirect) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		AttendanceForm form = AttendanceForm.sent(sent, known);
		if ("others".equals(sent.getFirst("act"))) {
			return page(known, form.withTheOthers(), null, null, model);
		}
		BindingResult errors = new BeanPropertyBindingResult(form, "typed");
		List<Meetings.Came> came = form.came(known, errors);
		if (!errors.hasErrors()) {
			try {
				this.meetings.attend(known.id(), came, Typed.optional(form.inAttendance()), form.seen());
				redirect.addFlashAttribute("notice", "Who came is recorded.");
				return MeetingController.ONE;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
			catch (MeetingChanged ex) {
				Meeting theirs = this.meetings.one(known.id());
				return page(theirs, form.over(theirs), null, theirs, model);
			}
		}
		return page(known, form, errors, null, model);
	}

	private static String page(Meeting meeting, AttendanceForm form, @Nullable BindingResult errors,
			@Nullable Meeting theirs, Model model) {
		model.addAttribute("meeting", meeting);
		model.addAttribute("typed", form);
		if (errors != null) {
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "typed", errors);
		}
		model.addAttribute("theirs", theirs);
		model.addAttribute("choices", CHOICES);
		return "meetings/attendance";
	}

}
