package org.mandate.papers;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.audit.Trail;
import org.mandate.database.NotFound;
import org.mandate.documents.Document;
import org.mandate.documents.Format;
import org.mandate.documents.Markup;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows papers.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}")
class PaperController {

	private final Appraisals appraisals;

	private final Papers papers;

	private final PaperFiles files;

	PaperController(Appraisals appraisals, Papers papers, PaperFiles files) {
		this.appraisals = appraisals;
		this.papers = papers;
		this.files = files;
	}

	@GetMapping("/paper")
	@AllowedTo
	String draft(@PathVariable String org, @PathVariable String year, @RequestParam(defaultValue = "") String kind,
			Member member, Model model) {
		AppraisalSummary appraisal = page(org, year, model);
		Papers.Draft draft = this.papers.draft(appraisal, member);
		Kind shown = kind(kind);
		model.addAttribute("kind", shown);
		model.addAttribute("markup", Markup.of(draft.document(shown), "/" + org));
		model.addAttribute("draft", draft);
		return "papers/draft";
	}

	@GetMapping("/papers/{number}")
	@AllowedTo
	String sealed(@PathVariable String org, @PathVariable String year, @PathVariable String number,
			@RequestParam(defaultValue = "") String kind, Model model) {
		AppraisalSummary appraisal = page(org, year, model);
		SealedPaper sealed = this.papers.sealed(appraisal, sealedNumber(number));
		Kind shown = kind(kind);
		model.addAttribute("kind", shown);
		model.addAttribute("files", this.files.ofSealed(appraisal, sealed.number()));
		Document document = sealed.document(shown);
		model.addAttribute("markup", (document != null) ? Markup.of(document, "/" + org) : null);
		model.addAttribute("sealed", sealed);
		List<Trail.Entry> since = this.papers.since(appraisal, sealed);
		model.addAttribute("since", since);
		model.addAttribute("corrected", since.isEmpty() ? List.of() : this.papers.corrected(appraisal, sealed));
		return "papers/sealed";
	}

	/**
	 * The number of a sealed paper in an address.
	 * @throws NotFound if it is none
	 */
	static int sealedNumber(String number) {
		if (!number.matches("[1-9]\\d{0,5}")) {
			throw new NotFound("There is no sealed paper " + number);
		}
		return Integer.parseInt(number);
	}

	/** The same, or null where none is named. */
	static @Nullable Integer number(String sealed) {
		return sealed.isEmpty() ? null : sealedNumber(sealed);
	}

	private static Kind kind(String slug) {
		return slug.isEmpty() ? Kind.GOVERNING_BODY_PAPER
				: Kind.of(slug).orElseThrow(() -> new NotFound("There is no such kind of paper"));
	}

	private AppraisalSummary page(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("base", "/" + org + appraisal.path());
		model.addAttribute("org", org);
		model.addAttribute("kinds", Kind.values());
		model.addAttribute("formats", Format.values());
		return appraisal;
	}

}
