package org.mandate.risks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.ReasonForm;
import org.mandate.forms.WithdrawalPage;
import org.mandate.options.Option;

import org.springframework.dao.OptimisticLockingFailureException;
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
 * The register of risks, and recording, changing and withdrawing one.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/risks")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class RiskController {

	private static final String REGISTER = "redirect:/{org}/appraisals/{year}/risks";

	private final Appraisals appraisals;

	private final Risks risks;

	RiskController(Appraisals appraisals, Risks risks) {
		this.appraisals = appraisals;
		this.risks = risks;
	}

	@GetMapping
	@AllowedTo
	String register(@PathVariable String year, @RequestParam(defaultValue = "") String option,
			@RequestParam(defaultValue = "") String sort, @RequestParam(defaultValue = "") String order, Member member,
			Model model) {
		RiskRegister register = register(year, model);
		RiskOrder by = RiskOrder.wanted(sort);
		boolean descending = order.isEmpty() ? by.highestFirst() : order.equals("descending");
		model.addAttribute("register", register);
		model.addAttribute("shown", RiskPage.of(register, option, by, descending));
		model.addAttribute("setApart", RiskPage.setApart(register));
		model.addAttribute("sort", by.slug());
		model.addAttribute("order", descending ? "descending" : "ascending");
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "risks/risks";
	}

	@GetMapping("/new")
	String ask(@PathVariable String year, @RequestParam(defaultValue = "") String option, Model model) {
		RiskRegister register = register(year, model);
		model.addAttribute("typed", RiskForm.blank(option));
		return form(register, null, model);
	}

	@PostMapping
	String add(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") RiskForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		RiskRegister register = register(year, model);
		form.check(keys(register, null), errors);
		if (errors.hasErrors()) {
			return form(register, null, model);
		}
		AppraisalSummary appraisal = this.appraisals.of(year);
		try {
			int number = this.risks.add(appraisal, form.identity(), form.statement());
			redirect.addFlashAttribute("notice", "Risk " + number + " is recorded.");
			return REGISTER;
		}
		catch (RiskChanged ex) {
			return conflict(year, ex.number(), form, model);
		}
	}

	@GetMapping("/{number}")
	@AllowedTo
	String one(@PathVariable String year, @PathVariable int number, Member member, Model model) {
		RiskRegister register = register(year, model);
		Risk risk = risk(register, number);
		if (!member.is(Role.COMMISSIONING_MANAGER)) {
			model.addAttribute("line", RiskPage.line(risk, register.optionOf(risk), 0, register.bands()));
			return "risks/read";
		}
		model.addAttribute("typed", RiskForm.of(risk));
		return form(register, risk, model);
	}

	@PostMapping("/{number}")
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") RiskForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		RiskRegister register = register(year, model);
		Risk risk = risk(register, number);
		form.check(keys(register, risk), errors);
		if (errors.hasErrors()) {
			return form(register, risk, model);
		}
		try {
			this.risks.change(this.appraisals.of(year), number, form.statement(), form.seen());
		}
		catch (RiskChanged | OptimisticLockingFailureException ex) {
			return conflict(year, number, form, model);
		}
		redirect.addFlashAttribute("notice", "Risk " + number + " is saved.");
		return REGISTER;
	}

	private String conflict(String year, int number, RiskForm form, Model model) {
		RiskRegister register = register(year, model);
		Risk theirs = risk(register, number);
		model.addAttribute("typed", form.over(theirs.version()));
		model.addAttribute("theirs", RiskPage.line(theirs, register.optionOf(theirs), 0, register.bands()));
		return form(register, theirs, model);
	}

	@GetMapping("/{number}/withdrawal")
	String askWhy(@PathVariable String year, @PathVariable int number, Model model) {
		return withdrawal(risk(register(year, model), number)).ask(model);
	}

	@PostMapping("/{number}/withdrawal")
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") ReasonForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		WithdrawalPage page = withdrawal(risk(register(year, model), number));
		if (!form.passes("Enter why it is withdrawn", errors)) {
			return page.again(model);
		}
		try {
			this.risks.withdraw(this.appraisals.of(year), number, form.text(), form.seen());
		}
		catch (RiskChanged | OptimisticLockingFailureException ex) {
			return withdrawal(risk(register(year, model), number)).meanwhile(form, model);
		}
		redirect.addFlashAttribute("notice", page.done());
		return REGISTER;
	}

	private static WithdrawalPage withdrawal(Risk risk) {
		return new WithdrawalPage("risk " + risk.number(), List.of(risk.title(), risk.statement().description()),
				"/risks/" + risk.number(), risk.recordedBy(), risk.version());
	}

	private RiskRegister register(String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		return this.risks.of(appraisal);
	}

	private static String form(RiskRegister register, @Nullable Risk risk, Model model) {
		model.addAttribute("risk", risk);
		Map<String, String> choices = new LinkedHashMap<>();
		choices.put("", "Choose an option");
		options(register, risk).forEach((option) -> choices.put(option.key(), option.title() + shownAs(option)));
		model.addAttribute("optionChoices", choices);
		Map<String, String> likelihoods = steps();
		Arrays.stream(Likelihood.values())
			.forEach((step) -> likelihoods.put(Integer.toString(step.step()), step.step() + " " + step.label()));
		Map<String, String> consequences = steps();
		Arrays.stream(Consequence.values())
			.forEach((step) -> consequences.put(Integer.toString(step.step()), step.step() + " " + step.label()));
		model.addAttribute("likelihoodChoices", likelihoods);
		model.addAttribute("consequenceChoices", consequences);
		model.addAttribute("likelihoods", List.of(Likelihood.values()));
		model.addAttribute("consequences", List.of(Consequence.values()));
		return "risks/risk";
	}

	private static Map<String, String> steps() {
		Map<String, String> steps = new LinkedHashMap<>();
		steps.put("", "Not rated yet");
		return steps;
	}

	private static String shownAs(Option option) {
		return option.isShortlisted() ? "" : " (" + option.standing().label().toLowerCase(Locale.UK) + ")";
	}

	/** A risk may be of any option but a withdrawn one; it may stay where it is. */
	private static List<Option> options(RiskRegister register, @Nullable Risk risk) {
		List<Option> options = new ArrayList<>();
		for (RiskRegister.OfOption each : register.options()) {
			if (!each.isWithdrawn() || (risk != null && risk.option().equals(each.option().key()))) {
				options.add(each.option());
			}
		}
		return options;
	}

	private static List<String> keys(RiskRegister register, @Nullable Risk risk) {
		return options(register, risk).stream().map(Option::key).toList();
	}

	private static Risk risk(RiskRegister register, int number) {
		return register.options()
			.stream()
			.flatMap((each) -> each.all().stream())
			.filter((risk) -> risk.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no risk " + number + "."));
	}

}
