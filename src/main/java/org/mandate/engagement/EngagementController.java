package org.mandate.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Choice;
import org.mandate.forms.London;
import org.mandate.forms.ReasonForm;
import org.mandate.forms.WithdrawalPage;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PartnerBody;

import org.springframework.dao.DataIntegrityViolationException;
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
 * The log of engagement, and recording, changing and withdrawing an entry.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/engagement")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class EngagementController {

	private static final String LOG = "redirect:/{org}/appraisals/{year}/engagement";

	private static final String ENTRY = "redirect:/{org}/appraisals/{year}/engagement/{number}";

	private final Appraisals appraisals;

	private final Engagements engagements;

	private final ObjectionWindows windows;

	private final Organisations organisations;

	private final Clock clock;

	EngagementController(Appraisals appraisals, Engagements engagements, ObjectionWindows windows,
			Organisations organisations, Clock clock) {
		this.appraisals = appraisals;
		this.engagements = engagements;
		this.windows = windows;
		this.organisations = organisations;
		this.clock = clock;
	}

	@GetMapping
	@AllowedTo
	String log(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = appraisal(year, model);
		model.addAttribute("shown", LogPage.of(this.engagements.all(appraisal), this.windows.all(appraisal),
				this.appraisals.asAt(appraisal, null)));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "engagement/log";
	}

	@GetMapping("/new")
	String ask(@PathVariable String year, @RequestParam(defaultValue = "") String audience, Model model) {
		appraisal(year, model);
		model.addAttribute("typed", EngagementForm.blank(Audience.of(audience).map(Audience::name).orElse("")));
		return form(null, model);
	}

	@PostMapping
	String add(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") EngagementForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, model);
		Optional<EngagementStatement> statement = read(appraisal, form, errors);
		if (statement.isEmpty()) {
			return form(null, model);
		}
		try {
			int number = this.engagements.add(appraisal, form.identity(), statement.get());
			redirect.addFlashAttribute("notice", "Engagement " + number + " is recorded.");
			return LOG;
		}
		catch (EngagementChanged ex) {
			return conflict(appraisal, ex.number(), form, model);
		}
	}

	@GetMapping("/{number}")
	@AllowedTo
	String one(@PathVariable String year, @PathVariable int number, Member member, Model model) {
		AppraisalSummary appraisal = appraisal(year, model);
		Engagements.History history = this.engagements.history(appraisal, number);
		model.addAttribute("entry", history.entry());
		model.addAttribute("state", history.entry().state(this.appraisals.asAt(appraisal, null)));
		model.addAttribute("saved", history.saved());
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "engagement/entry";
	}

	@GetMapping("/{number}/change")
	String askAgain(@PathVariable String year, @PathVariable int number, Model model) {
		AppraisalSummary appraisal = appraisal(year, model);
		Engagement entry = this.engagements.history(appraisal, number).entry();
		model.addAttribute("typed", EngagementForm.of(entry));
		return form(entry, model);
	}

	@PostMapping("/{number}/change")
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") EngagementForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, model);
		Engagement entry = this.engagements.history(appraisal, number).entry();
		Optional<EngagementStatement> statement = read(appraisal, form, errors);
		if (statement.isEmpty()) {
			return form(entry, model);
		}
		try {
			this.engagements.change(appraisal, number, statement.get(), form.seen());
		}
		catch (EngagementChanged | DataIntegrityViolationException ex) {
			return conflict(appraisal, number, form, model);
		}
		redirect.addFlashAttribute("notice", "Engagement " + number + " is saved.");
		return ENTRY;
	}

	private String conflict(AppraisalSummary appraisal, int number, EngagementForm form, Model model) {
		Engagement theirs = this.engagements.history(appraisal, number).entry();
		model.addAttribute("typed", form.over(theirs.version()));
		model.addAttribute("theirs", theirs);
		return form(theirs, model);
	}

	@GetMapping("/{number}/withdrawal")
	String askWhy(@PathVariable String year, @PathVariable int number, Model model) {
		Engagement entry = this.engagements.history(appraisal(year, model), number).entry();
		return withdrawal(entry).ask(model);
	}

	@PostMapping("/{number}/withdrawal")
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") ReasonForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, model);
		Engagement entry = this.engagements.history(appraisal, number).entry();
		if (!form.passes("Enter why it is withdrawn", errors)) {
			return withdrawal(entry).again(model);
		}
		try {
			this.engagements.withdraw(appraisal, number, form.text(), form.seen());
		}
		catch (EngagementChanged ex) {
			return withdrawal(this.engagements.history(appraisal, number).entry()).meanwhile(form, model);
		}
		redirect.addFlashAttribute("notice", withdrawal(entry).done());
		return LOG;
	}

	private static WithdrawalPage withdrawal(Engagement entry) {
		return new WithdrawalPage("engagement " + entry.number(),
				List.of(entry.who() + ", " + entry.statement().when().words()), entry.path(""), entry.recordedBy(),
				entry.version());
	}

	private Optional<EngagementStatement> read(AppraisalSummary appraisal, EngagementForm form, BindingResult errors) {
		LocalDate today = this.clock.instant().atZone(London.ZONE).toLocalDate();
		return form.read(this.organisations.partnerBodies().stream().map(PartnerBody::id).collect(Collectors.toSet()),
				today, this.appraisals.asAt(appraisal, null).day(), errors);
	}

	private AppraisalSummary appraisal(String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		return appraisal;
	}

	private String form(@Nullable Engagement entry, Model model) {
		model.addAttribute("entry", entry);
		model.addAttribute("audienceChoices", withNone("Choose", Choice.all(Audience.values(), Audience::label)));
		model.addAttribute("partnerChoices",
				withNone("None",
						this.organisations.partnerBodies()
							.stream()
							.map((body) -> Choice.of(body.id().toString(), body.name()))
							.toList()));
		model.addAttribute("heldChoices", List.of(Choice.of(EngagementForm.HELD, "It was held"),
				Choice.of(EngagementForm.PLANNED, "It is planned")));
		model.addAttribute("whenChoices", WhenBoxes.choices(List.of(When.Kind.values())));
		model.addAttribute("howChoices", withNone("Choose", Choice.all(How.values(), How::label)));
		model.addAttribute("themeChoices", withNone("None", Choice.all(Theme.values(), Theme::label)));
		model.addAttribute("changedChoices",
				List.of(new Choice(EngagementForm.OPEN, "Nobody has said yet", "It is shown as open"),
						new Choice(EngagementForm.NOTHING, "Nothing changed", "It is shown in these words"),
						Choice.of(EngagementForm.SOMETHING, "Something changed")));
		return "engagement/entry-form";
	}

	static List<Choice> withNone(String none, List<Choice> choices) {
		List<Choice> all = new ArrayList<>(List.of(Choice.of("", none)));
		all.addAll(choices);
		return all;
	}

}
