package org.mandate.voting;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Public;
import org.mandate.organisations.Organisations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Results that anybody may read, without signing in: figures, and nobody's name.
 */
@Controller
@RequestMapping("/{org}/published-results")
@Public
class PublishedController {

	private final Publishing publishing;

	private final Organisations organisations;

	PublishedController(Publishing publishing, Organisations organisations) {
		this.publishing = publishing;
		this.organisations = organisations;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("organisation", this.organisations.current());
		model.addAttribute("published", this.publishing.published());
		return "voting/published";
	}

	@GetMapping("/{year}/{number}")
	String result(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@RequestParam(required = false) @Nullable String reading, Model model) {
		BallotRecord ballot = this.publishing.published(year, number);
		model.addAttribute("organisation", this.organisations.current());
		model.addAttribute("ballot", ballot);
		model.addAttribute("resultPath", "/%s/published-results/%s/%d".formatted(org, year, number));
		model.addAttribute("result", new ResultView(ballot.outcome(Reading.wanted(reading, ballot))));
		return "voting/published-result";
	}

}
