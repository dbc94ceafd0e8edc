package org.mandate.coversheets;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

import org.springframework.dao.DataIntegrityViolationException;
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
 * The cover sheet of a paper: filled in by the commissioning manager, read by everybody.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/paper/cover")
class CoverSheetController {

	private final Appraisals appraisals;

	private final CoverSheets covers;

	CoverSheetController(Appraisals appraisals, CoverSheets covers) {
		this.appraisals = appraisals;
		this.covers = covers;
	}

	@GetMapping
	@AllowedTo
	String show(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		CoverSheet cover = this.covers.of(appraisal).orElse(null);
		if (!member.is(Role.COMMISSIONING_MANAGER)) {
			model.addAttribute("appraisal", appraisal);
			model.addAttribute("cover", cover);
			return "coversheets/cover";
		}
		model.addAttribute("typed", CoverForm.of(cover));
		return form(appraisal, null, model);
	}

	@PostMapping
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String save(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") CoverForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		CoverSheet known = this.covers.of(appraisal).orElse(null);
		boolean typesDate = this.covers.place(appraisal).isEmpty();
		form.check(typesDate, errors);
		if (errors.hasErrors()) {
			return form(appraisal, null, model);
		}
		try {
			this.covers.record(appraisal,
					form.statement(typesDate, (known != null) ? known.statement().meetingOn() : null), form.seen());
		}
		catch (CoverChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			CoverSheet theirs = this.covers.of(appraisal).orElse(null);
			model.addAttribute("typed", form.over(theirs));
			return form(appraisal, theirs, model);
		}
		redirect.addFlashAttribute("notice", "The cover sheet is saved.");
		return "redirect:/{org}/appraisals/{year}/paper/cover";
	}

	private String form(AppraisalSummary appraisal, @Nullable CoverSheet theirs, Model model) {
		Map<String, String> purposes = new LinkedHashMap<>();
		for (CoverStatement.Purpose purpose : CoverStatement.Purpose.values()) {
			purposes.put(purpose.name(), purpose.label());
		}
		Map<String, String> conflicts = new LinkedHashMap<>();
		for (CoverStatement.Conflicts option : CoverStatement.Conflicts.values()) {
			conflicts.put(option.name(), option.label());
		}
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("place", this.covers.place(appraisal).orElse(null));
		model.addAttribute("purposeChoices", purposes);
		model.addAttribute("conflictChoices", conflicts);
		model.addAttribute("theirs", theirs);
		return "coversheets/cover-form";
	}

}
