package org.mandate.scoring;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.TableDownload;
import org.mandate.forms.TableFile;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Criteria, weights and scores as files. Nothing is kept between the steps of bringing
 * one in: the page that asks carries the rows, and they are checked again.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/scoring/files")
@AllowedTo
class ScoringFileController {

	private static final String BASE = "redirect:/{org}/appraisals/{year}/scoring";

	private static final int MOST_PROBLEMS = 100;

	private final Appraisals appraisals;

	private final Scoring scoring;

	private final Criteria criteria;

	private final Panel panel;

	private final Agreement agreement;

	ScoringFileController(Appraisals appraisals, Scoring scoring, Criteria criteria, Panel panel, Agreement agreement) {
		this.appraisals = appraisals;
		this.scoring = scoring;
		this.criteria = criteria;
		this.panel = panel;
		this.agreement = agreement;
	}

	/**
	 * A file or its rows.
	 *
	 * @param file chosen on the person's machine; may be missing or empty
	 * @param pasted its rows instead
	 */
	public record UploadForm(@Nullable MultipartFile file, @Nullable String pasted) {

		private boolean hasFile() {
			return this.file != null && !(this.file.isEmpty() && "".equals(this.file.getOriginalFilename()));
		}

		private List<TableFile.Row> rows() throws IOException {
			return (hasFile() && this.file != null) ? TableFile.rows(this.file.getBytes())
					: TableFile.rows((this.pasted != null) ? this.pasted : "");
		}

	}

	/** What a request is about. */
	private record Asked(AppraisalSummary appraisal, FileKind kind, Scorecard card, @Nullable Scorer own) {
	}

	@GetMapping({ "/{table}.csv", "/{table}.xlsx" })
	ResponseEntity<byte[]> file(@PathVariable String year, @PathVariable("table") String kind, Member member,
			HttpServletRequest request) {
		Asked asked = readable(year, kind, member);
		return TableDownload.of(request, name(asked), asked.kind().columns(),
				ScoringTable.of(asked.kind(), asked.card(), asked.own()));
	}

	@GetMapping("/{table}")
	String show(@PathVariable String year, @PathVariable("table") String kind,
			@RequestParam(defaultValue = "") String problem, Member member, Model model) {
		Asked asked = writable(year, kind, member, model);
		UploadForm form = new UploadForm(null, "");
		BindingResult errors = new BeanPropertyBindingResult(form, "upload");
		if (problem.equals("size")) {
			errors.rejectValue("file", "size", "The file is larger than 2 MB. Check that it is the right file");
		}
		else if (problem.equals("pasted")) {
			errors.rejectValue("pasted", "size", "What you paste must be smaller than 2 MB: choose the file instead");
		}
		model.addAttribute("upload", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "upload", errors);
		return blocked(asked) ? BASE + "/" + place(asked.kind()) : "scoring/file";
	}

	@PostMapping("/{table}")
	String preview(@PathVariable String year, @PathVariable("table") String kind,
			@ModelAttribute("upload") UploadForm form, BindingResult errors, Member member, Model model)
			throws IOException {
		Asked asked = writable(year, kind, member, model);
		if (blocked(asked)) {
			return BASE + "/" + place(asked.kind());
		}
		if (!form.hasFile() && (form.pasted() == null || form.pasted().isBlank())) {
			errors.rejectValue("file", "missing", "Choose a file, or paste its rows");
			return "scoring/file";
		}
		try {
			return preview(ScoringFile.read(asked.kind(), form.rows(), asked.card(), asked.own()), model);
		}
		catch (TableFile.Unreadable ex) {
			errors.rejectValue(form.hasFile() ? "file" : "pasted", "unreadable", ex.getMessage() + ". " + ex.remedy());
			return "scoring/file";
		}
	}

