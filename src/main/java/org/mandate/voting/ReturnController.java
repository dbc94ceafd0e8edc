package org.mandate.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.forms.Typed;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A locality's return: figures, check, return, then acceptance, sending back, correction.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/returns/{unit}")
@AllowedTo({ Role.LOCALITY_DIRECTOR, Role.COMMISSIONING_MANAGER })
class ReturnController {

	private static final int LONGEST_REASON = 1000;

	private final ReturnViews views;

	private final Returns returns;

	ReturnController(ReturnViews views, Returns returns) {
		this.views = views;
		this.returns = returns;
	}

	@ModelAttribute("address")
	ReturnAddress address(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@PathVariable String unit) {
		return new ReturnAddress(org, year, number, unit);
	}

	@GetMapping
	String show(@ModelAttribute(name = "address", binding = false) ReturnAddress address, Member member, Model model) {
		ReturnView view = view(address, member, model);
		if (view.canEnter() && view.rollsOnly()) {
			return "redirect:" + address.path() + "/roll";
		}
		if (view.canEnter()) {
			EnteredFigures latest = view.latest();
			model.addAttribute("tally",
					TallyForm.of(view.ballot(), (latest != null) ? latest.figures() : null, view.unit().version()));
			return "voting/tally";
		}
		return "voting/return";
	}

	@PostMapping
	String save(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("tally") TallyForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String fill, Member member, Model model) {
		ReturnView view = view(address, member, model);
		Figures figures = form.figures(view.ballot(), errors);
		if (fill != null && !errors.hasErrors()) {
			TallyForm filled = form.filled(view.ballot(), view.unit().entitled(), fill.equals("all"));
			model.addAttribute("tally", filled);
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "tally",
					new BeanPropertyBindingResult(filled, "tally"));
			model.addAttribute("filled", true);
			return "voting/tally";
		}
		report(view, figures, errors);
		if (errors.hasErrors()) {
			return "voting/tally";
		}
		try {
			this.returns.save(place(address), figures, form.seenVersion(), member);
		}
		catch (SavedMeanwhile ex) {
			return conflict(address, "", form, figures, member, model);
		}
		return "redirect:" + address.path() + "/check";
	}

	@GetMapping("/check")
	String check(@ModelAttribute(name = "address", binding = false) ReturnAddress address, Member member, Model model) {
		ReturnView view = view(address, member, model);
		EnteredFigures latest = view.latest();
		if (!view.canEnter() || latest == null) {
			return "redirect:" + address.path();
		}
		model.addAttribute("reason", new ReasonForm("", ""));
		return "voting/check";
	}

	/**
	 * A reason as typed, with the version of the return that the person had before them.
	 */
	public record ReasonForm(@Nullable String reason, @Nullable String seen) {
	}

	@PostMapping("/submission")
	String submit(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("reason") ReasonForm form, BindingResult errors, Member member, Model model) {
		ReturnView view = view(address, member, model);
		EnteredFigures latest = view.latest();
		if (latest != null && latest.isDraft() && !view.warnings().isEmpty()) {
			requireReason(form.reason(), "Say why these figures are right", errors);
		}
		if (errors.hasErrors()) {
			return "voting/check";
		}
		this.returns.submit(place(address), form.reason(), member);
		return "redirect:" + address.path();
	}

	@PostMapping("/acceptance")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String accept(@ModelAttribute(name = "address", binding = false) ReturnAddress address, Member member,
			RedirectAttributes redirect) {
		this.returns.accept(place(address), member);
		redirect.addFlashAttribute("notice", "The return is accepted and counts in the result.");
		return "redirect:" + address.ballot();
	}

	@PostMapping("/sending-back")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String sendBack(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("reason") ReasonForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		requireReason(form.reason(), "Say what the director is to put right", errors);
		if (errors.hasErrors()) {
			view(address, member, model);
			return "voting/return";
		}
		this.returns.sendBack(place(address), Objects.requireNonNull(form.reason()), member);
		redirect.addFlashAttribute("notice", "The return was sent back to the locality's director.");
		return "redirect:" + address.ballot();
	}

	@GetMapping("/correction")
	String correction(@ModelAttribute(name = "address", binding = false) ReturnAddress address, Member member,
			Model model) {
		ReturnView view = view(address, member, model);
		if (view.rollsOnly()) {
			return "redirect:" + address.path() + "/roll/correction";
		}
		Figures counting = view.unit()
			.counting()
			.orElseThrow(() -> new ReturnNotPossible(
					"Nothing of this locality has been accepted, so there is nothing to correct"))
			.figures();
		model.addAttribute("tally", TallyForm.of(view.ballot(), counting, view.unit().version()));
		return "voting/correction";
	}

	@PostMapping("/correction")
	String correct(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("tally") TallyForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		ReturnView view = view(address, member, model);
		Figures figures = form.figures(view.ballot(), errors);
		requireReason(form.reason(), "Say why the accepted figures are corrected", errors);
		report(view, figures, errors);
		if (errors.hasErrors()) {
			return "voting/correction";
		}
		try {
			this.returns.correct(place(address), figures, form.reason(), form.seenVersion(), member);
		}
		catch (SavedMeanwhile ex) {
			return conflict(address, "/correction", form, figures, member, model);
		}
		redirect.addFlashAttribute("notice", view.manages() ? "The correction counts in the result."
				: "The correction was returned. It counts once the commissioning manager accepts it.");
		return "redirect:" + address.path();
	}

	private String conflict(ReturnAddress address, String resource, TallyForm form, Figures figures, Member member,
			Model model) {
		ReturnView now = view(address, member, model);
		model.addAttribute("tally", form.over(now.unit().version()));
		model.addAttribute("mine", figures);
		model.addAttribute("target", address.path() + resource);
		model.addAttribute("canSave", now.canEnter() || !resource.isEmpty());
		return "voting/conflict";
	}

	private static void report(ReturnView view, Figures figures, BindingResult errors) {
		if (!errors.hasErrors()) {
			TallyForm.report(figures.problems(view.unit().entitled(), view.ballot().choices()), view.ballot(), errors);
		}
	}

	private static void requireReason(@Nullable String reason, String message, BindingResult errors) {
		if (reason == null || reason.isBlank()) {
			errors.rejectValue("reason", "missing", message);
		}
		else if (reason.length() > LONGEST_REASON) {
			errors.rejectValue("reason", "length", "The reason must be 1,000 characters or fewer");
		}
		else if (!Typed.visible(reason)) {
			errors.rejectValue("reason", "invisible", "The reason" + Typed.INVISIBLE);
		}
	}

	private Returns.Place place(ReturnAddress address) {
		return this.views.place(address);
	}

	private ReturnView view(ReturnAddress address, Member member, Model model) {
		ReturnView view = this.views.of(address, member, model);
		Map<String, String> unstated = new LinkedHashMap<>();
		unstated.put("", "Nobody's: every number is recorded");
		view.ballot().choices().forEach((choice) -> unstated.put(choice.code(), choice.name()));
		model.addAttribute("unstated", unstated);
		if (!model.containsAttribute("reason")) {
			model.addAttribute("reason", new ReasonForm("", ""));
		}
		return view;
	}

}
