package org.mandate.arrangements;

import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Choice;
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
 * Recording the lessons learned.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/arrangement/lessons")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class LessonController {

	private final Appraisals appraisals;

	private final Lessons lessons;

	LessonController(Appraisals appraisals, Lessons lessons) {
		this.appraisals = appraisals;
		this.lessons = lessons;
	}

	@GetMapping("/new")
	String toLearn(@PathVariable String org, @PathVariable String year, Model model) {
		ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("typed", new LessonForm("", "", "", ""));
		return form(model);
	}

	@PostMapping
	String learn(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") LessonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		form.check(errors);
		if (errors.hasErrors()) {
			return form(model);
		}
		int number = this.lessons.learn(appraisal, form.statement());
		redirect.addFlashAttribute("notice", "Lesson %d is saved.".formatted(number));
		return ArrangementController.PAGE;
	}

	@GetMapping("/{number}")
	String toChange(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		Lesson lesson = this.lessons.one(ArrangementController.page(this.appraisals, org, year, model), number);
		model.addAttribute("lesson", lesson);
		model.addAttribute("typed", LessonForm.of(lesson));
		return form(model);
	}

	@PostMapping("/{number}")
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") LessonForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("lesson", this.lessons.one(appraisal, number));
		form.check(errors);
		if (errors.hasErrors()) {
			return form(model);
		}
		try {
			this.lessons.change(appraisal, number, form.statement(), Typed.version(form.version()));
		}
		catch (SavedMeanwhile ex) {
			Lesson theirs = this.lessons.one(appraisal, number);
			model.addAttribute("theirs", theirs);
			model.addAttribute("typed", form.over(theirs.version()));
			return form(model);
		}
		redirect.addFlashAttribute("notice", "Lesson %d is saved.".formatted(number));
		return ArrangementController.PAGE;
	}

	private static String form(Model model) {
		model.addAttribute("kindChoices", Choice.all(Lesson.Kind.values(), Lesson.Kind::label));
		return "arrangements/lesson";
	}

}
