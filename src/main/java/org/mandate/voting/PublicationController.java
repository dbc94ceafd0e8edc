package org.mandate.voting;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

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
 * Who may read the result of a ballot.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/publication")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class PublicationController {

	private final Appraisals appraisals;

	private final Voting voting;

	private final Publishing publishing;

	PublicationController(Appraisals appraisals, Voting voting, Publishing publishing) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.publishing = publishing;
	}

	/** The choice, as sent. */
	public record PublicationForm(@Nullable String publication) {
	}

	/** One of the choices, as the form shows it. */
	public record Option(String value, String text, String hint) {
	}

	@GetMapping
	String show(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		BallotRecord ballot = ballot(org, year, number, model);
		model.addAttribute("chosen", new PublicationForm(ballot.publication().name()));
		return "voting/publication";
	}

	@PostMapping
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("chosen") PublicationForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		for (Publication publication : Publication.values()) {
			if (publication.name().equals(form.publication())) {
				this.publishing.change(this.appraisals.of(year), number, publication);
				redirect.addFlashAttribute("notice", publication.meaning());
				return "redirect:/{org}/appraisals/{year}/ballots/{number}";
			}
		}
		errors.rejectValue("publication", "missing", "Choose who may read the result");
		ballot(org, year, number, model);
		return "voting/publication";
	}

	private BallotRecord ballot(String org, String year, int number, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		BallotRecord ballot = this.voting.ballot(appraisal, number);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("ballot", ballot);
		model.addAttribute("ballotPath", "/%s/appraisals/%s/ballots/%d".formatted(org, year, number));
		model.addAttribute("publicPath", "/%s/published-results/%s/%d".formatted(org, year, number));
		model.addAttribute("publications",
				Arrays.stream(Publication.values())
					.map((each) -> new Option(each.name(), each.label(), each.meaning()))
					.toList());
		return ballot;
	}

}
