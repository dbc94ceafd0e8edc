package org.mandate.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.forms.TextCheck;
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
 * The second entry of returned figures by another person, and the choice between two
 * entries that differ.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/returns/{unit}/second-entry")
@AllowedTo({ Role.LOCALITY_DIRECTOR, Role.COMMISSIONING_MANAGER })
class SecondEntryController {

	private final ReturnViews views;

	private final Returns returns;

	SecondEntryController(ReturnViews views, Returns returns) {
		this.views = views;
		this.returns = returns;
	}

	/**
	 * Which of two entries counts, as chosen.
	 *
	 * @param entry "first" or "second"
	 * @param reason why
	 * @param seen version of the return that the person had before them
	 */
	public record ChoiceForm(@Nullable String entry, @Nullable String reason, @Nullable String seen) {

		private void check(BindingResult errors) {
			if (!"first".equals(this.entry) && !"second".equals(this.entry)) {
				errors.rejectValue("entry", "missing", "Choose the entry that is right");
			}
			new TextCheck(errors).prose("reason", this.reason, "The reason", 1000, "Say why this entry is right");
		}

		private int seenVersion() {
			return Typed.version(this.seen);
		}

	}

	@ModelAttribute("address")
	ReturnAddress address(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@PathVariable String unit) {
		return new ReturnAddress(org, year, number, unit);
	}

	@GetMapping
	String show(@ModelAttribute(name = "address", binding = false) ReturnAddress address, Member member, Model model) {
		ReturnView view = view(address, member, model);
		SecondEntry.State state = SecondEntry.state(view.ballot(), view.latest(), member);
		if (state == SecondEntry.State.AWAITED) {
			model.addAttribute("tally", TallyForm.of(view.ballot(), null, view.unit().version()));
			return "voting/second-entry";
		}
		if (state == SecondEntry.State.DIFFERENT && view.manages()) {
			model.addAttribute("choice", new ChoiceForm("", "", Integer.toString(view.unit().version())));
			return comparison(view, model);
		}
		return "redirect:" + address.path();
	}

	@PostMapping
	String enter(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("tally") TallyForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		ReturnView view = view(address, member, model);
		Figures figures = form.figures(view.ballot(), errors);
		if (!errors.hasErrors()) {
			TallyForm.report(figures.problems(view.unit().entitled(), view.ballot().choices()), view.ballot(), errors);
		}
		if (errors.hasErrors()) {
			return "voting/second-entry";
		}
		boolean agree = this.returns.enterAgain(this.views.place(address), figures, member);
		redirect.addFlashAttribute("notice",
				agree ? "Both entries agree. The return is accepted and counts in the result."
						: "The two entries differ. The commissioning manager compares them and chooses.");
		return "redirect:" + address.path();
	}

	@PostMapping("/choice")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String choose(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("choice") ChoiceForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		form.check(errors);
		ReturnView view = view(address, member, model);
		if ("second".equals(form.entry()) && view.ballot().rule().weight().weighted()) {
			errors.rejectValue("entry", "weighted",
					"In this ballot practices do not weigh the same, and the second entry does not say which practice did what. Choose the first entry, or send the return back");
		}
		if (errors.hasErrors()
				&& SecondEntry.state(view.ballot(), view.latest(), member) == SecondEntry.State.DIFFERENT) {
			return comparison(view, model);
		}
		this.returns.settle(this.views.place(address), "second".equals(form.entry()), Typed.text(form.reason()),
				form.seenVersion(), member);
		redirect.addFlashAttribute("notice",
				"The %s entry is accepted and counts in the result.".formatted(form.entry()));
		return "redirect:" + address.path();
	}

	private static String comparison(ReturnView view, Model model) {
		EnteredFigures latest = Objects.requireNonNull(view.latest());
		model.addAttribute("lines", new TwoEntries(latest.figures(), Objects.requireNonNull(latest.second().figures()))
			.lines(view.ballot()));
		return "voting/two-entries";
	}

	private ReturnView view(ReturnAddress address, Member member, Model model) {
		ReturnView view = this.views.of(address, member, model);
		Map<String, String> unstated = new LinkedHashMap<>();
		unstated.put("", "Nobody's: every number is recorded");
		view.ballot().choices().forEach((choice) -> unstated.put(choice.code(), choice.name()));
		model.addAttribute("unstated", unstated);
		return view;
	}

}
