package org.mandate.meetings;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows the minutes of a meeting, written from its record.
 */
@Controller
class MinutesController {

	private final Meetings meetings;

	private final Proceedings proceedings;

	MinutesController(Meetings meetings, Proceedings proceedings) {
		this.meetings = meetings;
		this.proceedings = proceedings;
	}

	@GetMapping("/{org}/meetings/{meeting}/minutes")
	@AllowedTo
	String show(@PathVariable String org, @PathVariable String meeting, Member member, Model model) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		if (known.rules() == null) {
			return "redirect:/{org}/meetings/{meeting}";
		}
		model.addAttribute("minutes",
				Minutes.of(known, ItemController.readsAll(member) ? null : this.proceedings.unpublishable()));
		model.addAttribute("meeting", known);
		return "meetings/minutes";
	}

}
