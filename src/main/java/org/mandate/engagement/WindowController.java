package org.mandate.engagement;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Choice;
import org.mandate.forms.ReasonForm;
import org.mandate.forms.WithdrawalPage;

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
 * Windows for objections.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/engagement/windows")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class WindowController {

	private static final String LOG = "redirect:/{org}/appraisals/{year}/engagement";

	private static final String WINDOW = "redirect:/{org}/appraisals/{year}/engagement/windows/{number}";

	private final Appraisals appraisals;

	private final ObjectionWindows windows;

	WindowController(Appraisals appraisals, ObjectionWindows windows) {
		this.appraisals = appraisals;
		this.windows = windows;
	}

	@GetMapping("/new")
	String ask(@PathVariable String year, Model model) {
		appraisal(year, model);
		model.addAttribute("typed", WindowForm.blank());
		return form(null, model);
	}

	@PostMapping
	String open(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") WindowForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, model);
		Optional<ObjectionWindow.Statement> statement = form.read(errors);
		if (statement.isEmpty()) {
			return form(null, model);
		}
		try {
			int number = this.windows.open(appraisal, form.identity(), statement.get());
			redirect.addFlashAttribute("notice", "Objection window " + number + " is recorded.");
			return LOG;
		}
		catch (EngagementChanged ex) {
			return conflict(appraisal, ex.number(), form, model);
		}
	}

	@GetMapping("/{number}")
	@AllowedTo
	String one(@PathVariable String year, @PathVariable int number, Member member, Model model) {
		AppraisalSummary appraisal = appraisal(year, model);
		ObjectionWindow window = this.windows.one(appraisal, number);
		model.addAttribute("objections", window);
		model.addAttribute("over", window.isOver(this.appraisals.asAt(appraisal, null)));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "engagement/window";
	}

	@GetMapping("/{number}/change")
	String askAgain(@PathVariable String year, @PathVariable int number, Model model) {
		ObjectionWindow window = this.windows.one(appraisal(year, model), number);
		model.addAttribute("typed", WindowForm.of(window));
		return form(window, model);
	}

	@PostMapping("/{number}/change")
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") WindowForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, model);
		ObjectionWindow window = this.windows.one(appraisal, number);
		Optional<ObjectionWindow.Statement> statement = form.read(errors);
		if (statement.isEmpty()) {
			return form(window, model);
		}
		try {
			this.windows.change(appraisal, number, statement.get(), form.seen());
		}
		catch (EngagementChanged ex) {
			return conflict(appraisal, number, form, model);
		}
		redirect.addFlashAttribute("notice", "Objection window " + number + " is saved.");
		return WINDOW;
	}

	private String conflict(AppraisalSummary appraisal, int number, WindowForm form, Model model) {
		ObjectionWindow theirs = this.windows.one(appraisal, number);
		model.addAttribute("typed", form.over(theirs.version()));
		model.addAttribute("theirs", theirs);
		return form(theirs, model);
	}

	@GetMapping("/{number}/withdrawal")
	String askWhy(@PathVariable String year, @PathVariable int number, Model model) {
		ObjectionWindow window = this.windows.one(appraisal(year, model), number);
		return withdrawal(window).ask(model);
	}

	@PostMapping("/{number}/withdrawal")
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") ReasonForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = appraisal(year, model);
		ObjectionWindow window = this.windows.one(appraisal, number);
		if (!form.passes("Enter why it is withdrawn", errors)) {
			return withdrawal(window).again(model);
		}
		try {
			this.windows.withdraw(appraisal, number, form.text(), form.seen());
		}
		catch (EngagementChanged ex) {
			return withdrawal(this.windows.one(appraisal, number)).meanwhile(form, model);
		}
		redirect.addFlashAttribute("notice", withdrawal(window).done());
		return LOG;
	}

	private static WithdrawalPage withdrawal(ObjectionWindow window) {
		return new WithdrawalPage("objection window " + window.number(), List.of(window.finding()),
				"/engagement/windows/" + window.number(), window.recordedBy(), window.version());
	}

	private AppraisalSummary appraisal(String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		return appraisal;
	}

	private static String form(@Nullable ObjectionWindow window, Model model) {
		model.addAttribute("objections", window);
		model.addAttribute("audienceChoices", Choice.all(Audience.values(), Audience::label));
		model.addAttribute("whenChoices", WhenBoxes.choices(WindowForm.KINDS));
		return "engagement/window-form";
	}

}
