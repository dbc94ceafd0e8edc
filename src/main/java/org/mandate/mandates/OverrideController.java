package org.mandate.mandates;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.forms.Choice;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.TextCheck;
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
 * That the accountable officer, and nobody else, goes ahead although tests fail.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/mandate/override")
@AllowedTo(Role.ACCOUNTABLE_OFFICER)
class OverrideController {

	private static final String MANDATE = "redirect:/{org}/appraisals/{year}/mandate";

	private final Appraisals appraisals;

	private final Mandates mandates;

	private final ModelChoice choice;

	OverrideController(Appraisals appraisals, Mandates mandates, ModelChoice choice) {
		this.appraisals = appraisals;
		this.mandates = mandates;
		this.choice = choice;
	}

	/** Why an override is withdrawn, as typed. */
	public record WithdrawalForm(@Nullable String reason, @Nullable DateBoxes on) {

		public WithdrawalForm {
			on = DateBoxes.orEmpty(on);
		}

	}

	@GetMapping
	String ask(@PathVariable String year, @RequestParam(defaultValue = "") String model,
			@RequestParam(required = false) @Nullable String asAt, Model page) {
		AppraisalSummary appraisal = appraisal(year, page);
		AsAt moment = this.appraisals.asAt(appraisal, asAt);
		String chosen = this.choice.of(appraisal, model).key();
		Mandates.Seen seen = this.mandates.seen(appraisal, chosen, moment);
		page.addAttribute("typed",
				OverrideForm.blank(chosen, moment.day(), seen.last(), AsAt.asked(asAt).isPresent() ? asAt : null));
		return form(seen, page);
	}

	@PostMapping
	String decide(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") OverrideForm form,
			BindingResult errors, Member member, Model page, RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, page);
		form.check(this.mandates.today(), errors);
		String model = this.choice.of(appraisal, form.model()).key();
		if (!errors.hasErrors()) {
			try {
				this.mandates.override(appraisal, form.decision(), Typed.version(form.seen()), member);
				redirect.addFlashAttribute("notice", "It is recorded that you go ahead all the same, and why.");
				redirect.addAttribute("model", model);
				if (AsAt.asked(form.asAt()).isPresent()) {
					redirect.addAttribute("asAt", form.asAt());
				}
				return MANDATE;
			}
			catch (MandateRefused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
		}
		AsAt moment = DateBoxes.orEmpty(form.decided())
			.date()
			.map(this.mandates::asAt)
			.orElseGet(() -> this.appraisals.asAt(appraisal, form.asAt()));
		Mandates.Seen seen = this.mandates.seen(appraisal, model, moment);
		if (Typed.version(form.seen()) != seen.last()) {
			page.addAttribute("theirs", seen.overrides().isEmpty() ? null : seen.overrides().getFirst());
		}
		return form(seen, page);
	}

	private String form(Mandates.Seen seen, Model page) {
		List<Choice> choices = seen.mandate()
			.failed()
			.stream()
			.map((test) -> new Choice(test.topic(), test.title(),
					test.state().label() + ". " + test.findings().stream().findFirst().orElse("")))
			.toList();
		page.addAttribute("choices", choices);
		page.addAttribute("modelName", seen.material().name());
		page.addAttribute("latest", seen.last());
		return "mandates/override";
	}

	@GetMapping("/{number}/withdrawal")
	String askWhy(@PathVariable String year, @PathVariable String number, Model page) {
		AppraisalSummary appraisal = appraisal(year, page);
		page.addAttribute("override", this.mandates.override(appraisal, EvidenceController.number(number)));
		page.addAttribute("typed", new WithdrawalForm("", DateBoxes.of(this.appraisals.asAt(appraisal, null).day())));
		return "mandates/override-withdrawal";
	}

	@PostMapping("/{number}/withdrawal")
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable String number,
			@ModelAttribute("typed") WithdrawalForm form, BindingResult errors, Member member, Model page,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, page);
		RecordedOverride known = this.mandates.override(appraisal, EvidenceController.number(number));
		page.addAttribute("override", known);
		new TextCheck(errors).prose("reason", form.reason(), "The reason", 1000, "Enter why the override is withdrawn");
		LocalDate on = EvidenceForm.day("on", DateBoxes.orEmpty(form.on()), this.mandates.today(), errors);
		if (on != null && on.isBefore(known.decidedOn())) {
			errors.rejectValue("on", "order",
					"It was decided on %s and cannot be withdrawn before".formatted(London.date(known.decidedOn())));
		}
		if (errors.hasErrors()) {
			return "mandates/override-withdrawal";
		}
		this.mandates.withdraw(appraisal, known.number(), Objects.requireNonNull(on), Typed.text(form.reason()),
				member);
		redirect.addFlashAttribute("notice", "The override is withdrawn. It stays on record.");
		redirect.addAttribute("model", known.model());
		return MANDATE;
	}

	private AppraisalSummary appraisal(String year, Model page) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		page.addAttribute("appraisal", appraisal);
		return appraisal;
	}

}
