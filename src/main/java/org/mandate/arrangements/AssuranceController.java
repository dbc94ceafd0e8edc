package org.mandate.arrangements;

import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Choice;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Keeping the assurance log.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/arrangement/assurance")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class AssuranceController {

	private final Appraisals appraisals;

	private final Assurance assurance;

	private final Ledger ledger;

	AssuranceController(Appraisals appraisals, Assurance assurance, Ledger ledger) {
		this.appraisals = appraisals;
		this.assurance = assurance;
		this.ledger = ledger;
	}

	@GetMapping("/new")
	String toNote(@PathVariable String org, @PathVariable String year, Model model) {
		ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("typed", new AssuranceForms.Noting(null, "", "", "", ""));
		return noting(model);
	}

	@PostMapping
	String note(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("typed") AssuranceForms.Noting form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		form.check(this.ledger.today(), errors);
		if (errors.hasErrors()) {
			return noting(model);
		}
		int number = this.assurance.note(appraisal, form.statement());
		redirect.addFlashAttribute("notice", "Entry %d of the assurance log is saved.".formatted(number));
		return ArrangementController.PAGE;
	}

	@GetMapping("/{number}")
	String toChange(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		AssuranceEntry entry = this.assurance.one(appraisal, number);
		model.addAttribute("entry", entry);
		model.addAttribute("typed", AssuranceForms.Noting.of(entry));
		return noting(model);
	}

	@PostMapping("/{number}")
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") AssuranceForms.Noting form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("entry", this.assurance.one(appraisal, number));
		form.check(this.ledger.today(), errors);
		if (errors.hasErrors()) {
			return noting(model);
		}
		try {
			this.assurance.change(appraisal, number, form.statement(), Typed.version(form.version()));
		}
		catch (SavedMeanwhile ex) {
			AssuranceEntry theirs = this.assurance.one(appraisal, number);
			model.addAttribute("theirs", theirs);
			model.addAttribute("typed", form.over(theirs.version()));
			return noting(model);
		}
		redirect.addFlashAttribute("notice", "Entry %d of the assurance log is saved.".formatted(number));
		return ArrangementController.PAGE;
	}

	private static String noting(Model model) {
		model.addAttribute("ratingChoices", Choice.all(AssuranceEntry.Rating.values(), AssuranceEntry.Rating::label));
		return "arrangements/assurance";
	}

	@GetMapping("/{number}/actions/new")
	String toAct(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("entry", this.assurance.one(appraisal, number));
		model.addAttribute("typed", new AssuranceForms.Acting("", "", null));
		return "arrangements/action";
	}

	@PostMapping("/{number}/actions")
	String act(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") AssuranceForms.Acting form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		AssuranceEntry entry = this.assurance.one(appraisal, number);
		model.addAttribute("entry", entry);
		form.check(entry, errors);
		if (errors.hasErrors()) {
			return "arrangements/action";
		}
		this.assurance.act(appraisal, number, Typed.text(form.what()), Typed.text(form.owner()), form.due());
		redirect.addFlashAttribute("notice", "The action is added to entry %d of the log.".formatted(number));
		return ArrangementController.PAGE;
	}

	@GetMapping("/{number}/actions/{action}/done")
	String toDo(@PathVariable String org, @PathVariable String year, @PathVariable int number, @PathVariable int action,
			Model model) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		AssuranceEntry entry = this.assurance.one(appraisal, number);
		model.addAttribute("typed", new AssuranceForms.Doing(DateBoxes.of(this.ledger.today())));
		return doing(entry, action, model);
	}

	@PostMapping("/{number}/actions/{action}/done")
	String done(@PathVariable String org, @PathVariable String year, @PathVariable int number, @PathVariable int action,
			@ModelAttribute("typed") AssuranceForms.Doing form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		AssuranceEntry entry = this.assurance.one(appraisal, number);
		form.check(entry, this.ledger.today(), errors);
		if (errors.hasErrors()) {
			return doing(entry, action, model);
		}
		this.assurance.done(appraisal, number, action, form.day());
		redirect.addFlashAttribute("notice", "The action is recorded as done.");
		return ArrangementController.PAGE;
	}

	private static String doing(AssuranceEntry entry, int action, Model model) {
		model.addAttribute("entry", entry);
		model.addAttribute("action", Assurance.action(entry, action));
		return "arrangements/done";
	}

}
