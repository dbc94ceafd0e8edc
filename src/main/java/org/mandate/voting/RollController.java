package org.mandate.voting;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.forms.TextCheck;

import org.springframework.http.MediaType;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A locality's return, practice by practice: from a list, or tapped at the meeting on a
 * phone.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/ballots/{number}/returns/{unit}/roll")
@AllowedTo({ Role.LOCALITY_DIRECTOR, Role.COMMISSIONING_MANAGER })
class RollController {

	private static final int LONGEST_REASON = 1000;

	private static final String CORRECTION = "/roll/correction";

	private final ReturnViews views;

	private final Returns returns;

	private final Voting voting;

	RollController(ReturnViews views, Returns returns, Voting voting) {
		this.views = views;
		this.returns = returns;
		this.voting = voting;
	}

	@ModelAttribute("address")
	ReturnAddress address(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@PathVariable String unit) {
		return new ReturnAddress(org, year, number, unit);
	}

	@GetMapping
	String show(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@RequestParam(required = false) @Nullable String at, Member member, Model model) {
		ReturnView view = this.views.of(address, member, model);
		if (!view.canEnter()) {
			return "redirect:" + address.path();
		}
		model.addAttribute("roll",
				RollForm.of(view.electors(), Elector.roll(view.electors()), view.unit().version()).at(at));
		return "voting/roll";
	}

	@PostMapping
	String save(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("roll") RollForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String fill, Member member, Model model) {
		ReturnView view = this.views.of(address, member, model);
		String proposed = view.ballot().proposed();
		if (fill != null && proposed != null) {
			RollForm filled = form.filled(view.electors(), proposed, fill.equals("all"));
			model.addAttribute("roll", filled);
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "roll", new BeanPropertyBindingResult(filled, "roll"));
			model.addAttribute("filled", true);
			return "voting/roll";
		}
		Roll roll = form.roll(view.electors(), view.ballot().choices(), errors);
		if (errors.hasErrors()) {
			return "voting/roll";
		}
		try {
			this.returns.saveRoll(this.views.place(address), roll, form.way(), form.seenVersion(), member);
		}
		catch (SavedMeanwhile ex) {
			return conflict(address, "/roll", form, roll, member, model);
		}
		return "redirect:" + address.path() + "/check";
	}

	/**
	 * What the page's script is told when it sends what was tapped.
	 *
	 * @param state "saved", "conflict" when somebody else saved, or "refused"
	 * @param version of the return, when saved
	 * @param message why it was refused
	 */
	record Answer(String state, int version, @Nullable String message) {

		static Answer refused(@Nullable String message) {
			return new Answer("refused", 0, message);
		}

	}

	@PostMapping(path = "/draft", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Answer keep(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("roll") RollForm form, BindingResult errors, Member member, Model model) {
		ReturnView view = this.views.of(address, member, model);
		Roll roll = form.roll(view.electors(), view.ballot().choices(), errors);
		if (errors.hasErrors()) {
			return Answer.refused(errors.getAllErrors().getFirst().getDefaultMessage());
		}
		Returns.Place place = this.views.place(address);
		try {
			this.returns.saveRoll(place, roll, form.way(), form.seenVersion(), member);
		}
		catch (SavedMeanwhile ex) {
			return new Answer("conflict", 0, null);
		}
		catch (BallotNotOpen | ReturnNotPossible ex) {
			return Answer.refused(ex.getMessage());
		}
		int version = this.voting.ballot(place.appraisal(), place.ballot()).unit(place.unit()).version();
		return new Answer("saved", version, null);
	}

	@GetMapping("/correction")
	String correction(@ModelAttribute(name = "address", binding = false) ReturnAddress address, Member member,
			Model model) {
		ReturnView view = this.views.of(address, member, model);
		if (view.unit().counting().isEmpty()) {
			throw new ReturnNotPossible("Nothing of this locality has been accepted, so there is nothing to correct");
		}
		Roll counting = this.returns.countingRolls(view.ballot()).getOrDefault(address.unit(), Roll.empty());
		model.addAttribute("roll", RollForm.of(view.electors(), counting, view.unit().version()));
		model.addAttribute("correcting", true);
		return "voting/roll";
	}

	@PostMapping("/correction")
	String correct(@ModelAttribute(name = "address", binding = false) ReturnAddress address,
			@ModelAttribute("roll") RollForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		ReturnView view = this.views.of(address, member, model);
		model.addAttribute("correcting", true);
		Roll roll = form.roll(view.electors(), view.ballot().choices(), errors);
		requireReason(form.reason(), errors);
		if (errors.hasErrors()) {
			return "voting/roll";
		}
		try {
			this.returns.correctRoll(this.views.place(address), roll, Way.ROLL, form.reason(), form.seenVersion(),
					member);
		}
		catch (SavedMeanwhile ex) {
			return conflict(address, CORRECTION, form, roll, member, model);
		}
		redirect.addFlashAttribute("notice", view.manages() ? "The correction counts in the result."
				: "The correction was returned. It counts once the commissioning manager accepts it.");
		return "redirect:" + address.path();
	}

	private static void requireReason(String reason, BindingResult errors) {
		new TextCheck(errors).prose("reason", reason, "The reason", LONGEST_REASON,
				"Say why the accepted figures are corrected");
	}

	private String conflict(ReturnAddress address, String resource, RollForm form, Roll roll, Member member,
			Model model) {
		ReturnView now = this.views.of(address, member, model);
		model.addAttribute("roll", form.over(now.unit().version()));
		model.addAttribute("mine", roll.figures());
		model.addAttribute("different", now.electors().stream().filter((elector) -> differs(elector, form)).toList());
		model.addAttribute("target", address.path() + resource);
		model.addAttribute("canSave", now.canEnter() || resource.equals(CORRECTION));
		return "voting/roll-conflict";
	}

	private static boolean differs(Elector elector, RollForm form) {
		String theirs = elector.vote();
		return !form.vote(elector.code()).equals((theirs != null) ? theirs : "");
	}

}
