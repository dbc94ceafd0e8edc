package org.mandate.appraisals;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where a member begins: what needs them today across appraisals, what waits for others,
 * and the latest appraisal at a glance.
 */
@Controller
class HomeController {

	private final Appraisals appraisals;

	HomeController(Appraisals appraisals) {
		this.appraisals = appraisals;
	}

	/** A deadline close by, with how near it is. */
	public record Near(String title, String words, @Nullable String nearness, boolean passed) {
	}

	@GetMapping("/{org}")
	@AllowedTo
	String home(Member member, Model model) {
		List<Overview> overviews = this.appraisals.overviews();
		model.addAttribute("appraisals", overviews.stream().map(Overview::summary).toList());
		model.addAttribute("notices", this.appraisals.notices(member));
		model.addAttribute("today", this.appraisals.today(member, overviews));
		model.addAttribute("several", overviews.size() > 1);
		model.addAttribute("unread", overviews.size() > Appraisals.AT_HOME);
		if (!overviews.isEmpty()) {
			Overview latest = overviews.getFirst();
			AppraisalSummary summary = latest.summary();
			Edition edition = this.appraisals.edition(summary);
			AsAt asAt = this.appraisals.asAt(latest);
			model.addAttribute("latest", summary);
			model.addAttribute("deadlines",
					TaskLists.submissions(edition).stream().map((deadline) -> near(deadline, asAt)).toList());
			model.addAttribute("findings", latest.levels().isEmpty() ? List.of()
					: Comparison.options(edition, summary.speaksFor(), latest.levels()));
			model.addAttribute("countedFrom", asAt.past() ? asAt.day() : null);
		}
		return "appraisals/home";
	}

	@GetMapping("/{org}/appraisals")
	@AllowedTo
	String all(Model model) {
		model.addAttribute("appraisals", this.appraisals.overviews().stream().map(Overview::summary).toList());
		return "appraisals/all";
	}

	private static Near near(Deadline deadline, AsAt asAt) {
		return new Near(deadline.title(), deadline.words(), asAt.nearness(deadline), asAt.isPassed(deadline));
	}

}
