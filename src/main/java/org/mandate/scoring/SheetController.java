package org.mandate.scoring;

import java.util.List;
import java.util.Optional;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Typed;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The scoring sheet of the person who is signed in; nobody opens another's.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/scoring/mine")
@AllowedTo
class SheetController {

	private static final String MINE = "redirect:/{org}/appraisals/{year}/scoring/mine";

	private final Appraisals appraisals;

	private final Scoring scoring;

	private final Panel panel;

	SheetController(Appraisals appraisals, Scoring scoring, Panel panel) {
		this.appraisals = appraisals;
		this.scoring = scoring;
		this.panel = panel;
	}

	@ModelAttribute("appraisal")
	AppraisalSummary appraisal(@PathVariable String year) {
		return this.appraisals.of(year);
	}

	@GetMapping
	String show(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal, Member member,
			Model model) {
		Scorecard card = this.scoring.card(appraisal, member);
		Optional<Scorer> own = card.scorer(member.id().id());
		own.ifPresent((scorer) -> model.addAttribute("typed", SheetForm.of(card, scorer)));
		return page(card, member, model);
	}

	@PostMapping
	String save(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@ModelAttribute("typed") SheetForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String finish, Member member, Model model, RedirectAttributes redirect) {
		Scorecard card = this.scoring.card(appraisal, member);
		boolean finishing = !finish.isEmpty();
		if (card.scorer(member.id().id()).filter(Scorer::isActive).isEmpty()) {
			throw new NotAllowed("You are not on the scoring panel of this appraisal.");
		}
		Optional<List<Panel.Entry>> entries = form.read(card, finishing, errors);
		if (entries.isEmpty()) {
			return page(card, member, model);
		}
		try {
			this.panel.save(appraisal, entries.get(), Typed.version(form.seen()), finishing, member);
		}
		catch (ChangedMeanwhile ex) {
			return conflict(appraisal, form, member, model);
		}
		catch (SheetIncomplete ex) {
			errors.reject("incomplete", String.valueOf(ex.getMessage()));
			return page(this.scoring.card(appraisal, member), member, model);
		}
		redirect.addFlashAttribute("notice", finishing ? "Your sheet is finished. Thank you."
				: "Saved as a draft. Nobody else sees it. Come back and finish it when it is complete.");
		return MINE;
	}

	@PostMapping("/reopening")
	String reopen(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal, Member member,
			RedirectAttributes redirect) {
		try {
			this.panel.reopen(appraisal, member);
			redirect.addFlashAttribute("notice", "Your sheet is a draft again. Finish it when you are done.");
		}
		catch (ScoringNotPossible ex) {
			redirect.addFlashAttribute("notice", String.valueOf(ex.getMessage()));
		}
		return MINE;
	}

	/** The sheet was saved in another window: both are shown, and nothing is lost. */
	private String conflict(AppraisalSummary appraisal, SheetForm form, Member member, Model model) {
		Scorecard card = this.scoring.card(appraisal, member);
		Scorer own = card.scorer(member.id().id()).orElseThrow();
		model.addAttribute("saved", SheetForm.of(card, own));
		model.addAttribute("typed", form.over(own));
		return page(card, member, model);
	}

	private static String page(Scorecard card, Member member, Model model) {
		Optional<Scorer> own = card.scorer(member.id().id());
		model.addAttribute("card", card);
		model.addAttribute("own", own.orElse(null));
		model.addAttribute("reopenable", own.isPresent() && Panel.mayReopen(card));
		boolean canEnter = own.isPresent() && own.get().isActive() && !card.criteria().isEmpty();
		if (!canEnter) {
			return "scoring/no-sheet";
		}
		boolean conflict = model.containsAttribute("saved");
		return (own.get().isFinished() && !conflict) ? "scoring/finished" : "scoring/sheet";
	}

}
