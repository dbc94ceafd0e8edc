package org.mandate.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.database.NotFound;
import org.mandate.forms.CsvDownload;
import org.mandate.forms.DateBoxes;
import org.mandate.organisations.Change;
import org.mandate.organisations.Change.Kind;
import org.mandate.organisations.ImportPreview;
import org.mandate.organisations.RegisterFile;
import org.mandate.organisations.RegisterImports;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ImportController {

	private static final String TOO_LARGE = "The file must be smaller than 8 MB. The national practice file has about 3 MB: check that it is the right one";

	private static final String TOO_MUCH = "What you paste must be smaller than 2 MB: choose the file instead";

	private final RegisterImports imports;

	ImportController(RegisterImports imports) {
		this.imports = imports;
	}

	/**
	 * A file to import.
	 *
	 * @param file chosen on the person's machine; may be missing or empty
	 * @param pasted its rows instead
	 * @param asAt the day whose state it gives
	 * @param quarter of list sizes, as typed
	 */
	public record FileForm(@Nullable MultipartFile file, @Nullable String pasted, @Nullable DateBoxes asAt,
			@Nullable String quarter) {

		public FileForm {
			asAt = DateBoxes.orEmpty(asAt);
		}

		private boolean hasFile() {
			return this.file != null && !(this.file.isEmpty() && "".equals(this.file.getOriginalFilename()));
		}

		private boolean hasText() {
			return this.pasted != null && !this.pasted.isBlank();
		}

	}

	/**
	 * How many practices something happens to.
	 *
	 * @param text what happens
	 * @param number how many
	 */
	public record Count(String text, int number) {
	}

	/**
	 * Practices to which the same happens.
	 *
	 * @param text what happens
	 * @param changes the practices
	 */
	public record Section(String text, List<Change> changes) {
	}

	@GetMapping("/{org}/practices/imports")
	@AllowedTo
	String imports(Model model) {
		model.addAttribute("imports", this.imports.done());
		model.addAttribute("kinds", RegisterFile.values());
		return "register/imports";
	}

	@GetMapping("/{org}/practices/imports/files/{kind}")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String file(@PathVariable String kind, @RequestParam(defaultValue = "") String problem, Model model) {
		FileForm form = new FileForm(null, "", DateBoxes.of(this.imports.today()), "");
		BindingResult errors = new BeanPropertyBindingResult(form, "upload");
		if (problem.equals("size")) {
			errors.rejectValue("file", "size", TOO_LARGE);
		}
		else if (problem.equals("pasted")) {
			errors.rejectValue("pasted", "size", TOO_MUCH);
		}
		model.addAttribute("upload", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "upload", errors);
		return filePage(fileOf(kind), model);
	}

	@PostMapping("/{org}/practices/imports/files/{kind}")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String upload(@PathVariable String org, @PathVariable String kind, @ModelAttribute("upload") FileForm form,
			BindingResult errors, Model model) throws IOException {
		RegisterFile file = fileOf(kind);
		String name = name(form);
		Optional<LocalDate> asAt = (file == RegisterFile.LIST_SIZES) ? Optional.of(this.imports.today())
				: date(form.asAt(), errors);
		Optional<String> quarter = (file == RegisterFile.LIST_SIZES) ? quarter(form.quarter(), name, errors)
				: Optional.empty();
		if (form.hasFile() == form.hasText()) {
			errors.rejectValue("file", "one",
					form.hasFile() ? "Choose a file or paste its rows, not both" : "Choose a file, or paste its rows");
		}
		if (errors.hasErrors()) {
			return filePage(file, model);
		}
		UUID id = this.imports.upload(file, name, content(form), asAt.orElseThrow(), quarter.orElse(null));
		return "redirect:/" + org + "/practices/imports/" + id;
	}

	@GetMapping("/{org}/practices/imports/files/{kind}/template.csv")
	@AllowedTo
	ResponseEntity<byte[]> template(@PathVariable String kind) {
		if (fileOf(kind) != RegisterFile.LOCALITIES) {
			throw new NotFound("There is a template for localities only: the other files are published nationally.");
		}
		return CsvDownload.of("localities.csv", List.of("practice_code", "locality", "inferred", "basis"),
				List.of(List.of("K84001", "South East", "no", "")));
	}

	@GetMapping("/{org}/practices/imports/{id}")
	@AllowedTo
	String preview(@PathVariable String id, Model model) {
		ImportPreview preview = this.imports.preview(identity(id));
		model.addAttribute("preview", preview);
		model.addAttribute("quarter", (preview.quarter() != null) ? PracticeController.inWords(preview.quarter()) : "");
		model.addAttribute("counts",
				Arrays.stream(Kind.values())
					.filter((kind) -> kind != Kind.MISSING || preview.kind() != RegisterFile.LOCALITIES)
					.map((kind) -> new Count(words(preview, kind), preview.count(kind)))
					.toList());
		model.addAttribute("sections",
				Arrays.stream(Kind.values())
					.filter((kind) -> kind != Kind.UNCHANGED && !preview.changes(kind).isEmpty())
					.map((kind) -> new Section(words(preview, kind), preview.changes(kind)))
					.toList());
		model.addAttribute("hasErrors", preview.problemCount() > 0);
		return "register/import";
	}

	@PostMapping("/{org}/practices/imports/{id}/confirmation")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String confirm(@PathVariable String org, @PathVariable String id,
			@RequestParam(defaultValue = "") String fingerprint, RedirectAttributes flash) {
		ImportPreview done = this.imports.confirm(identity(id), fingerprint);
		flash.addFlashAttribute("notice", done.fileName() + " was imported.");
		return "redirect:/" + org + "/practices/imports/" + id;
	}

	@GetMapping("/{org}/practices/imports/{id}/problems.csv")
	@AllowedTo
	ResponseEntity<byte[]> problems(@PathVariable String id) {
		return CsvDownload.of("problems.csv", List.of("row", "field", "problem", "how_to_fix"),
				this.imports.preview(identity(id))
					.problems()
					.stream()
					.map((problem) -> List.of((problem.row() > 0) ? String.valueOf(problem.row()) : "file",
							problem.field(), problem.problem(), problem.remedy()))
					.toList());
	}

	private static String filePage(RegisterFile file, Model model) {
		model.addAttribute("kind", file);
		return "register/file";
	}

	private Optional<LocalDate> date(@Nullable DateBoxes typed, BindingResult errors) {
		Optional<LocalDate> date = DateBoxes.orEmpty(typed).date();
		if (date.isEmpty()) {
			errors.rejectValue("asAt", "date", "Enter a real date, such as 1 10 2015");
		}
		else if (date.get().isAfter(this.imports.today())) {
			errors.rejectValue("asAt", "future", "The date must be today or in the past");
		}
		else if (date.get().getYear() < 1948) {
			errors.rejectValue("asAt", "early", "Enter the year with four figures, such as 2015");
		}
		return date;
	}

	private static Optional<String> quarter(@Nullable String typed, String fileName, BindingResult errors) {
		if (typed == null || typed.isBlank()) {
			Optional<String> stated = RegisterImports.quarterOf(fileName);
			if (stated.isEmpty()) {
				errors.rejectValue("quarter", "missing",
						"Enter the quarter of the list sizes, such as 2015Q1: the name of the file does not state it");
			}
			return stated;
		}
		Optional<String> understood = (typed.length() <= 20) ? RegisterImports.quarterOf(typed.strip())
				: Optional.empty();
		if (understood.isEmpty()) {
			errors.rejectValue("quarter", "format", "Enter the quarter as a year and Q1 to Q4, such as 2015Q1");
		}
		return understood;
	}

	private static String name(FileForm form) {
		String name = (form.file() != null) ? form.file().getOriginalFilename() : null;
		return (form.hasFile() && name != null && !name.isBlank()) ? name : "pasted rows";
	}

	private static byte[] content(FileForm form) throws IOException {
		if (form.hasFile() && form.file() != null) {
			return form.file().getBytes();
		}
		return (form.pasted() != null) ? form.pasted().getBytes(StandardCharsets.UTF_8) : new byte[0];
	}

	private static String words(ImportPreview preview, Kind kind) {
		return switch (kind) {
			case NEW -> (preview.kind() == RegisterFile.PRACTICES) ? "New practices"
					: (preview.kind() == RegisterFile.LIST_SIZES) ? "New list sizes" : "Placed for the first time";
			case CHANGED -> "Changed";
			case MISSING -> (preview.kind() == RegisterFile.PRACTICES) ? "Membership ends" : "No longer in the file";
			case UNCHANGED -> "As before";
		};
	}

	private static RegisterFile fileOf(String slug) {
		return Arrays.stream(RegisterFile.values())
			.filter((file) -> file.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no import of this kind."));
	}

	private static UUID identity(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound("There is no such import. Upload the file again.");
		}
	}

}
