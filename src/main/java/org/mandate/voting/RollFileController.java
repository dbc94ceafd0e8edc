package org.mandate.voting;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.forms.CsvDownload;
import org.mandate.forms.TableDownload;
import org.mandate.forms.TableFile;
import org.mandate.forms.Typed;

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
 * What each practice of a locality did, from a file or pasted rows. Nothing is kept
 * between the steps: the page that asks carries the rows, and they are checked again.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/returns/{unit}/file")
@AllowedTo({ Role.LOCALITY_DIRECTOR, Role.COMMISSIONING_MANAGER })
class RollFileController {

	private static final int MOST_PROBLEMS = 100;

	/** Rows that a page can carry to the download of problems. */
	private static final int MOST_CARRIED = 500_000;

	private final ReturnViews views;

	private final Returns returns;

	RollFileController(ReturnViews views, Returns returns) {
		this.views = views;
		this.returns = returns;
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

	@ModelAttribute("address")
	ReturnAddress address(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@PathVariable String unit) {
		return new ReturnAddress(org, year, number, unit);
	}

	@GetMapping
	String show(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@RequestParam(defaultValue = "") String problem, Member member, Model model) {
		ReturnView view = this.views.of(address, member, model);
		if (!view.canEnter()) {
			return "redirect:" + address.path();
		}
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
		return "voting/file";
	}

	@PostMapping
	String preview(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("upload") UploadForm form, BindingResult errors, Member member, Model model)
			throws IOException {
		ReturnView view = this.views.of(address, member, model);
		if (!view.canEnter()) {
			return "redirect:" + address.path();
		}
		String field = form.hasFile() ? "file" : "pasted";
		if (!form.hasFile() && (form.pasted() == null || form.pasted().isBlank())) {
			errors.rejectValue("file", "missing", "Choose a file, or paste its rows");
			return "voting/file";
		}
		try {
			return preview(view, this.returns.read(view.ballot(), view.unit(), form.rows()), model);
		}
		catch (TableFile.Unreadable ex) {
			errors.rejectValue(field, "unreadable", ex.getMessage() + ". " + ex.remedy());
			return "voting/file";
		}
	}

	@PostMapping("/roll")
	String save(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@RequestParam(defaultValue = "") String rows, @RequestParam(defaultValue = "") String seen, Member member,
			Model model) {
		ReturnView view = this.views.of(address, member, model);
		if (!view.canEnter() || rows.isBlank()) {
			return "redirect:" + address.path() + (view.canEnter() ? "/file" : "");
		}
		RollFile file;
		try {
			file = this.returns.read(view.ballot(), view.unit(), TableFile.carried(rows));
		}
		catch (TableFile.Unreadable ex) {
			return "redirect:" + address.path() + "/file";
		}
		if (!file.acceptable()) {
			return preview(view, file, model);
		}
		try {
			this.returns.saveRoll(this.views.place(address), file.roll(), Way.FILE, Typed.version(seen), member);
		}
		catch (SavedMeanwhile ex) {
			model.addAttribute("conflict", true);
			return preview(this.views.of(address, member, model), file, model);
		}
		return "redirect:" + address.path() + "/check";
	}

	@PostMapping("/undo")
	String undo(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@RequestParam(defaultValue = "") String seen, Member member, RedirectAttributes redirect) {
		this.returns.undoFile(this.views.place(address), Typed.version(seen), member);
		redirect.addFlashAttribute("notice", "The file is undone. What was entered before it is the draft again.");
		return "redirect:" + address.path();
	}

	@PostMapping("/problems")
	ResponseEntity<byte[]> problems(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@RequestParam(defaultValue = "") String rows, Member member, Model model) {
		ReturnView view = this.views.of(address, member, model);
		List<List<String>> marked;
		try {
			marked = this.returns.read(view.ballot(), view.unit(), TableFile.carried(rows)).marked();
		}
		catch (TableFile.Unreadable ex) {
			marked = List.of(List.of(ex.getMessage() + ". " + ex.remedy()));
		}
		return CsvDownload.of(view.unit().slug() + "-problems.csv", heading(marked.getFirst()),
				marked.subList(1, marked.size()));
	}

	/** The first row of the file, with a name for the column that is added. */
	private static List<String> heading(List<String> first) {
		return first.stream().map((cell) -> cell.isEmpty() ? "problem" : CsvDownload.harmless(cell)).toList();
	}

	@GetMapping({ "/template.csv", "/template.xlsx" })
	ResponseEntity<byte[]> template(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			Member member, Model model, HttpServletRequest request) {
		ReturnView view = this.views.of(address, member, model);
		return TableDownload.of(request, view.unit().slug() + "-votes", RollFile.COLUMNS, template(view));
	}

	private static List<List<String>> template(ReturnView view) {
		return view.electors()
			.stream()
			.map((elector) -> List.of(elector.code(), elector.name(),
					(elector.vote() != null) ? view.said(elector.vote()) : ""))
			.toList();
	}

	private static String preview(ReturnView view, RollFile file, Model model) {
		String carried = TableFile.carried(file.rows());
		model.addAttribute("rows", carried);
		model.addAttribute("roll", file);
		if (!file.acceptable()) {
			model.addAttribute("hasErrors", true);
			model.addAttribute("problems", file.problems().stream().limit(MOST_PROBLEMS).toList());
			model.addAttribute("downloadable", carried.length() <= MOST_CARRIED);
			return "voting/file-problems";
		}
		Figures figures = file.roll().figures();
		model.addAttribute("figures", figures);
		model.addAttribute("missing", file.missing(view.electors()));
		model.addAttribute("unusual", Warning.of(figures, view.unit().entitled(), view.ballot().proposed()));
		return "voting/file-preview";
	}

}
