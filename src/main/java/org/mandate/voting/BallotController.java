package org.mandate.voting;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Typed;

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
 * The ballots of an appraisal: setting up, opening, chasing, closing, result.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots")
@AllowedTo
class BallotController {

	private final Appraisals appraisals;

	private final Voting voting;

	private final Returns returns;

	private final Comments comments;

	private final BallotPage page;

	BallotController(Appraisals appraisals, Voting voting, Returns returns, Comments comments, BallotPage page) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.returns = returns;
		this.comments = comments;
		this.page = page;
	}

	/** Why a ballot closes with returns outstanding, as typed. */
	public record ClosingForm(@Nullable String reason) {
	}

	@GetMapping
	String list(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		model.addAttribute("ballots", this.voting.ballots(this.page.appraisal(org, year, model)));
		return "voting/ballots";
	}

	@GetMapping("/{number}")
	String show(@PathVariable String org, @PathVariable String year, @PathVariable int number, Member member,
			Model model) {
		BallotRecord ballot = this.page.ballot(org, year, number, member, model);
		model.addAttribute("closing", new ClosingForm(""));
		if (ballot.opening() == null) {
			List<Electorate> electorate = this.voting.electorate(ballot);
			model.addAttribute("electorate", electorate);
			model.addAttribute("entitled", electorate.stream().mapToInt((each) -> each.practices().size()).sum());
			return "voting/set-up";
		}
		return "voting/ballot";
	}

	@PostMapping("/{number}/opening")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String open(@PathVariable String org, @PathVariable String year, @PathVariable int number, Member member,
			RedirectAttributes redirect) {
		this.voting.open(this.appraisals.of(year), number, member.name());
		redirect.addFlashAttribute("notice", "The ballot is open. Each locality's director can now return its votes.");
		return "redirect:%s/%d".formatted(BallotPage.path(org, year), number);
	}

	@PostMapping("/{number}/closure")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String close(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("closing") ClosingForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		String reason = form.reason();
		if (reason != null && reason.length() > 1000) {
			errors.rejectValue("reason", "length", "The reason must be 1,000 characters or fewer");
		}
		else if (reason != null && !Typed.visible(reason)) {
			errors.rejectValue("reason", "invisible", "The reason" + Typed.INVISIBLE);
		}
		if (!errors.hasErrors()) {
			try {
				this.voting.close(this.appraisals.of(year), number, reason, member.name());
				redirect.addFlashAttribute("notice", "The ballot is closed.");
				return "redirect:%s/%d/results".formatted(BallotPage.path(org, year), number);
			}
			catch (ReasonNeeded ex) {
				errors.rejectValue("reason", "missing", Objects.requireNonNull(ex.getMessage()));
			}
		}
		this.page.ballot(org, year, number, member, model);
		return "voting/ballot";
	}

	@PostMapping("/{number}/register-counts")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String enterRegisterCounts(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			Member member, RedirectAttributes redirect) {
		int entered = this.returns.enterRegisterCounts(this.appraisals.of(year), number, member);
		redirect.addFlashAttribute("notice",
				(entered == 0) ? "No number was missing." : "The register count was entered for %d %s."
					.formatted(entered, (entered == 1) ? "locality" : "localities"));
		return "redirect:%s/%d/results".formatted(BallotPage.path(org, year), number);
	}

	@GetMapping("/{number}/results")
	String results(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@RequestParam(required = false) @Nullable String reading, Member member, Model model) {
		BallotRecord ballot = this.page.ballot(org, year, number, member, model);
		if (ballot.opening() == null || (!ballot.isResultOut() && !member.is(Role.COMMISSIONING_MANAGER))) {
			throw ballot.isClosed() ? new ResultNotForMembers(number) : new ResultNotOut(number);
		}
		model.addAttribute("result", this.page.result(ballot, reading, model));
		model.addAttribute("themes", Comment.byTheme(this.comments.of(ballot.id())));
		return "voting/results";
	}

}
