package org.mandate.submissions;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;

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
 * Pooled funds, noted in the pro forma.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/submission/pooled-funds")
class PooledFundController {

	private static final String BACK = "redirect:/{org}/appraisals/{year}/submission";

	private final SubmissionPages pages;

	private final ProFormas proFormas;

	PooledFundController(SubmissionPages pages, ProFormas proFormas) {
		this.pages = pages;
		this.proFormas = proFormas;
	}

	@GetMapping("/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String another(@PathVariable String org, @PathVariable String year, Model model) {
		this.pages.open(this.pages.appraisal(org, year, model), model);
		model.addAttribute("typed", PartForms.FundForm.of(null));
		return form(null, null, model);
	}

	@PostMapping("/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String add(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") PartForms.FundForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		this.pages.open(appraisal, model);
		form.check(errors);
		if (errors.hasErrors()) {
			return form(null, null, model);
		}
		this.proFormas.fund(appraisal, null, form.fund(), -1);
		redirect.addFlashAttribute("notice", "The pooled fund is noted.");
		return BACK;
	}

	private static String form(@Nullable PooledFund fund, @Nullable PooledFund theirs, Model model) {
		model.addAttribute("fund", fund);
		model.addAttribute("theirs", theirs);
		model.addAttribute("rule", PooledFund.RULE);
		if (!model.containsAttribute("withdrawing")) {
			model.addAttribute("withdrawing", new SubmitForms.ReasonForm(""));
		}
		return "submissions/pooled-fund";
	}

	@GetMapping("/{fund}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@PathVariable String org, @PathVariable String year, @PathVariable("fund") String number, Model model) {
		ProForma proForma = this.pages.open(this.pages.appraisal(org, year, model), model);
		PooledFund fund = ProFormas.fund(proForma, number(number));
		model.addAttribute("typed", PartForms.FundForm.of(fund));
		return form(fund, null, model);
	}

	@PostMapping("/{fund}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String change(@PathVariable String org, @PathVariable String year, @PathVariable("fund") String number,
			@ModelAttribute("typed") PartForms.FundForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		PooledFund fund = ProFormas.fund(this.pages.open(appraisal, model), number(number));
		form.check(errors);
		if (errors.hasErrors()) {
			return form(fund, null, model);
		}
		try {
			this.proFormas.fund(appraisal, fund.number(), form.fund(), form.known());
		}
		catch (ChangedMeanwhile ex) {
			PooledFund theirs = ProFormas.fund(this.pages.open(appraisal, model), fund.number());
			model.addAttribute("typed", form.over(theirs));
			return form(theirs, theirs, model);
		}
		redirect.addFlashAttribute("notice", "The pooled fund is changed.");
		return BACK;
	}

	@PostMapping("/{fund}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable("fund") String number,
			@ModelAttribute("withdrawing") SubmitForms.ReasonForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		PooledFund fund = ProFormas.fund(this.pages.open(appraisal, model), number(number));
		form.check(errors);
		if (errors.hasErrors()) {
			model.addAttribute("typed", PartForms.FundForm.of(fund));
			return form(fund, null, model);
		}
		this.proFormas.withdrawFund(appraisal, fund.number(), form.text());
		redirect.addFlashAttribute("notice", "The pooled fund is withdrawn.");
		return BACK;
	}

	/**
	 * A number of an address.
	 * @throws NotFound if it is none
	 */
	static int number(String text) {
		if (!text.matches("[1-9]\\d{0,5}")) {
			throw new NotFound("There is nothing of that number.");
		}
		return Integer.parseInt(text);
	}

}
