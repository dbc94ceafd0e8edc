package org.mandate.voting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.DateBoxes;
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

	BallotController(Appraisals appraisals, Voting voting, Returns returns, Comments comments) {
		this.appraisals = appraisals;
		this.voting = voting;
		this.returns = returns;
		this.comments = comments;
	}

	/** How a ballot is to be set up, as typed. */
	public record PlanForm(@Nullable String kind, @Nullable String proposed, @Nullable String question,
			@Nullable String base, @Nullable String threshold, @Nullable String percentage, @Nullable String scope,
			@Nullable String unitsNeeded, DateBoxes census, @Nullable String quarter) {

		public PlanForm(@Nullable String kind, @Nullable String proposed, @Nullable String question,
				@Nullable String base, @Nullable String threshold, @Nullable String percentage, @Nullable String scope,
				@Nullable String unitsNeeded, @Nullable DateBoxes census, @Nullable String quarter) {
			this.kind = kind;
			this.proposed = proposed;
			this.question = question;
			this.base = base;
			this.threshold = threshold;
			this.percentage = percentage;
			this.scope = scope;
			this.unitsNeeded = unitsNeeded;
			this.census = DateBoxes.orEmpty(census);
			this.quarter = quarter;
		}

		static PlanForm blank(AppraisalSummary appraisal) {
			LocalDate day = appraisal.speaksFor();
			return new PlanForm(BallotKind.CONFIRM.name(), "", "", Rule.Base.EXPRESSED.name(),
					Rule.Threshold.MAJORITY.name(), "", Rule.Scope.OVERALL.name(), "", DateBoxes.of(day),
					"%dQ%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3));
		}

		BallotPlan plan(List<Choice> choices, BindingResult errors) {
			BallotKind wanted = read(BallotKind.class, this.kind, "kind", "Choose what the ballot asks", errors);
			boolean confirm = wanted == BallotKind.CONFIRM;
			if (confirm && choices.stream().noneMatch((choice) -> choice.code().equals(this.proposed))) {
				errors.rejectValue("proposed", "missing", "Choose the model that is recommended");
			}
			String asked = Objects.requireNonNullElse(this.question, "").strip();
			if (asked.isEmpty()) {
				errors.rejectValue("question", "missing", "Enter the question that is put to the practices");
			}
			else if (asked.length() > 500) {
				errors.rejectValue("question", "length", "The question must be 500 characters or fewer");
			}
			else if (!Typed.visible(asked)) {
				errors.rejectValue("question", "invisible", "The question" + Typed.INVISIBLE);
			}
			Rule.Base of = read(Rule.Base.class, this.base, "base", "Choose of what the share is taken", errors);
			Rule.Threshold share = read(Rule.Threshold.class, this.threshold, "threshold",
					"Choose how large the share must be", errors);
			Rule.Scope where = read(Rule.Scope.class, this.scope, "scope", "Choose where the share must be reached",
					errors);
			Integer percent = (share == Rule.Threshold.AT_LEAST) ? number("percentage", this.percentage, 100,
					"Enter the percentage as a whole number from 1 to 100", errors) : null;
			Integer units = (where == Rule.Scope.AT_LEAST_UNITS) ? number("unitsNeeded", this.unitsNeeded, 999,
					"Enter the number of localities as a whole number, at least 1", errors) : null;
			LocalDate day = this.census.date().orElse(null);
			if (day == null) {
				errors.rejectValue("census", "date", "Enter the census date as a real date, such as 29 1 2015");
			}
			String sizes = Objects.requireNonNullElse(this.quarter, "").strip().toUpperCase(Locale.ROOT);
			if (!sizes.matches("[0-9]{4}Q[1-4]")) {
				errors.rejectValue("quarter", "quarter", "Enter the quarter of the list sizes, such as 2015Q1");
			}
			if (errors.hasErrors() || wanted == null || of == null || share == null || where == null || day == null) {
				throw new IncompletePlan();
			}
			return new BallotPlan(wanted, asked, confirm ? this.proposed : null,
					new Rule(of, share, percent, where, units), day, sizes);
		}

		private static <E extends Enum<E>> @Nullable E read(Class<E> type, @Nullable String value, String field,
				String message, BindingResult errors) {
			for (E constant : type.getEnumConstants()) {
				if (constant.name().equals(value)) {
					return constant;
				}
			}
			errors.rejectValue(field, "missing", message);
			return null;
		}

		private static Integer number(String field, @Nullable String typed, int most, String message,
				BindingResult errors) {
			String text = Objects.requireNonNullElse(typed, "").strip();
			int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
			if (number < 1 || number > most) {
				errors.rejectValue(field, "number", message);
				return 1;
			}
			return number;
		}

	}

	private static final class IncompletePlan extends RuntimeException {

	}

	/** Why a ballot closes with returns outstanding, as typed. */
	public record ClosingForm(@Nullable String reason) {
	}

	@GetMapping
	String list(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = appraisal(org, year, model);
		model.addAttribute("ballots", this.voting.ballots(appraisal));
		return "voting/ballots";
	}

	@GetMapping("/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String plan(@PathVariable String org, @PathVariable String year, Model model) {
		AppraisalSummary appraisal = appraisal(org, year, model);
		model.addAttribute("plan", PlanForm.blank(appraisal));
		model.addAttribute("proposals", proposals(this.voting.choices(appraisal)));
		return "voting/new";
	}

	@PostMapping
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String setUp(@PathVariable String org, @PathVariable String year, @ModelAttribute("plan") PlanForm form,
			BindingResult errors, Model model) {
		AppraisalSummary appraisal = appraisal(org, year, model);
		List<Choice> choices = this.voting.choices(appraisal);
		try {
			int number = this.voting.setUp(appraisal, form.plan(choices, errors));
			return "redirect:%s/%d".formatted(path(org, year), number);
		}
		catch (IncompletePlan ex) {
			model.addAttribute("proposals", proposals(choices));
			return "voting/new";
		}
	}

	@GetMapping("/{number}")
	String show(@PathVariable String org, @PathVariable String year, @PathVariable int number, Member member,
			Model model) {
		BallotRecord ballot = ballot(org, year, number, member, model);
		model.addAttribute("closing", new ClosingForm(""));
		if (ballot.opening() == null) {
			List<Voting.Electorate> electorate = this.voting.electorate(ballot);
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
		return "redirect:%s/%d".formatted(path(org, year), number);
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
				return "redirect:%s/%d/results".formatted(path(org, year), number);
			}
			catch (ReasonNeeded ex) {
				errors.rejectValue("reason", "missing", Objects.requireNonNull(ex.getMessage()));
			}
		}
		ballot(org, year, number, member, model);
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
		return "redirect:%s/%d/results".formatted(path(org, year), number);
	}

	@GetMapping("/{number}/results")
	String results(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@RequestParam(required = false) @Nullable String reading, Member member, Model model) {
		BallotRecord ballot = ballot(org, year, number, member, model);
		if (ballot.opening() == null || (!ballot.isResultOut() && !member.is(Role.COMMISSIONING_MANAGER))) {
			throw ballot.isClosed() ? new ResultNotForMembers(number) : new ResultNotOut(number);
		}
		model.addAttribute("result", new ResultView(ballot.outcome(Reading.wanted(reading, ballot))));
		model.addAttribute("themes", Comment.byTheme(this.comments.of(ballot.id())));
		return "voting/results";
	}

	private static Map<String, String> proposals(List<Choice> choices) {
		Map<String, String> proposals = new LinkedHashMap<>();
		proposals.put("", "None");
		choices.forEach((choice) -> proposals.put(choice.code(), choice.name()));
		return proposals;
	}

	private AppraisalSummary appraisal(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("path", path(org, year));
		return appraisal;
	}

	private BallotRecord ballot(String org, String year, int number, Member member, Model model) {
		BallotRecord ballot = this.voting.ballot(appraisal(org, year, model), number);
		model.addAttribute("ballot", ballot);
		model.addAttribute("ballotPath", "%s/%d".formatted(path(org, year), number));
		model.addAttribute("manages", member.is(Role.COMMISSIONING_MANAGER));
		return ballot;
	}

	private static String path(String org, String year) {
		return "/%s/appraisals/%s/ballots".formatted(org, year);
	}

}
