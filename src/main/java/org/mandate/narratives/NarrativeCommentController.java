package org.mandate.narratives;

import java.util.UUID;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Comments of reviewers on a section, and dealing with them.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/paper/sections/{section}/comments")
class NarrativeCommentController {

	private static final String SECTION = "redirect:/{org}/appraisals/{year}/paper/sections/{section}";

	private final SectionPage page;

	private final Narratives narratives;

	NarrativeCommentController(SectionPage page, Narratives narratives) {
		this.page = page;
		this.narratives = narratives;
	}

	@PostMapping
	@AllowedTo
	String comment(@PathVariable String org, @PathVariable String year, @PathVariable String section,
			@ModelAttribute("commenting") CommentForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		Section on = Section.of(section);
		form.check(errors);
		if (errors.hasErrors()) {
			return this.page.read(org, year, on, member, model);
		}
		this.narratives.comment(this.page.appraisal(org, year, model), on, form.identity(), form.text(), member);
		redirect.addFlashAttribute("notice", "Your comment is kept.");
		return SECTION;
	}

	@PostMapping("/{remark}/resolution")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String resolve(@PathVariable String org, @PathVariable String year, @PathVariable String section,
			@PathVariable UUID remark, @ModelAttribute("answering") AnswerForm form, BindingResult errors,
			Member member, Model model, RedirectAttributes redirect) {
		Section on = Section.of(section);
		form.check(errors);
		if (errors.hasErrors()) {
			model.addAttribute("answered", remark);
			return this.page.read(org, year, on, member, model);
		}
		this.narratives.resolve(this.page.appraisal(org, year, model), on, remark, form.text(), member);
		redirect.addFlashAttribute("notice", "The comment is dealt with. It stays on record.");
		return SECTION;
	}

}
