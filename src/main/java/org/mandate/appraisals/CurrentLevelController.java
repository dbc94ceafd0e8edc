package org.mandate.appraisals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.NotFound;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Level;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the organisation does today, function by function.
 */
@Controller
class CurrentLevelController {

	private final Appraisals appraisals;

	CurrentLevelController(Appraisals appraisals) {
		this.appraisals = appraisals;
	}

	/**
	 * What is typed. Lines end with one character, as the counter on the page counts
	 * them.
	 *
	 * @param version of what the person saw when they began, -1 for nothing
	 */
	public record LevelForm(
			@NotBlank(message = "Choose how far you take part today") @Pattern(regexp = "NONE|INVOLVED|JOINT|FULL|",
					message = "Choose one of the levels") @Nullable String level,
			@NotBlank(message = "Enter how you describe what you do today") @Size(max = 500,
					message = "The description must be 500 characters or fewer") @Pattern(regexp = Typed.VISIBLE_LINES,
							message = "The description" + Typed.INVISIBLE) @Nullable String wording,
			@NotBlank(message = "Enter the evidence, such as a paper and its section") @Size(max = 1000,
					message = "The evidence must be 1,000 characters or fewer") @Pattern(regexp = Typed.VISIBLE_LINES,
							message = "The evidence" + Typed.INVISIBLE) @Nullable String evidence,
			@Nullable String version) {

		public LevelForm {
			wording = lines(wording);
			evidence = lines(evidence);
		}

		static LevelForm of(@Nullable CurrentLevel current) {
			return (current == null) ? new LevelForm(null, null, null, "-1") : new LevelForm(current.level().name(),
					current.wording(), current.evidence(), Integer.toString(current.version()));
		}

		private static @Nullable String lines(@Nullable String text) {
			return (text != null) ? text.replace("\r\n", "\n").replace('\r', '\n') : null;
		}

		private int seen() {
			return Typed.version(this.version);
		}

		private RecordedLevel.Statement statement() {
			return new RecordedLevel.Statement(Level.valueOf(String.valueOf(this.level)), String.valueOf(this.wording),
					String.valueOf(this.evidence));
		}

	}

	private static final List<Choice> CHOICES = Arrays.stream(Level.values())
		.map((level) -> new Choice(level.name(), level.label(), hint(level)))
		.toList();

	@GetMapping("/{org}/appraisals/{year}/current-level")
	@AllowedTo
	String all(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.overview(year).summary();
		Comparison comparison = this.appraisals.comparison(appraisal);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("rows", comparison.rows());
		model.addAttribute("missing", comparison.missing());
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "appraisals/current-levels";
	}

	@GetMapping("/{org}/appraisals/{year}/current-level/{function}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@PathVariable String year, @PathVariable String function, Model model) {
		AppraisalSummary appraisal = this.appraisals.overview(year).summary();
		Comparison comparison = this.appraisals.comparison(appraisal);
		Comparison.Row row = row(comparison, function);
		model.addAttribute("typed", LevelForm.of(row.current()));
		return page(appraisal, comparison, row, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/current-level/{function}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String save(@PathVariable String year, @PathVariable String function,
			@Valid @ModelAttribute("typed") LevelForm form, BindingResult result, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.overview(year).summary();
		Edition.Function named = this.appraisals.edition(appraisal).function(function);
		if (result.hasErrors()) {
			Comparison comparison = this.appraisals.comparison(appraisal);
			return page(appraisal, comparison, row(comparison, function), null, model);
		}
		try {
			this.appraisals.recordCurrentLevel(appraisal.id(), function, form.statement(), form.seen());
		}
		catch (CurrentLevelChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			Comparison comparison = this.appraisals.comparison(appraisal);
			Comparison.Row row = row(comparison, function);
			CurrentLevel theirs = row.current();
			model.addAttribute("typed", new LevelForm(form.level(), form.wording(), form.evidence(),
					(theirs != null) ? Integer.toString(theirs.version()) : "-1"));
			return page(appraisal, comparison, row, theirs, model);
		}
		redirect.addFlashAttribute("notice", named.name() + ": saved.");
		return "redirect:/" + member.organisationCode() + appraisal.path() + "/current-level";
	}

	private static String page(AppraisalSummary appraisal, Comparison comparison, Comparison.Row row,
			@Nullable CurrentLevel theirs, Model model) {
		model.addAttribute("options", comparison.options());
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("row", row);
		model.addAttribute("theirs", theirs);
		model.addAttribute("choices", CHOICES);
		return "appraisals/current-level";
	}

	private static Comparison.Row row(Comparison comparison, String function) {
		return comparison.rows()
			.stream()
			.filter((row) -> row.function().key().equals(function))
			.findFirst()
			.orElseThrow(
					() -> new NotFound("The guidance has no function \"" + function.toLowerCase(Locale.UK) + "\"."));
	}

	private static String hint(Level level) {
		return switch (level) {
			case NONE -> "NHS England does it without us";
			case INVOLVED -> "We are heard; NHS England decides";
			case JOINT -> "We decide together with NHS England, or each for a part";
			case FULL -> "We decide";
		};
	}

}
