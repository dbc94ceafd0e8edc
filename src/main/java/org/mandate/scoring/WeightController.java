package org.mandate.scoring;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;

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
 * Swing weighting in three steps: rank the swings, weigh them against the most valued
 * one, read raw and normalised weights side by side.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/scoring/weights")
class WeightController {

	private static final String BASE = "redirect:/{org}/appraisals/{year}/scoring";

	private static final String NOTICE = "notice";

	private final Appraisals appraisals;

	private final Scoring scoring;

	private final Criteria criteria;

	WeightController(Appraisals appraisals, Scoring scoring, Criteria criteria) {
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
		card(appraisal, member, model);
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "scoring/weights";
	}

	@GetMapping("/order")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String order(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal, Member member,
			Model model) {
		Weighting weighting = card(appraisal, member, model);
		model.addAttribute("typed", OrderForm.of(weighting));
		return weighting.criteria().isEmpty() ? BASE + "/criteria" : "scoring/order";
	}

	@PostMapping("/order")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String rank(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@ModelAttribute("typed") OrderForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		Weighting weighting = card(appraisal, member, model);
		if (weighting.criteria().isEmpty()) {
			return BASE + "/criteria";
		}
		Optional<Map<UUID, Integer>> ranks = form.read(weighting.criteria(), errors);
		if (ranks.isEmpty()) {
			return "scoring/order";
		}
		try {
			boolean again = this.criteria.rank(appraisal, ranks.get(), form.seen(), member);
			redirect.addFlashAttribute(NOTICE,
					again ? "The swings are ranked. Now weigh them." : "The swings are ranked. The weights still fit.");
		}
		catch (ChangedMeanwhile ex) {
			model.addAttribute("conflict", true);
			model.addAttribute("typed", form.over(card(appraisal, member, model)));
			return "scoring/order";
		}
		return BASE + "/weights/values";
	}

	@GetMapping("/values")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String values(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal, Member member,
			Model model) {
		Weighting weighting = card(appraisal, member, model);
		if (!weighting.isRanked()) {
			return BASE + "/weights/order";
		}
		model.addAttribute("typed", ValuesForm.of(weighting));
		return "scoring/values";
	}

	@PostMapping("/values")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String weigh(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@ModelAttribute("typed") ValuesForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		Weighting weighting = card(appraisal, member, model);
		if (!weighting.isRanked()) {
			return BASE + "/weights/order";
		}
		Optional<Map<UUID, Integer>> weights = form.read(weighting.ranked(), errors);
		if (weights.isEmpty()) {
			return "scoring/values";
		}
		try {
			this.criteria.weigh(appraisal, weights.get(), form.seen(), member);
		}
		catch (ChangedMeanwhile ex) {
			model.addAttribute("conflict", true);
			model.addAttribute("typed", form.over(card(appraisal, member, model)));
			return "scoring/values";
		}
		redirect.addFlashAttribute(NOTICE, "The weights are saved.");
		return BASE + "/weights";
	}

	private Weighting card(AppraisalSummary appraisal, Member member, Model model) {
		Scorecard card = this.scoring.card(appraisal, member);
		model.addAttribute("card", card);
		model.addAttribute("weighting", card.weighting());
		return card.weighting();
	}

}
