package org.mandate.recommendations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.recommendations.TouchingInterests.Question;
import org.mandate.recommendations.TouchingInterests.Said;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Tells somebody that their interests may touch the recommendation, and asks whether they
 * do.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/recommendation/interests")
@AllowedTo({ Role.GOVERNING_BODY_MEMBER, Role.CHAIR, Role.LOCALITY_DIRECTOR })
class TouchingInterestsController {

	private static final Map<String, String> CHOICES = choices();

	private final Appraisals appraisals;

	private final TouchingInterests touching;

	TouchingInterestsController(Appraisals appraisals, TouchingInterests touching) {
		this.appraisals = appraisals;
		this.touching = touching;
	}

	@GetMapping
	String ask(@PathVariable String year, @RequestParam(defaultValue = "") String then, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		List<Question> questions = this.touching.questions(appraisal.id(), member);
		Wanted wanted = Wanted.at(then);
		return questions.isEmpty() ? to(wanted, redirect)
				: page(appraisal, questions, TouchingInterestsForm.of(wanted, questions), model);
	}

	@PostMapping
	String answer(@PathVariable String year, @RequestParam Map<String, String> sent, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		List<Question> questions = this.touching.questions(appraisal.id(), member);
		TouchingInterestsForm typed = TouchingInterestsForm.sent(sent, questions);
		TouchingInterestsForm now = typed.now(questions);
		BindingResult errors = new BeanPropertyBindingResult(now, "typed");
		Map<UUID, Said> said = typed.said(errors, questions);
		if (errors.hasErrors()) {
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "typed", errors);
			return page(appraisal, questions, now, model);
		}
		// What changed between reading and saving is asked again on the way there.
		this.touching.answer(appraisal, said, member);
		return to(Wanted.at(typed.then()), redirect);
	}

	private static String to(Wanted wanted, RedirectAttributes redirect) {
		if (wanted.number() != null) {
			redirect.addAttribute("number", wanted.number());
		}
		return wanted.redirect();
	}

	private static String page(AppraisalSummary appraisal, List<Question> questions, TouchingInterestsForm typed,
			Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("questions", questions);
		model.addAttribute("typed", typed);
		model.addAttribute("choices", CHOICES);
		return "recommendations/interests";
	}

	private static Map<String, String> choices() {
		Map<String, String> choices = new LinkedHashMap<>();
		choices.put("yes", "Yes");
		choices.put("no", "No");
		return choices;
	}

}
