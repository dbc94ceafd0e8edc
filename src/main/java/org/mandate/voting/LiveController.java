package org.mandate.voting;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * The figures of a result by themselves, for a page that keeps them fresh. Asked with the
 * tag of those it has, it is told that nothing changed without any figure being read.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/results/live")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class LiveController {

	private final Appraisals appraisals;

	private final Voting voting;

	private final BallotPage page;

	private final Clock clock;

	LiveController(Appraisals appraisals, Voting voting, BallotPage page, Clock clock) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.page = page;
		this.clock = clock;
	}

	@GetMapping
	@Nullable String figures(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@RequestParam(required = false) @Nullable String reading, Member member, WebRequest request, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		String state = this.voting.state(appraisal, number);
		if (request.checkNotModified("%s-%s".formatted(state, "register".equals(reading) ? "r" : "s"))) {
			return null;
		}
		BallotRecord ballot = this.page.ballot(org, year, number, member, model);
		if (ballot.opening() == null) {
			throw new ResultNotOut(number);
		}
		long accepted = ballot.units().stream().filter((unit) -> unit.counting().isPresent()).count();
		ResultView result = this.page.result(ballot, reading, model);
		model.addAttribute("result", result);
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("said", "The figures changed: %d of %d %s are accepted. %s".formatted(accepted,
				ballot.units().size(), ballot.division().units(), result.outcome().verdict().sentence()));
		return "voting/live :: liveFigures";
	}

}
