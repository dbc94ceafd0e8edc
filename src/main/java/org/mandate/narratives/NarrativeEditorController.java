package org.mandate.narratives;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.recommendations.WordDifference;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Writing a section: with a preview, a draft of one's own, and figures from the record.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/paper/sections/{section}")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class NarrativeEditorController {

	private static final String SECTION = "redirect:/{org}/appraisals/{year}/paper/sections/{section}";

	private final SectionPage page;

	private final Narratives narratives;

	NarrativeEditorController(SectionPage page, Narratives narratives) {
		this.page = page;
		this.narratives = narratives;
	}

	/** What a button of the form asks for. */
	private enum Act {

		SAVE, PREVIEW, DRAFT, INSERT;

		static Act of(String name) {
			return switch (name) {
				case "preview" -> PREVIEW;
				case "draft" -> DRAFT;
				case "insert" -> INSERT;
				default -> SAVE;
			};
		}

	}

	@GetMapping("/edit")
	String edit(@PathVariable String org, @PathVariable String year, @PathVariable String section, Member member,
			Model model) {
		Section wanted = Section.of(section);
		AppraisalSummary appraisal = this.page.appraisal(org, year, model);
		this.narratives.present(appraisal, wanted, member);
		Narratives.Overview overview = this.narratives.overview(appraisal, member);
		model.addAttribute("writing", NarrativeForm.of(overview.of(wanted)));
		model.addAttribute("resumed", overview.of(wanted).draft());
		return editor(overview, wanted, model);
	}

	@PostMapping("/edit")
	String write(@PathVariable String org, @PathVariable String year, @PathVariable String section,
			@RequestParam(defaultValue = "save") String act, @ModelAttribute("writing") NarrativeForm form,
			BindingResult errors, Member member, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		Section wanted = Section.of(section);
		AppraisalSummary appraisal = this.page.appraisal(org, year, model);
		Narratives.Overview overview = this.narratives.overview(appraisal, member);
		form.check(errors, Act.of(act) == Act.SAVE && overview.of(wanted).latest() == null);
		if (errors.hasErrors()) {
			return editor(overview, wanted, model);
		}
		switch (Act.of(act)) {
			case PREVIEW -> model.addAttribute("preview", Shown.of(form.text(), overview.sheet(), "/" + org));
			case INSERT -> {
				NarrativeForm inserted = form.inserted(overview.sheet(), errors);
				if (!errors.hasErrors()) {
					model.addAttribute("writing", inserted);
				}
			}
			case DRAFT -> {
				this.narratives.draft(appraisal, wanted, form.seen(), form.text(), member);
				redirect.addFlashAttribute("notice",
						"Your draft is kept, for you alone. It is offered when you open the section again.");
				return SECTION;
			}
			case SAVE -> {
				return save(appraisal, wanted, form, member, model, response, redirect);
			}
		}
		return editor(overview, wanted, model);
	}

	private String save(AppraisalSummary appraisal, Section section, NarrativeForm form, Member member, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		try {
			Narrative saved = this.narratives.save(appraisal, section, form.seen(), form.text(), member);
			redirect.addFlashAttribute("notice",
					"“%s” is saved as version %d.".formatted(section.label(), saved.version()));
			return SECTION;
		}
		catch (SectionChanged ex) {
			this.narratives.draft(appraisal, section, form.seen(), form.text(), member);
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			model.addAttribute("section", section);
			model.addAttribute("theirs", ex.latest());
			model.addAttribute("parts", WordDifference.between(ex.latest().text(), form.text()));
			return "narratives/conflict";
		}
	}

	private static String editor(Narratives.Overview overview, Section section, Model model) {
		model.addAttribute("state", overview.of(section));
		model.addAttribute("groups", overview.sheet().groups());
		return "narratives/editor";
	}

	/**
	 * The answer to a draft that is sent in the background.
	 *
	 * @param state "kept" or "refused"
	 * @param message why it was refused
	 * @param others who else is writing this section, a sentence each
	 */
	record Answer(String state, @Nullable String message, List<String> others) {
	}

	@PostMapping(path = "/draft", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Answer keep(@PathVariable String org, @PathVariable String year, @PathVariable String section,
			@RequestParam(defaultValue = "false") boolean typed, @ModelAttribute("writing") NarrativeForm form,
			BindingResult errors, Member member, Model model) {
		Section wanted = Section.of(section);
		AppraisalSummary appraisal = this.page.appraisal(org, year, model);
		form.check(errors, false);
		if (typed && !errors.hasErrors()) {
			this.narratives.draft(appraisal, wanted, form.seen(), form.text(), member);
		}
		else {
			this.narratives.present(appraisal, wanted, member);
		}
		List<String> others = this.narratives.writing(appraisal, wanted, member).stream().map(Desk::words).toList();
		return errors.hasErrors() ? new Answer("refused", errors.getAllErrors().getFirst().getDefaultMessage(), others)
				: new Answer("kept", null, others);
	}

	@PostMapping("/draft/removal")
	String discard(@PathVariable String org, @PathVariable String year, @PathVariable String section, Member member,
			Model model, RedirectAttributes redirect) {
		this.narratives.discard(this.page.appraisal(org, year, model), Section.of(section), member);
		redirect.addFlashAttribute("notice", "Your draft is given up.");
		return SECTION;
	}

}
