package org.mandate.papers;

import java.util.List;

import org.mandate.access.Public;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.documents.Document;
import org.mandate.documents.Markup;
import org.mandate.meetings.PublishedDecision;
import org.mandate.meetings.PublishedDecisions;
import org.mandate.organisations.Organisations;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The sealed paper of a published decision, which anybody may read without signing in.
 */
@Controller
@Public
class PublishedPaperController {

	private final PublishedDecisions decisions;

	private final Appraisals appraisals;

	private final Papers papers;

	private final PaperFiles files;

	private final Organisations organisations;

	PublishedPaperController(PublishedDecisions decisions, Appraisals appraisals, Papers papers, PaperFiles files,
			Organisations organisations) {
		this.decisions = decisions;
		this.appraisals = appraisals;
		this.papers = papers;
		this.files = files;
		this.organisations = organisations;
	}

	@GetMapping("/{org}/register-of-decisions/{reference}/paper")
	String paper(@PathVariable String org, @PathVariable String reference, Model model) {
		PublishedDecision decision = this.decisions.one(reference);
		AppraisalSummary appraisal = appraisal(decision);
		int number = number(decision);
		SealedPaper sealed = this.papers.sealed(appraisal, number);
		Document document = sealed.document(Kind.GOVERNING_BODY_PAPER);
		if (document == null) {
			throw none(reference);
		}
		model.addAttribute("organisation", this.organisations.current());
		model.addAttribute("decision", decision);
		model.addAttribute("sealed", sealed);
		model.addAttribute("files", this.files.ofSealed(appraisal, number));
		// Which figures they are now is told by the result, to those for whom it is.
		model.addAttribute("figures", List.of());
		model.addAttribute("corrected",
				!this.papers.since(appraisal, sealed).isEmpty() && !this.papers.corrected(appraisal, sealed).isEmpty());
		model.addAttribute("markup", Markup.of(document, null));
		return "papers/published";
	}

	@GetMapping("/{org}/register-of-decisions/{reference}/paper/{format}")
	ResponseEntity<byte[]> file(@PathVariable String reference, @PathVariable String format) {
		PublishedDecision decision = this.decisions.one(reference);
		AppraisalSummary appraisal = appraisal(decision);
		return PaperFileController.sent(
				this.files.downloadSealed(appraisal, number(decision), PaperFileController.format(format)), appraisal);
	}

	private AppraisalSummary appraisal(PublishedDecision decision) {
		AppraisalId appraisal = decision.matter().appraisal();
		if (appraisal == null) {
			throw none(decision.reference());
		}
		return this.appraisals.one(appraisal);
	}

	private static int number(PublishedDecision decision) {
		Integer number = decision.matter().paper();
		if (number == null) {
			throw none(decision.reference());
		}
		return number;
	}

	private static NotFound none(String reference) {
		return new NotFound("There is no published paper of decision " + reference);
	}

}
