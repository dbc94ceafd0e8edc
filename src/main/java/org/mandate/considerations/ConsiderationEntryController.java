package org.mandate.considerations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.ReasonForm;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;

import org.springframework.dao.OptimisticLockingFailureException;
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
 * One opportunity or threat: added, changed, withdrawn.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/considerations/{option}")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class ConsiderationEntryController {

	private static final String TO_OPTION = "redirect:/{org}/appraisals/{year}/considerations/{option}";

	private static final List<Map<String, String>> KINDS = List.of(
			Map.of("value", "OPPORTUNITY", "text", "Opportunity", "hint", "It speaks for the option"),
			Map.of("value", "THREAT", "text", "Threat", "hint", "It speaks against the option"));

	private final Appraisals appraisals;

	private final Considerations considerations;

	ConsiderationEntryController(Appraisals appraisals, Considerations considerations) {
		this.appraisals = appraisals;
		this.considerations = considerations;
	}

	/**
	 * What is typed.
	 *
	 * @param category name of the kind
	 * @param version of what the person saw, -1 for nothing
	 */
	public record ConsiderationForm(@Nullable String category, @Nullable String text, @Nullable String source,
			@Nullable String version) {

		static ConsiderationForm of(Consideration known) {
			return new ConsiderationForm(known.category().name(), known.text(), known.source(),
					Integer.toString(known.saved().version()));
		}

		private void check(BindingResult errors, boolean own) {
			TextCheck check = new TextCheck(errors);
			if (own) {
				check.chosen("category", this.category, Edition.Consideration.Category.class,
						"Choose whether it is an opportunity or a threat");
			}
			check.prose("text", this.text, "The text", 1000, "Enter the opportunity or threat");
			if (own) {
				check.prose("source", this.source, "The source", 300,
						"Enter where this is from, such as a paper and its section");
			}
			else {
				check.prose("source", this.source, "The source", 300, null);
			}
		}

		private ConsiderationText said(@Nullable Consideration known) {
			return new ConsiderationText(
					(known != null && known.library() != null) ? known.category()
							: Edition.Consideration.Category.valueOf(String.valueOf(this.category)),
					Typed.text(this.text), Typed.optional(this.source));
		}

	}

	@GetMapping("/new")
	String blank(@PathVariable String year, @PathVariable String option, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("typed", new ConsiderationForm(null, "", "", "-1"));
		return page(appraisal, option, null, null, model);
	}

	@PostMapping("/new")
	String add(@PathVariable String year, @PathVariable String option, @ModelAttribute("typed") ConsiderationForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		form.check(errors, true);
		if (errors.hasErrors()) {
			return page(appraisal, option, null, null, model);
		}
		this.considerations.add(appraisal, option, form.said(null));
		redirect.addFlashAttribute("notice", "Added.");
		return TO_OPTION;
	}

	@GetMapping("/entries/{consideration}")
	String one(@PathVariable String year, @PathVariable String option, @PathVariable UUID consideration, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Consideration known = known(appraisal, option, consideration);
		model.addAttribute("typed", ConsiderationForm.of(known));
		return page(appraisal, option, known, null, model);
	}

	@PostMapping("/entries/{consideration}")
	String change(@PathVariable String year, @PathVariable String option, @PathVariable UUID consideration,
			@ModelAttribute("typed") ConsiderationForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Consideration known = known(appraisal, option, consideration);
		form.check(errors, known.library() == null);
		if (errors.hasErrors()) {
			return page(appraisal, option, known, null, model);
		}
		try {
			this.considerations.change(appraisal, consideration, form.said(known), Typed.version(form.version()));
		}
		catch (EntryChanged | OptimisticLockingFailureException ex) {
			Consideration theirs = known(appraisal, option, consideration);
			String source = theirs.source();
			model.addAttribute("typed", new ConsiderationForm(form.category(), form.text(), form.source(),
					Integer.toString(theirs.saved().version())));
			return page(appraisal, option, theirs, Theirs.of(theirs.saved(), "Their kind", theirs.kind(), "Their words",
					theirs.text(), "Their source", (source != null) ? source : "none"), model);
		}
		redirect.addFlashAttribute("notice", "Saved.");
		return TO_OPTION;
	}

	@GetMapping("/entries/{consideration}/withdrawal")
	String askForReason(@PathVariable String year, @PathVariable String option, @PathVariable UUID consideration,
			Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Consideration known = known(appraisal, option, consideration);
		model.addAttribute("typed", ReasonForm.blank(known.saved().version()));
		return withdrawal(appraisal, option, known, null, model);
	}

	@PostMapping("/entries/{consideration}/withdrawal")
	String withdraw(@PathVariable String year, @PathVariable String option, @PathVariable UUID consideration,
			@ModelAttribute("typed") ReasonForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Consideration known = known(appraisal, option, consideration);
		if (!form.passes("Enter the reason for withdrawing it", errors)) {
			return withdrawal(appraisal, option, known, null, model);
		}
		try {
			this.considerations.withdraw(appraisal, consideration, form.text(), form.seen());
		}
		catch (EntryChanged | OptimisticLockingFailureException ex) {
			Consideration theirs = known(appraisal, option, consideration);
			model.addAttribute("typed", form.over(theirs.saved().version()));
			return withdrawal(appraisal, option, theirs, Theirs.of(theirs.saved(), "Their words", theirs.text()),
					model);
		}
		redirect.addFlashAttribute("notice", "Withdrawn. It stays on the record with your reason.");
		return TO_OPTION;
	}

	private String page(AppraisalSummary appraisal, String option, @Nullable Consideration known,
			@Nullable Theirs theirs, Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("option", this.considerations.overview(appraisal).of(option).option());
		model.addAttribute("known", known);
		model.addAttribute("theirs", theirs);
		model.addAttribute("kinds", KINDS);
		return "considerations/consideration";
	}

	private String withdrawal(AppraisalSummary appraisal, String option, Consideration known, @Nullable Theirs theirs,
			Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("place", "/considerations/" + option);
		model.addAttribute("address", "/considerations/" + option + "/entries/" + known.id() + "/withdrawal");
		model.addAttribute("heading", "Withdraw this " + known.kind().toLowerCase(Locale.UK));
		model.addAttribute("what", known.text());
		model.addAttribute("theirs", theirs);
		return "considerations/withdrawal";
	}

	private Consideration known(AppraisalSummary appraisal, String option, UUID id) {
		Consideration known = this.considerations.one(appraisal, id);
		if (!known.option().equals(option)) {
			throw new NotFound("There is no such opportunity or threat of this option.");
		}
		return known;
	}

}
