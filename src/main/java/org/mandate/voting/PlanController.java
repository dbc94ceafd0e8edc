package org.mandate.voting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.organisations.Organisations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Setting up a ballot: what is asked, of whom, and the rule, with its reading beside it
 * as it is composed.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class PlanController {

	private final Appraisals appraisals;

	private final Voting voting;

	private final Organisations organisations;

	PlanController(Appraisals appraisals, Voting voting, Organisations organisations) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.organisations = organisations;
	}

	/** What was filled in comes back with the reading of the rule; nothing is saved. */
	@GetMapping("/new")
	String compose(@PathVariable String year, @ModelAttribute("typed") PlanForm typed, Model model) {
		AppraisalSummary appraisal = page(year, model);
		model.addAttribute("plan", typed.orBlank(appraisal));
		return "voting/new";
	}

	/** The reading alone, for the page that is being filled in. */
	@GetMapping("/new/reading")
	String reading(@PathVariable String year, @ModelAttribute("plan") PlanForm plan) {
		this.appraisals.of(year);
		return "voting/new :: ruleReading";
	}

	@PostMapping
	String setUp(@PathVariable String year, @ModelAttribute("plan") PlanForm form, BindingResult errors, Model model) {
		AppraisalSummary appraisal = page(year, model);
		BallotPlan plan = form.plan(this.voting.choices(appraisal), this.organisations.localities().size(),
				this.voting.ballots(appraisal).size(), errors);
		if (plan == null) {
			return "voting/new";
		}
		model.asMap().clear();
		return "redirect:/{org}/appraisals/{year}/ballots/" + this.voting.setUp(appraisal, plan);
	}

	private AppraisalSummary page(String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		Map<String, String> proposals = new LinkedHashMap<>();
		proposals.put("", "Choose a model");
		this.voting.choices(appraisal).forEach((choice) -> proposals.put(choice.code(), choice.name()));
		model.addAttribute("proposals", proposals);
		Map<String, String> rounds = new LinkedHashMap<>();
		rounds.put("", "None: this is a first round");
		List<BallotRecord> ballots = this.voting.ballots(appraisal);
		ballots.forEach((ballot) -> rounds.put(Integer.toString(ballot.number()),
				"Ballot %d: %s".formatted(ballot.number(), ballot.question())));
		model.addAttribute("rounds", rounds);
		return appraisal;
	}

}
