package org.mandate.scoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;

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
 * The agreed scores, beside what each scorer gave.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/scoring/agreed")
class AgreementController {

	private static final String ALL = "redirect:/{org}/appraisals/{year}/scoring/agreed";

	private final Appraisals appraisals;

	private final Scoring scoring;

	private final Agreement agreement;

	AgreementController(Appraisals appraisals, Scoring scoring, Agreement agreement) {
		this.appraisals = appraisals;
		this.scoring = scoring;
		this.agreement = agreement;
	}

	@ModelAttribute("appraisal")
	AppraisalSummary appraisal(@PathVariable String year) {
		return this.appraisals.of(year);
	}

	@GetMapping
	@AllowedTo
	String all(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal, Member member,
			Model model) {
		Scorecard card = this.scoring.card(appraisal, member);
		model.addAttribute("card", card);
		model.addAttribute("waiting", Agreement.waiting(card));
		model.addAttribute("missing", card.missing().size());
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "scoring/agreed";
	}

	@GetMapping("/{criterion}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable UUID criterion, Member member, Model model) {
		Scorecard card = this.scoring.card(appraisal, member);
		Criterion known = find(card, criterion);
		if (!card.open() || !known.isActive()) {
			return ALL;
		}
		model.addAttribute("typed", AgreementForm.of(card, known));
		return page(card, known, model);
	}

	@PostMapping("/{criterion}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String save(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable UUID criterion, @ModelAttribute("typed") AgreementForm form, BindingResult errors,
			Member member, Model model, RedirectAttributes redirect) {
		Scorecard card = this.scoring.card(appraisal, member);
		Criterion known = find(card, criterion);
		if (!card.open() || !known.isActive()) {
			return ALL;
		}
		Optional<List<Agreement.Statement>> statements = form.read(card, known, errors);
		if (statements.isEmpty()) {
			return page(card, known, model);
		}
		try {
			this.agreement.record(appraisal, statements.get(), member);
		}
		catch (ChangedMeanwhile ex) {
			Scorecard theirs = this.scoring.card(appraisal, member);
			model.addAttribute("conflict", true);
			model.addAttribute("typed", form.over(theirs, known));
			return page(theirs, known, model);
		}
		redirect.addFlashAttribute("notice", "Agreed scores on " + known.name() + ": saved.");
		return next(this.scoring.card(appraisal, member));
	}

	/** On to the next criterion of which something is not agreed. */
	private static String next(Scorecard card) {
		List<Cell> missing = card.missing();
		return missing.isEmpty() ? ALL : ALL + "/" + missing.getFirst().criterion();
	}

	private static Criterion find(Scorecard card, UUID id) {
		return card.all()
			.stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such criterion."));
	}

	private static String page(Scorecard card, Criterion criterion, Model model) {
		model.addAttribute("card", card);
		model.addAttribute("criterion", criterion);
		return "scoring/agreement";
	}

}
