package org.mandate.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.database.NotFound;
import org.mandate.forms.Typed;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The comments and concerns of a locality.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/returns/{unit}/comments")
@AllowedTo({ Role.LOCALITY_DIRECTOR, Role.COMMISSIONING_MANAGER })
class CommentController {

	private final ReturnViews views;

	private final Comments comments;

	CommentController(ReturnViews views, Comments comments) {
		this.views = views;
		this.comments = comments;
	}

	/**
	 * A comment as typed.
	 *
	 * @param theme name of the theme
	 * @param words the comment
	 * @param form identity of the form, so that sent twice it makes one comment
	 */
	public record RemarkForm(@Nullable String theme, @Nullable String words, @Nullable String form) {

		static RemarkForm blank() {
			return new RemarkForm("", "", UUID.randomUUID().toString());
		}

		private @Nullable Theme chosen() {
			return Typed.one(Theme.values(), this.theme);
		}

		private void check(BindingResult errors) {
			String typed = Typed.text(this.words);
			if (chosen() == null) {
				errors.rejectValue("theme", "missing", "Choose what the comment is about");
			}
			if (typed.isEmpty()) {
				errors.rejectValue("words", "missing", "Enter the comment or concern");
			}
			else if (typed.codePointCount(0, typed.length()) > Comment.LONGEST) {
				errors.rejectValue("words", "length", "The comment must be 1,000 characters or fewer");
			}
			else if (!Typed.visible(typed)) {
				errors.rejectValue("words", "invisible", "The comment" + Typed.INVISIBLE);
			}
		}

	}

	@ModelAttribute("address")
	ReturnAddress address(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@PathVariable String unit) {
		return new ReturnAddress(org, year, number, unit);
	}

	@GetMapping
	String show(@ModelAttribute(name = "address", binding = false) ReturnAddress address, Member member, Model model) {
		model.addAttribute("remark", RemarkForm.blank());
		return page(address, member, model);
	}

	@PostMapping
	String record(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("remark") RemarkForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		form.check(errors);
		Theme theme = form.chosen();
		if (errors.hasErrors() || theme == null) {
			return page(address, member, model);
		}
		UUID identity = identity(form.form());
		this.comments.record(this.views.place(address), (identity != null) ? identity : UUID.randomUUID(), theme,
				Typed.text(form.words()), member);
		redirect.addFlashAttribute("notice", "The comment is recorded.");
		return "redirect:" + address.path() + "/comments";
	}

	@PostMapping("/{comment}/withdrawal")
	String withdraw(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@PathVariable String comment, Member member, RedirectAttributes redirect) {
		UUID identity = identity(comment);
		if (identity == null) {
			throw new NotFound("There is no such comment of this locality");
		}
		this.comments.withdraw(this.views.place(address), identity, member);
		redirect.addFlashAttribute("notice", "The comment is withdrawn. It stays on the record.");
		return "redirect:" + address.path() + "/comments";
	}

	private String page(ReturnAddress address, Member member, Model model) {
		this.views.of(address, member, model);
		Map<String, String> themes = new LinkedHashMap<>();
		for (Theme theme : Theme.values()) {
			themes.put(theme.name(), theme.label());
		}
		model.addAttribute("themes", themes);
		return "voting/comment";
	}

	private static @Nullable UUID identity(@Nullable String text) {
		try {
			return (text != null) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