	@PostMapping("/{table}/rows")
	String save(@PathVariable String year, @PathVariable("table") String kind,
			@RequestParam(defaultValue = "") String rows, Member member, Model model, RedirectAttributes redirect) {
		Asked asked = writable(year, kind, member, model);
		String again = BASE + "/files/" + asked.kind().slug();
		if (rows.isBlank() || blocked(asked)) {
			return again;
		}
		ScoringFile file;
		try {
			file = ScoringFile.read(asked.kind(), TableFile.carried(rows), asked.card(), asked.own());
		}
		catch (TableFile.Unreadable ex) {
			return again;
		}
		if (!file.acceptable()) {
			return preview(file, model);
		}
		try {
			take(asked, file, member);
		}
		catch (ChangedMeanwhile ex) {
			model.addAttribute("conflict", true);
			Scorecard now = this.scoring.card(asked.appraisal(), member);
			return preview(ScoringFile.read(asked.kind(), file.rows(), now, own(now, member)), model);
		}
		redirect.addFlashAttribute("notice", asked.kind().title() + ": brought in from the file.");
		return BASE + "/" + place(asked.kind());
	}

	private void take(Asked asked, ScoringFile file, Member member) {
		AppraisalSummary appraisal = asked.appraisal();
		switch (asked.kind()) {
			case CRITERIA -> this.criteria.put(appraisal, file.wordings(), member);
			case WEIGHTS -> this.criteria.rankAndWeigh(appraisal, file.ranks(), file.weights(), member);
			case AGREED -> this.agreement.record(appraisal, file.statements(), member);
			case MINE, PANEL -> this.panel.save(appraisal, file.entries(),
					(asked.own() != null) ? asked.own().version() : -1, false, member);
		}
	}

	private static String preview(ScoringFile file, Model model) {
		model.addAttribute("rows", TableFile.carried(file.rows()));
		model.addAttribute("read", file);
		if (!file.acceptable()) {
			model.addAttribute("hasErrors", true);
			model.addAttribute("problems", file.problems().stream().limit(MOST_PROBLEMS).toList());
			return "scoring/file-problems";
		}
		return "scoring/file-preview";
	}

	/** Others' scores can be read once they are open; one's own by a scorer. */
	private Asked readable(String year, String kind, Member member) {
		Asked asked = asked(year, kind, member);
		if (asked.kind() == FileKind.PANEL && !asked.card().open()) {
			throw new NotFound("The scores of the panel are not open to read yet.");
		}
		if (asked.kind() == FileKind.MINE && asked.own() == null) {
			throw new NotFound("You are not on the scoring panel.");
		}
		return asked;
	}

	private Asked writable(String year, String kind, Member member, Model model) {
		Asked asked = asked(year, kind, member);
		if (asked.kind() == FileKind.PANEL) {
			throw new NotFound("The scores of the panel are not brought in from a file.");
		}
		if (asked.kind().isForManagers()) {
			NotAllowed.unlessManages(member);
		}
		else if (asked.own() == null || !asked.own().isActive()) {
			throw new NotAllowed("You are not on the scoring panel of this appraisal.");
		}
		model.addAttribute("appraisal", asked.appraisal());
		model.addAttribute("kind", asked.kind());
		return asked;
	}

	/** Whether the page has to send people elsewhere first; it says so there. */
	private static boolean blocked(Asked asked) {
		return switch (asked.kind()) {
			case CRITERIA, PANEL -> false;
			case WEIGHTS -> asked.card().criteria().isEmpty();
			case AGREED -> !asked.card().open();
			case MINE -> asked.card().criteria().isEmpty() || asked.own() == null || asked.own().isFinished();
		};
	}

	private Asked asked(String year, String kind, Member member) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Scorecard card = this.scoring.card(appraisal, member);
		return new Asked(appraisal, FileKind.of(kind), card, own(card, member));
	}

	private static @Nullable Scorer own(Scorecard card, Member member) {
		return card.scorer(member.id().id()).orElse(null);
	}

	private static String place(FileKind kind) {
		return (kind == FileKind.PANEL) ? "agreed" : kind.slug();
	}

	private static String name(Asked asked) {
		return "scoring-" + asked.appraisal().year().slug() + "-" + asked.kind().slug();
	}

}
