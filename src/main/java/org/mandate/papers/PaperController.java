package org.mandate.papers;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.documents.Document;
import org.mandate.documents.Markup;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows papers.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}")
class PaperController {

	private final Appraisals appraisals;

	private final Papers papers;

	PaperController(Appraisals appraisals, Papers papers) {
		this.appraisals = appraisals;
		this.papers = papers;
	}

	@GetMapping("/paper")
	@AllowedTo
	String draft(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = page(org, year, model);
		Papers.Draft draft = this.papers.draft(appraisal, member);
		model.addAttribute("markup", Markup.of(draft.document(Kind.GOVERNING_BODY_PAPER), "/" + org));
		model.addAttribute("draft", draft);
		return "papers/draft";
	}

	@GetMapping("/papers/{number}")
	@AllowedTo
	String sealed(@PathVariable String org, @PathVariable String year, @PathVariable String number, Model model) {
		AppraisalSummary appraisal = page(org, year, model);
		if (!number.matches("[1-9]\\d{0,5}")) {
			throw new NotFound("There is no sealed paper " + number);
		}
		SealedPaper sealed = this.papers.sealed(appraisal, Integer.parseInt(number));
		Document document = sealed.document(Kind.GOVERNING_BODY_PAPER);
		model.addAttribute("markup", (document != null) ? Markup.of(document, "/" + org) : null);
		model.addAttribute("sealed", sealed);
		model.addAttribute("since", this.papers.since(appraisal, sealed));
		return "papers/sealed";
	}

	private AppraisalSummary page(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("base", "/" + org + appraisal.path());
		model.addAttribute("org", org);
		return appraisal;
	}

}
