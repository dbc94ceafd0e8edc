package org.mandate.mandates;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.database.NotFound;
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
 * Evidence that the commissioning manager states by hand.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/mandate")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class EvidenceController {

	private static final String MANDATE = "redirect:/{org}/appraisals/{year}/mandate";

	private final Appraisals appraisals;

	private final Mandates mandates;

	private final ModelChoice choice;

	EvidenceController(Appraisals appraisals, Mandates mandates, ModelChoice choice) {
		this.appraisals = appraisals;
		this.mandates = mandates;
		this.choice = choice;
	}

	/** Why evidence is withdrawn, as typed. */
	public record ReasonForm(@Nullable String reason) {
	}

	@GetMapping("/tests/{topic}/evidence")
	String ask(@PathVariable String year, @PathVariable String topic, @RequestParam(defaultValue = "") String model,
			@RequestParam(required = false) @Nullable String asAt, Model page) {
		AppraisalSummary appraisal = appraisal(year, page);
		String chosen = this.choice.of(appraisal, model).key();
		page.addAttribute("typed", EvidenceForm.blank(chosen, AsAt.asked(asAt).isPresent() ? asAt : null));
		return form(appraisal, chosen, topic, page);
	}

	@PostMapping("/tests/{topic}/evidence")
	String state(@PathVariable String org, @PathVariable String year, @PathVariable String topic,
			@ModelAttribute("typed") EvidenceForm form, BindingResult errors, Member member, Model page,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, page);
		String chosen = this.choice.of(appraisal, form.model()).key();
		form.check(this.mandates.today(), errors);
		if (errors.hasErrors()) {
			return form(appraisal, chosen, topic, page);
		}
		int number = this.mandates.state(appraisal, form.identity(), form.statement(chosen, topic), member);
		redirect.addFlashAttribute("notice", "Evidence " + number + " is recorded.");
		redirect.addAttribute("model", chosen);
		if (AsAt.asked(form.asAt()).isPresent()) {
			redirect.addAttribute("asAt", form.asAt());
		}
		return MANDATE;
	}

	private String form(AppraisalSummary appraisal, String model, String topic, Model page) {
		page.addAttribute("rules", this.mandates.rules(appraisal, model, topic));
		return "mandates/evidence";
	}

	@GetMapping("/evidence/{number}/withdrawal")
	String askWhy(@PathVariable String year, @PathVariable String number, Model page) {
		page.addAttribute("evidence", this.mandates.stated(appraisal(year, page), number(number)));
		page.addAttribute("typed", new ReasonForm(""));
		return "mandates/evidence-withdrawal";
	}

	@PostMapping("/evidence/{number}/withdrawal")
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable String number,
			@ModelAttribute("typed") ReasonForm form, BindingResult errors, Member member, Model page,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, page);
		StatedEvidence evidence = this.mandates.stated(appraisal, number(number));
		page.addAttribute("evidence", evidence);
		new TextCheck(errors).prose("reason", form.reason(), "The reason", 1000, "Enter why the evidence is withdrawn");
		if (errors.hasErrors()) {
			return "mandates/evidence-withdrawal";
		}
		this.mandates.withdrawEvidence(appraisal, evidence.number(), Typed.text(form.reason()), member);
		redirect.addFlashAttribute("notice", "Evidence " + evidence.number() + " is withdrawn. It stays on record.");
		redirect.addAttribute("model", evidence.said().model());
		return MANDATE;
	}

	private AppraisalSummary appraisal(String year, Model page) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		page.addAttribute("appraisal", appraisal);
		return appraisal;
	}

	static int number(String number) {
		if (!number.matches("[1-9][0-9]{0,5}")) {
			throw new NotFound("There is nothing of that number.");
		}
		return Integer.parseInt(number);
	}

}
