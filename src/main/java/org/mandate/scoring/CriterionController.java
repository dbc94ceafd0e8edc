package org.mandate.scoring;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.ReasonForm;
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
 * The criteria of an appraisal.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/scoring/criteria")
class CriterionController {

	private static final String LIST = "redirect:/{org}/appraisals/{year}/scoring/criteria";

	private static final String NOTICE = "notice";

	private final Appraisals appraisals;

	private final Scoring scoring;

	private final Criteria criteria;

	CriterionController(Appraisals appraisals, Scoring scoring, Criteria criteria) {
		this.appraisals = appraisals;
		this.scoring = scoring;
		this.criteria = criteria;
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
		model.addAttribute("factors", SuccessFactor.values());
		model.addAttribute("local",
				card.criteria().stream().filter((criterion) -> criterion.successFactor() == null).count());
		model.addAttribute("adoptable",
				Arrays.stream(SuccessFactor.values())
					.anyMatch((factor) -> card.criteria()
						.stream()
						.noneMatch((each) -> factor.key().equals(each.successFactor()))));
		model.addAttribute("citation", SuccessFactor.CITATION);
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "scoring/criteria";
	}

	@PostMapping("/adoption")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String adopt(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal, Member member,
			RedirectAttributes redirect) {
		int adopted = this.criteria.adopt(appraisal, member);
		redirect.addFlashAttribute(NOTICE, (adopted == 0) ? "The success factors are all there already."
				: "Adopted %d of the success factors. Reword them where they do not fit.".formatted(adopted));
		return LIST;
	}

	@GetMapping("/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String blank(Model model) {
		model.addAttribute("typed", CriterionForm.blank());
		return "scoring/criterion";
	}

	@PostMapping
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String add(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@ModelAttribute("typed") CriterionForm form, BindingResult errors, Member member,
			RedirectAttributes redirect) {
		Optional<CriterionWording> wording = form.wording(errors);
		if (wording.isEmpty()) {
			return "scoring/criterion";
		}
		try {
			this.criteria.add(appraisal, wording.get(), member);
		}
		catch (CriterionExists ex) {
			errors.rejectValue("name", "taken", String.valueOf(ex.getMessage()));
			return "scoring/criterion";
		}
		redirect.addFlashAttribute(NOTICE, wording.get().name() + " is a criterion now.");
		return LIST;
	}

	@GetMapping("/{criterion}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable UUID criterion, Model model) {
		Criterion known = this.criteria.one(appraisal, criterion);
		if (!known.isActive()) {
			return LIST;
		}
		model.addAttribute("typed", CriterionForm.of(known));
		return page(known, null, model);
	}

	@PostMapping("/{criterion}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String save(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable UUID criterion, @ModelAttribute("typed") CriterionForm form, BindingResult errors,
			Member member, Model model, RedirectAttributes redirect) {
		Criterion known = this.criteria.one(appraisal, criterion);
		Optional<CriterionWording> wording = form.wording(errors);
		if (wording.isEmpty()) {
			return page(known, null, model);
		}
		try {
			this.criteria.change(appraisal, criterion, wording.get(), Typed.version(form.version()), member);
		}
		catch (CriterionExists ex) {
			errors.rejectValue("name", "taken", String.valueOf(ex.getMessage()));
			return page(known, null, model);
		}
		catch (ChangedMeanwhile ex) {
			Criterion theirs = this.criteria.one(appraisal, criterion);
			model.addAttribute("typed", form.over(theirs));
			return page(theirs, theirs, model);
		}
		redirect.addFlashAttribute(NOTICE, wording.get().name() + ": saved.");
		return LIST;
	}

	@GetMapping("/{criterion}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String withdrawal(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable UUID criterion, Model model) {
		Criterion known = this.criteria.one(appraisal, criterion);
		if (!known.isActive()) {
			return LIST;
		}
		model.addAttribute("typed", ReasonForm.blank(known.version()));
		return page(known, null, model, "scoring/withdrawal");
	}

	@PostMapping("/{criterion}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String withdraw(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable UUID criterion, @ModelAttribute("typed") ReasonForm form, BindingResult errors, Member member,
			Model model, RedirectAttributes redirect) {
		Criterion known = this.criteria.one(appraisal, criterion);
		String reason = Texts.required(errors, "reason", "Enter why the criterion is withdrawn", "The reason",
				form.reason(), 1000);
		if (errors.hasErrors()) {
			return page(known, null, model, "scoring/withdrawal");
		}
		try {
			this.criteria.withdraw(appraisal, criterion, reason, form.seen(), member);
		}
		catch (ChangedMeanwhile ex) {
			Criterion theirs = this.criteria.one(appraisal, criterion);
			model.addAttribute("typed", form.over(theirs.version()));
			return page(theirs, theirs, model, "scoring/withdrawal");
		}
		redirect.addFlashAttribute(NOTICE, known.name() + " is withdrawn. Its scores are kept and no longer count.");
		return LIST;
	}

	private String page(Criterion criterion, @Nullable Criterion theirs, Model model) {
		return page(criterion, theirs, model, "scoring/criterion");
	}

	private String page(Criterion criterion, @Nullable Criterion theirs, Model model, String view) {
		model.addAttribute("criterion", criterion);
		model.addAttribute("theirs", theirs);
		model.addAttribute("given", this.criteria.scoresOn(criterion.id()));
		return view;
	}

}
