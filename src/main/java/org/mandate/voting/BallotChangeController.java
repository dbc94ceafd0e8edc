package org.mandate.voting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;
import org.mandate.organisations.MemberPractice;

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
 * What changes a ballot out of its usual course: grouping its practices, withdrawing it,
 * and letting one unit vote again.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class BallotChangeController {

	private static final int LONGEST_REASON = 1000;

	private final Appraisals appraisals;

	private final Voting voting;

	private final BallotPage page;

	BallotChangeController(Appraisals appraisals, Voting voting, BallotPage page) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.page = page;
	}

	/**
	 * Why, as typed.
	 *
	 * @param unit the unit that votes again, by its name in addresses; empty elsewhere
	 * @param reason why
	 */
	public record ChangeForm(String unit, String reason) {

		public ChangeForm(@Nullable String unit, @Nullable String reason) {
			this.unit = Typed.text(unit);
			this.reason = Typed.text(reason);
		}

		void check(BindingResult errors) {
			new TextCheck(errors).prose("reason", this.reason, "The reason", LONGEST_REASON, null);
		}

	}

	@GetMapping("/groups")
	String groups(@PathVariable String org, @PathVariable String year, @PathVariable int number, Member member,
			Model model) {
		BallotRecord ballot = this.page.ballot(org, year, number, member, model);
		model.addAttribute("groups", GroupsForm.of(this.voting.electorate(ballot)));
		return "voting/groups";
	}

	@PostMapping("/groups")
	String group(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("groups") GroupsForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		BallotRecord ballot = this.page.ballot(org, year, number, member, model);
		List<MemberPractice> entitled = this.voting.electorate(ballot)
			.stream()
			.flatMap((each) -> each.practices().stream())
			.toList();
		Map<UUID, String> groups = form.groups(entitled, errors);
		if (errors.hasErrors()) {
			return "voting/groups";
		}
		this.voting.place(this.appraisals.of(year), number, groups);
		redirect.addFlashAttribute("notice", "The practices are grouped.");
		return "redirect:/{org}/appraisals/{year}/ballots/{number}";
	}

	@GetMapping("/withdrawal")
	String askWhy(@PathVariable String org, @PathVariable String year, @PathVariable int number, Member member,
			Model model) {
		this.page.ballot(org, year, number, member, model);
		model.addAttribute("change", new ChangeForm(null, null));
		return "voting/withdrawal";
	}

	@PostMapping("/withdrawal")
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("change") ChangeForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				this.voting.withdraw(this.appraisals.of(year), number, form.reason(), member.name());
				redirect.addFlashAttribute("notice", "The ballot is withdrawn. It stays on record.");
				return "redirect:/{org}/appraisals/{year}/ballots/{number}";
			}
			catch (ReasonNeeded ex) {
				errors.rejectValue("reason", "missing", Objects.requireNonNull(ex.getMessage()));
			}
		}
		this.page.ballot(org, year, number, member, model);
		return "voting/withdrawal";
	}

	@GetMapping("/re-votes")
	String revotes(@PathVariable String org, @PathVariable String year, @PathVariable int number, Member member,
			Model model) {
		this.page.ballot(org, year, number, member, model);
		model.addAttribute("change", new ChangeForm(null, null));
		return "voting/re-votes";
	}

	@PostMapping("/re-votes")
	String revote(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("change") ChangeForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		BallotRecord ballot = this.page.ballot(org, year, number, member, model);
		form.check(errors);
		if (ballot.units().stream().noneMatch((unit) -> unit.slug().equals(form.unit()))) {
			errors.rejectValue("unit", "missing", "Choose which %s votes again".formatted(ballot.division().unit()));
		}
		if (!errors.hasErrors()) {
			try {
				this.voting.revote(this.appraisals.of(year), number, form.unit(), form.reason(), member.name());
				redirect.addFlashAttribute("notice",
						"%s can vote again. What it returned before stays on record and no longer counts."
							.formatted(ballot.unit(form.unit()).name()));
				return "redirect:/{org}/appraisals/{year}/ballots/{number}";
			}
			catch (ReasonNeeded ex) {
				errors.rejectValue("reason", "missing", Objects.requireNonNull(ex.getMessage()));
			}
		}
		return "voting/re-votes";
	}

	@PostMapping("/re-votes/{unit}/closure")
	String endRevote(@PathVariable String year, @PathVariable int number, @PathVariable String unit, Member member,
			RedirectAttributes redirect) {
		this.voting.endRevote(this.appraisals.of(year), number, unit, member.name());
		redirect.addFlashAttribute("notice", "The re-vote is closed.");
		return "redirect:/{org}/appraisals/{year}/ballots/{number}";
	}

}
