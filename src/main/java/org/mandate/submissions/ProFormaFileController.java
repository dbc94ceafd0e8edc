package org.mandate.submissions;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.documents.CanonicalJson;
import org.mandate.documents.Document;
import org.mandate.documents.Format;
import org.mandate.documents.Markup;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pro forma to read, and as PDF and Word: the draft, or exactly what was submitted.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/submission/pro-forma")
class ProFormaFileController {

	private final SubmissionPages pages;

	private final ProFormas proFormas;

	private final Submissions submissions;

	/** One file at a time, so that several cost no more memory than one. */
	private final Object press = new Object();

	ProFormaFileController(SubmissionPages pages, ProFormas proFormas, Submissions submissions) {
		this.pages = pages;
		this.proFormas = proFormas;
		this.submissions = submissions;
	}

	@GetMapping
	@AllowedTo
	String current(@PathVariable String org, @PathVariable String year, @RequestParam @Nullable String asAt,
			Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.proForma(appraisal, model);
		model.addAttribute("submission", proForma.standing());
		model.addAttribute("files", "/" + org + appraisal.path() + "/submission/pro-forma/");
		model.addAttribute("markup", Markup.of(document(appraisal, proForma, proForma.standing(), asAt), "/" + org));
		return "submissions/pro-forma";
	}

	private Document document(AppraisalSummary appraisal, ProForma proForma, @Nullable Submission submission,
			@Nullable String asAt) {
		if (submission == null) {
			return ProFormaDocument.of(this.submissions.draft(appraisal, proForma, this.pages.asAt(appraisal, asAt)),
					null);
		}
		if (!submission.intact()) {
			throw new NotNow("What is kept is not what was submitted: its hash differs. Restore it from a backup.");
		}
		return ProFormaDocument.of(CanonicalJson.read(submission.content(), ProFormaContent.class)
			.orElseThrow(() -> new NotNow("What was submitted can no longer be read.")), submission.sha256());
	}

	@GetMapping("/{format:pdf|docx}")
	@AllowedTo
	ResponseEntity<byte[]> file(@PathVariable String org, @PathVariable String year, @PathVariable String format,
			Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.proFormas.current(appraisal).orElseThrow(Desk::none);
		Document document = document(appraisal, proForma, proForma.standing(), null);
		return sent(document, format, "pro-forma-%s-%d%s".formatted(appraisal.year().slug(), proForma.number(),
				proForma.isSubmitted() ? "" : "-draft"));
	}

	/** Every submission stays, also one that was withdrawn. */
	@GetMapping("/{number}/submissions/{submission}/{format:pdf|docx}")
	@AllowedTo
	ResponseEntity<byte[]> submitted(@PathVariable String org, @PathVariable String year, @PathVariable String number,
			@PathVariable String submission, @PathVariable String format, Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		int proForma = PooledFundController.number(number);
		Submission made = this.submissions.submission(appraisal, proForma, PooledFundController.number(submission));
		Document document = document(appraisal, this.submissions.proForma(appraisal, proForma), made, null);
		return sent(document, format,
				"pro-forma-%s-%d-submission-%d".formatted(appraisal.year().slug(), proForma, made.number()));
	}

	private ResponseEntity<byte[]> sent(Document document, String extension, String name) {
		Format format = Format.of(extension).orElseThrow(() -> new NotFound("There is no such kind of file."));
		byte[] file;
		synchronized (this.press) {
			byte[] made = format.make(document);
			file = (format == Format.WORD) ? StillZip.of(made) : made;
		}
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(format.mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(name + "." + extension, StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(file);
	}

}
