package org.mandate.engagement;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.engagement.ObjectionWindow.Objection;
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
 * Objections within a window, and the replies to them.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/engagement/windows/{number}/objections")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class ObjectionController {

	private static final String WINDOW = "redirect:/{org}/appraisals/{year}/engagement/windows/{number}";

	private final Appraisals appraisals;

	private final ObjectionWindows windows;

	private final Clock clock;

	ObjectionController(Appraisals appraisals, ObjectionWindows windows, Clock clock) {
		this.appraisals = appraisals;
		this.windows = windows;
		this.clock = clock;
	}

	@GetMapping("/new")
	String ask(@PathVariable String year, @PathVariable int number, Model model) {
		window(year, number, model);
		model.addAttribute("typed", ObjectionForm.blank());
		return form(null, model);
	}

	@PostMapping
	String add(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") ObjectionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		ObjectionWindow window = window(year, number, model);
		Optional<ObjectionWindow.Said> said = form.read(window, this.clock.instant(), errors);
		if (said.isEmpty()) {
			return form(null, model);
		}
		try {
			int added = this.windows.object(this.appraisals.of(year), number, form.identity(), said.get());
			redirect.addFlashAttribute("notice", "Objection " + added + " is recorded.");
			return WINDOW;
		}
		catch (EngagementChanged ex) {
			return conflict(year, number, ex.number(), form, model);
		}
	}

	@GetMapping("/{objection}")
	String one(@PathVariable String year, @PathVariable int number, @PathVariable int objection, Model model) {
		Objection known = ObjectionWindows.objection(window(year, number, model), objection);
		model.addAttribute("typed", ObjectionForm.of(known));
		return form(known, model);
	}

	@PostMapping("/{objection}")
	String change(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@PathVariable int objection, @ModelAttribute("typed") ObjectionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		ObjectionWindow window = window(year, number, model);
		Objection known = ObjectionWindows.objection(window, objection);
		Optional<ObjectionWindow.Said> said = form.read(window, this.clock.instant(), errors);
		if (said.isEmpty()) {
			return form(known, model);
		}
		try {
			this.windows.change(this.appraisals.of(year), number, objection, said.get(), form.seen());
		}
		catch (EngagementChanged ex) {
			return conflict(year, number, objection, form, model);
		}
		redirect.addFlashAttribute("notice", "Objection " + objection + " is saved.");
		return WINDOW;
	}

	private String conflict(String year, int number, int objection, ObjectionForm form, Model model) {
		Objection theirs = ObjectionWindows.objection(window(year, number, model), objection);
		model.addAttribute("typed", form.over(theirs.version()));
		model.addAttribute("theirs", theirs);
		return form(theirs, model);
	}

	@GetMapping("/{objection}/withdrawal")
	String askWhy(@PathVariable String year, @PathVariable int number, @PathVariable int objection, Model model) {
		Objection known = ObjectionWindows.objection(window(year, number, model), objection);
		return withdrawal(number, known).ask(model);
	}

	@PostMapping("/{objection}/withdrawal")
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@PathVariable int objection, @ModelAttribute("typed") ReasonForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Objection known = ObjectionWindows.objection(window(year, number, model), objection);
		if (!form.passes("Enter why it is withdrawn", errors)) {
			return withdrawal(number, known).again(model);
		}
		try {
			this.windows.withdraw(this.appraisals.of(year), number, objection, form.text(), form.seen());
		}
		catch (EngagementChanged ex) {
			Objection theirs = ObjectionWindows.objection(window(year, number, model), objection);
			return withdrawal(number, theirs).meanwhile(form, model);
		}
		redirect.addFlashAttribute("notice", withdrawal(number, known).done());
		return WINDOW;
	}

	private static WithdrawalPage withdrawal(int number, Objection objection) {
		return new WithdrawalPage("objection " + objection.number(),
				List.of(objection.statement().who() + ": " + objection.statement().words()),
				"/engagement/windows/" + number + "/objections/" + objection.number(), objection.recordedBy(),
				objection.version());
	}

	private ObjectionWindow window(String year, int number, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		ObjectionWindow window = this.windows.one(appraisal, number);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("objections", window);
		return window;
	}

	private static String form(@Nullable Objection objection, Model model) {
		model.addAttribute("objection", objection);
		return "engagement/objection-form";
	}

}
