package org.mandate.register;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.FinancialYear;
import org.mandate.forms.CsvDownload;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TableFile;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Links to published earnings of many practices, from a file or pasted rows. When a row
 * is wrong the page keeps all of them, to be put right there.
 */
@Controller
@RequestMapping("/{org}/practices/earnings/file")
@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
class EarningsFileController {

	private static final int MOST_PROBLEMS = 100;

	private final PracticeEarnings earnings;

	EarningsFileController(PracticeEarnings earnings) {
		this.earnings = earnings;
	}

	/**
	 * A file or its rows.
	 *
	 * @param file chosen on the person's machine; may be missing or empty
	 * @param pasted its rows instead
	 * @param found the day on which the links were found
	 */
	public record UploadForm(@Nullable MultipartFile file, @Nullable String pasted, DateBoxes found) {

		public UploadForm {
			found = DateBoxes.orEmpty(found);
		}

		private boolean hasFile() {
			return this.file != null && !(this.file.isEmpty() && "".equals(this.file.getOriginalFilename()));
		}

		private boolean hasText() {
			return this.pasted != null && !this.pasted.isBlank();
		}

		private List<TableFile.Row> rows() throws IOException {
			return (hasFile() && this.file != null) ? TableFile.rows(this.file.getBytes())
					: TableFile.rows((this.pasted != null) ? this.pasted : "");
		}

	}

	@GetMapping
	String show(@RequestParam(defaultValue = "") String problem, Model model) {
		UploadForm form = new UploadForm(null, "", DateBoxes.of(this.earnings.today()));
		BindingResult errors = new BeanPropertyBindingResult(form, "upload");
		if (problem.equals("size")) {
			errors.rejectValue("file", "size", "The file is larger than 2 MB. Check that it is the right file");
		}
		else if (problem.equals("pasted")) {
			errors.rejectValue("pasted", "size", "What you paste must be smaller than 2 MB: choose the file instead");
		}
		return page(form, errors, model);
	}

	@PostMapping
	String take(@ModelAttribute("upload") UploadForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) throws IOException {
		LocalDate found = EarningsForm.day("found", form.found(), this.earnings.today(), errors);
		String field = form.hasFile() ? "file" : "pasted";
		if (form.hasFile() == form.hasText()) {
			errors.rejectValue("file", "one",
					form.hasFile() ? "Choose a file or paste its rows, not both" : "Choose a file, or paste its rows");
			return page(form, errors, model);
		}
		try {
			List<TableFile.Row> rows = form.rows();
			EarningsFile file = this.earnings.read(rows);
			if (file.acceptable() && !errors.hasErrors() && found != null) {
				redirect.addFlashAttribute("notice", this.earnings.take(file, found).words());
				return "redirect:/{org}/practices/earnings?year=" + file.entries().getFirst().year().slug();
			}
			if (!file.acceptable()) {
				errors.rejectValue("pasted", "rows", "Put the rows right that are listed: nothing was saved");
			}
			model.addAttribute("problems", file.problems().stream().limit(MOST_PROBLEMS).toList());
			model.addAttribute("problemCount", file.problems().size());
			return page(new UploadForm(null, form.hasFile() ? TableFile.carried(rows) : form.pasted(), form.found()),
					errors, model);
		}
		catch (TableFile.Unreadable ex) {
			errors.rejectValue(field, "unreadable", ex.getMessage() + ". " + ex.remedy());
			return page(form, errors, model);
		}
	}

	@GetMapping("/template.csv")
	ResponseEntity<byte[]> template(@RequestParam(defaultValue = "") String year) {
		FinancialYear chosen = FinancialYear.parse(year)
			.orElseGet(() -> FinancialYear.endingNear(this.earnings.today()));
		return CsvDownload.of("practice-earnings-" + chosen.slug() + ".csv", EarningsFile.COLUMNS,
				this.earnings.of(chosen)
					.stream()
					.filter((each) -> !each.known())
					.map((each) -> List.of(each.code(), chosen.slug(), ""))
					.toList());
	}

	private static String page(UploadForm form, BindingResult errors, Model model) {
		model.addAttribute("upload", form);
		BindingResult shown = new BeanPropertyBindingResult(form, "upload");
		errors.getFieldErrors()
			.forEach((error) -> shown.rejectValue(error.getField(), String.valueOf(error.getCode()),
					String.valueOf(error.getDefaultMessage())));
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "upload", shown);
		return "register/earnings-file";
	}

}
