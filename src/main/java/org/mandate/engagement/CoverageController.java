package org.mandate.engagement;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who has to be engaged, who has been and when; also as it stood at another moment.
 */
@Controller
@AllowedTo
class CoverageController {

	private final Appraisals appraisals;

	private final Engagements engagements;

	CoverageController(Appraisals appraisals, Engagements engagements) {
		this.appraisals = appraisals;
		this.engagements = engagements;
	}

	@GetMapping("/{org}/appraisals/{year}/engagement/coverage")
	String coverage(@PathVariable String year, @RequestParam(required = false) @Nullable String asAt, Member member,
			Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		AsAt moment = this.appraisals.asAt(appraisal, asAt);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("coverage", this.engagements.coverage(appraisal, moment));
		model.addAttribute("misread", asAt != null && !asAt.isBlank() && AsAt.asked(asAt).isEmpty());
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "engagement/coverage";
	}

}
