package org.mandate.appraisals;

import java.util.List;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An appraisal's task list and its history.
 */
@Controller
class AppraisalController {

	private static final int EVENTS_A_PAGE = 25;

	private final Appraisals appraisals;

	private final Histories histories;

	AppraisalController(Appraisals appraisals, Histories histories) {
		this.appraisals = appraisals;
		this.histories = histories;
	}

	@GetMapping("/{org}/appraisals/{year}")
	@AllowedTo
	String tasks(@PathVariable String year, Member member, Model model) {
		Overview overview = this.appraisals.overview(year);
		AppraisalSummary summary = overview.summary();
		model.addAttribute("appraisal", summary);
		model.addAttribute("edition", this.appraisals.edition(summary));
		model.addAttribute("tasks", TaskLists.of("/" + member.organisationCode() + summary.path(),
				this.appraisals.tasks(overview), member.roles()));
		return "appraisals/tasks";
	}

	@GetMapping("/{org}/appraisals/{year}/history")
	@AllowedTo
	String history(@PathVariable String year, @RequestParam(defaultValue = "1") String page, Member member,
			Model model) {
		AppraisalSummary summary = this.appraisals.of(year);
		int number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
		List<Histories.Event> events = this.histories.events(summary, number - 1, EVENTS_A_PAGE, member);
		model.addAttribute("appraisal", summary);
		model.addAttribute("events", events.stream().limit(EVENTS_A_PAGE).toList());
		model.addAttribute("page", number);
		model.addAttribute("pages", (events.size() > EVENTS_A_PAGE) ? number + 1 : number);
		return "appraisals/history";
	}

}
