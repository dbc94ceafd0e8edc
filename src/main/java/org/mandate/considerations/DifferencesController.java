package org.mandate.considerations;

import org.mandate.access.AllowedTo;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What the models share, and what only one has.
 */
@Controller
class DifferencesController {

	private final Appraisals appraisals;

	private final Guidance guidance;

	DifferencesController(Appraisals appraisals, Guidance guidance) {
		this.appraisals = appraisals;
		this.guidance = guidance;
	}

	@GetMapping("/{org}/appraisals/{year}/differences")
	@AllowedTo
	String show(@PathVariable String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Edition edition = this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("edition", edition);
		model.addAttribute("differences", Differences.of(edition, appraisal.speaksFor()));
		return "considerations/differences";
	}

}
