package org.mandate.papers;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.documents.Format;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Files of papers: asked for, waited for, downloaded.
 */
@Controller
class PaperFileController {

	private static final String FILES = "/{org}/appraisals/{year}/paper/files";

	private final Appraisals appraisals;

	private final Papers papers;

	private final PaperFiles files;

	PaperFileController(Appraisals appraisals, Papers papers, PaperFiles files) {
		this.appraisals = appraisals;
		this.papers = papers;
		this.files = files;
	}

	@GetMapping(FILES)
	@AllowedTo
	String all(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		page(org, appraisal, model);
		model.addAttribute("files", this.files.of(appraisal, member));
		return "papers/files";
	}

	private static void page(String org, AppraisalSummary appraisal, Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("base", "/" + org + appraisal.path());
		model.addAttribute("org", org);
		model.addAttribute("kinds", Kind.values());
		model.addAttribute("formats", Format.values());
	}

	@PostMapping(FILES)
	@AllowedTo
	String ask(@PathVariable String year, @RequestParam(defaultValue = "governing-body-paper") String kind,
			@RequestParam(defaultValue = "pdf") String format, @RequestParam(defaultValue = "") String sealed,
			Member member, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Kind wanted = Kind.of(kind).orElseThrow(() -> new NotFound("There is no such kind of paper"));
		Format made = format(format);
		Integer number = PaperController.number(sealed);
		redirect.addAttribute("file",
				this.files.ask(appraisal, number, wanted, made, source(appraisal, number, member), member));
		return "redirect:/{org}/appraisals/{year}/paper/files/{file}";
	}

	private PaperFiles.Source source(AppraisalSummary appraisal, @Nullable Integer sealed, Member member) {
		if (sealed == null) {
			return this.papers.draft(appraisal, member).source();
		}
		PaperFiles.Source source = this.papers.sealed(appraisal, sealed).source();
		if (source == null) {
			throw new NotFound("The sealed paper can no longer be read");
		}
		return source;
	}

	@GetMapping(FILES + "/{file}")
	@AllowedTo
	String one(@PathVariable String org, @PathVariable String year, @PathVariable String file, Member member,
			Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		page(org, appraisal, model);
		model.addAttribute("file", this.files.one(appraisal, id(file), member));
		return "papers/file";
	}

	@GetMapping(FILES + "/{file}/download")
	@AllowedTo
	ResponseEntity<byte[]> download(@PathVariable String year, @PathVariable String file, Member member) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		return sent(this.files.download(appraisal, id(file), member), appraisal);
	}

	@GetMapping("/{org}/appraisals/{year}/papers/{number}/{format}")
	@AllowedTo
	ResponseEntity<byte[]> sealed(@PathVariable String year, @PathVariable String number, @PathVariable String format) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		return sent(this.files.downloadSealed(appraisal, PaperController.sealedNumber(number), format(format)),
				appraisal);
	}

	/**
	 * The format of an address.
	 * @throws NotFound if it is none
	 */
	static Format format(String extension) {
		return Format.of(extension).orElseThrow(() -> new NotFound("There is no such kind of file"));
	}

	/** A file for somebody to keep. */
	static ResponseEntity<byte[]> sent(PaperFiles.Download download, AppraisalSummary appraisal) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(download.file().format().mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(download.file().name(appraisal.year().slug()), StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(download.bytes());
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound("There is no such file");
		}
	}

}
