package org.mandate.constitution;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.database.NotFound;
import org.mandate.forms.Choice;
import org.mandate.forms.ReasonForm;
import org.mandate.forms.Typed;
import org.mandate.forms.WithdrawalPage;
import org.mandate.voting.BallotRecord;

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
 * The amendments of the constitution: read by everybody, recorded by the commissioning
 * manager.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/constitution")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class ConstitutionController {

	private static final String LIST = "redirect:/{org}/appraisals/{year}/constitution";

	private static final List<Choice> RELATES = List.of(
			new Choice(AmendmentForm.ONLY, "For co-commissioning only", "It can be submitted with the proposal"),
			new Choice(AmendmentForm.OTHER, "For other matters", "Then all requests go by the normal route"));

	private final Appraisals appraisals;

	private final Constitution constitution;

	private final ConstitutionPage pages;

	ConstitutionController(Appraisals appraisals, Constitution constitution, ConstitutionPage pages) {
		this.appraisals = appraisals;
		this.constitution = constitution;
		this.pages = pages;
	}

	@GetMapping
	@AllowedTo
	String show(@PathVariable String year, @RequestParam(required = false) @Nullable String asAt, Member member,
			Model model) {
		AppraisalSummary appraisal = page(year, model);
		AsAt moment = this.appraisals.asAt(appraisal, asAt);
		model.addAttribute("shown", this.pages.of(appraisal, moment, AsAt.asked(asAt).isPresent() ? asAt : null));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "constitution/constitution";
	}

	@GetMapping("/new")
	String ask(@PathVariable String year, Model model) {
		AppraisalSummary appraisal = page(year, model);
		model.addAttribute("typed", AmendmentForm.blank());
		return form(appraisal, null, model);
	}

	@PostMapping
	String add(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") AmendmentForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(year, model);
		form.check(ballots(appraisal).keySet().stream().toList(), this.constitution.today(), errors);
		if (errors.hasErrors()) {
			return form(appraisal, null, model);
		}
		try {
			int number = this.constitution.add(appraisal, form.identity(), form.statement());
			redirect.addFlashAttribute("notice", "Amendment " + number + " is recorded.");
			return LIST;
		}
		catch (ConstitutionRefused ex) {
			errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			return form(appraisal, null, model);
		}
	}

	@GetMapping("/{number}")
	@AllowedTo
	String one(@PathVariable String year, @PathVariable String number, Member member, Model model) {
		AppraisalSummary appraisal = page(year, model);
		Amendment amendment = this.constitution.one(appraisal, number(number));
		if (!member.is(Role.COMMISSIONING_MANAGER)) {
			model.addAttribute("amendment", amendment);
			return "constitution/read";
		}
		model.addAttribute("typed", AmendmentForm.of(amendment));
		return form(appraisal, amendment, model);
	}

	@PostMapping("/{number}")
	String change(@PathVariable String org, @PathVariable String year, @PathVariable String number,
			@ModelAttribute("typed") AmendmentForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(year, model);
		Amendment amendment = this.constitution.one(appraisal, number(number));
		form.check(ballots(appraisal).keySet().stream().toList(), this.constitution.today(), errors);
		if (errors.hasErrors()) {
			return form(appraisal, amendment, model);
		}
		try {
			this.constitution.change(appraisal, amendment.number(), form.statement(), form.seen());
		}
		catch (ConstitutionRefused ex) {
			errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			return form(appraisal, amendment, model);
		}
		catch (ConstitutionChanged ex) {
			Amendment theirs = this.constitution.one(appraisal, amendment.number());
			model.addAttribute("typed", form.over(theirs.further().version()));
			model.addAttribute("theirs", theirs);
			return form(appraisal, theirs, model);
		}
		redirect.addFlashAttribute("notice", "Amendment " + amendment.number() + " is saved.");
		return LIST;
	}

	private String form(AppraisalSummary appraisal, @Nullable Amendment amendment, Model model) {
		Map<String, String> choices = new LinkedHashMap<>();
		choices.put("", "Not by a ballot");
		choices.putAll(ballots(appraisal));
		model.addAttribute("amendment", amendment);
		model.addAttribute("relatesChoices", RELATES);
		model.addAttribute("ballotChoices", choices);
		return "constitution/amendment";
	}

	private Map<String, String> ballots(AppraisalSummary appraisal) {
		return this.constitution.carried(appraisal)
			.stream()
			.collect(Collectors.toMap((ballot) -> Integer.toString(ballot.number()),
					(ballot) -> "Ballot %d: %s".formatted(ballot.number(), question(ballot)), (one, other) -> one,
					LinkedHashMap::new));
	}

	private static String question(BallotRecord ballot) {
		return (ballot.question().length() > 80) ? ballot.question().substring(0, 80) + " …" : ballot.question();
	}

	@GetMapping("/{number}/withdrawal")
	String askWhy(@PathVariable String year, @PathVariable String number, Model model) {
		return withdrawal(this.constitution.one(page(year, model), number(number))).ask(model);
	}

	@PostMapping("/{number}/withdrawal")
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable String number,
			@ModelAttribute("typed") ReasonForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(year, model);
		Amendment amendment = this.constitution.one(appraisal, number(number));
		if (!form.passes("Enter why it is withdrawn", errors)) {
			return withdrawal(amendment).again(model);
		}
		try {
			this.constitution.withdraw(appraisal, amendment.number(), form.text(), form.seen());
		}
		catch (ConstitutionChanged ex) {
			return withdrawal(this.constitution.one(appraisal, amendment.number())).meanwhile(form, model);
		}
		redirect.addFlashAttribute("notice", withdrawal(amendment).done());
		return LIST;
	}

	private static WithdrawalPage withdrawal(Amendment amendment) {
		return new WithdrawalPage("amendment " + amendment.number(), List.of(amendment.title()),
				"/constitution/" + amendment.number(), amendment.further().recordedBy(), amendment.further().version());
	}

	@GetMapping("/unchanged")
	String askWhyNone(@PathVariable String year, Model model) {
		AppraisalSummary appraisal = page(year, model);
		Unchanged known = this.constitution.unchanged(appraisal).orElse(null);
		model.addAttribute("known", known);
		model.addAttribute("typed",
				new ReasonForm((known != null) ? known.reason() : "", (known != null) ? version(known) : "-1"));
		return "constitution/unchanged";
	}

	@PostMapping("/unchanged")
	String none(@PathVariable String org, @PathVariable String year, @RequestParam(defaultValue = "") String takeBack,
			@ModelAttribute("typed") ReasonForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(year, model);
		boolean back = !takeBack.isEmpty();
		Unchanged known = this.constitution.unchanged(appraisal).orElse(null);
		model.addAttribute("known", known);
		if (back || form.passes("Enter why the constitution needs no amendment", errors)) {
			try {
				this.constitution.unchanged(appraisal, back ? null : form.text(), day(appraisal),
						Typed.text(form.version()).equals("-1") ? -1 : Typed.version(form.version()));
				redirect.addFlashAttribute("notice", back ? "It is no longer stated that no amendment is needed."
						: "It is recorded that the constitution needs no amendment.");
				return LIST;
			}
			catch (ConstitutionRefused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
			catch (ConstitutionChanged ex) {
				model.addAttribute("changed", true);
				model.addAttribute("typed", new ReasonForm(form.reason(), (known != null) ? version(known) : "-1"));
			}
		}
		return "constitution/unchanged";
	}

	/** The day it is stated: that from which the appraisal is looked at. */
	private LocalDate day(AppraisalSummary appraisal) {
		return this.appraisals.asAt(appraisal, null).day();
	}

	private static String version(Unchanged known) {
		return Integer.toString(known.version());
	}

	private static int number(String number) {
		if (!number.matches("[1-9][0-9]{0,5}")) {
			throw new NotFound("There is no amendment of that number.");
		}
		return Integer.parseInt(number);
	}

	private AppraisalSummary page(String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		return appraisal;
	}

}
