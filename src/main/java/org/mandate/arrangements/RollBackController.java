package org.mandate.arrangements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.Typed;
import org.mandate.guidance.Edition;

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
 * Rolling an arrangement back: proposed by the commissioning manager, agreed to by the
 * accountable officer for the CCG and, as the manager records, by NHS England.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/arrangement/roll-back")
class RollBackController {

	private final Appraisals appraisals;

	private final Arrangements arrangements;

	private final Assurance assurance;

	private final RollBacks rollBacks;

	private final Ledger ledger;

	RollBackController(Appraisals appraisals, Arrangements arrangements, Assurance assurance, RollBacks rollBacks,
			Ledger ledger) {
		this.appraisals = appraisals;
		this.arrangements = arrangements;
		this.assurance = assurance;
		this.rollBacks = rollBacks;
		this.ledger = ledger;
	}

	/** The models that come before one, with which the CCG takes on less. */
	static Map<String, String> earlier(Edition edition, String model) {
		Map<String, String> found = new LinkedHashMap<>();
		for (Edition.Model each : edition.models()) {
			if (each.key().equals(model)) {
				break;
			}
			found.put(each.key(), each.name());
		}
		return found;
	}

	@GetMapping("/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String toPropose(@PathVariable String org, @PathVariable String year, Model model) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("typed", new RollBackForms.Proposing("", "", "", null, ""));
		return proposing(appraisal, standing(appraisal), this.assurance.of(appraisal), model);
	}

	@PostMapping
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String propose(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("typed") RollBackForms.Proposing form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		Arrangement standing = standing(appraisal);
		List<AssuranceEntry> log = this.assurance.of(appraisal);
		form.check(standing, earlier(this.arrangements.edition(appraisal), standing.statement().model()).keySet(), log,
				errors);
		if (errors.hasErrors()) {
			return proposing(appraisal, standing, log, model);
		}
		this.rollBacks.propose(appraisal, form.proposal());
		redirect.addFlashAttribute("notice", "The roll-back is proposed. It takes effect once both have agreed.");
		return ArrangementController.PAGE;
	}

	private Arrangement standing(AppraisalSummary appraisal) {
		return this.arrangements.current(appraisal)
			.orElseThrow(() -> new ArrangementRefused(
					"No arrangement is in force, so there is none that could be rolled back."));
	}

	private String proposing(AppraisalSummary appraisal, Arrangement standing, List<AssuranceEntry> log, Model model) {
		Edition edition = this.arrangements.edition(appraisal);
		Map<String, String> entries = new LinkedHashMap<>();
		entries.put("", "None");
		log.forEach((entry) -> entries.put(Integer.toString(entry.number()), "%d, %s: %s".formatted(entry.number(),
				London.date(entry.statement().on()), entry.statement().theme())));
		model.addAttribute("modelChoices", earlier(edition, standing.statement().model()));
		model.addAttribute("modelNames", ArrangementController.names(edition));
		model.addAttribute("entryChoices", entries);
		model.addAttribute("standing", standing);
		return "arrangements/roll-back";
	}

	@GetMapping("/{number}/agreement")
	@AllowedTo(Role.ACCOUNTABLE_OFFICER)
	String toAgree(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("typed", new RollBackForms.Agreeing("", DateBoxes.of(this.ledger.today()), ""));
		return agreeing(appraisal, number, false, model);
	}

	@PostMapping("/{number}/agreement")
	@AllowedTo(Role.ACCOUNTABLE_OFFICER)
	String agree(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") RollBackForms.Agreeing form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		form.check(false, this.ledger.today(), errors);
		if (errors.hasErrors()) {
			return agreeing(appraisal, number, false, model);
		}
		this.rollBacks.agreeForCcg(appraisal, number, new RollBack.Agreement(member.name(), form.day(), null));
		return agreed(appraisal, number, redirect);
	}

	@GetMapping("/{number}/nhs-england")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String toRecord(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("typed", new RollBackForms.Agreeing("", null, ""));
		return agreeing(appraisal, number, true, model);
	}

	@PostMapping("/{number}/nhs-england")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String record(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") RollBackForms.Agreeing form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		form.check(true, this.ledger.today(), errors);
		if (errors.hasErrors()) {
			return agreeing(appraisal, number, true, model);
		}
		this.rollBacks.agreeForEngland(appraisal, number,
				new RollBack.Agreement(Typed.text(form.by()), form.day(), Typed.text(form.evidence())));
		return agreed(appraisal, number, redirect);
	}

	private String agreed(AppraisalSummary appraisal, int number, RedirectAttributes redirect) {
		RollBack now = this.rollBacks.one(appraisal, number);
		redirect.addFlashAttribute("notice",
				(now.tookEffectOn() != null)
						? "Both have agreed. The roll-back takes effect on %s."
							.formatted(London.date(now.tookEffectOn()))
						: "The agreement is recorded. " + now.standing() + ".");
		return ArrangementController.PAGE;
	}

	private String agreeing(AppraisalSummary appraisal, int number, boolean england, Model model) {
		model.addAttribute("rollBack", this.rollBacks.one(appraisal, number));
		model.addAttribute("modelNames", ArrangementController.names(this.arrangements.edition(appraisal)));
		model.addAttribute("england", england);
		return "arrangements/agreement";
	}

	@GetMapping("/{number}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String askWhy(@PathVariable String org, @PathVariable String year, @PathVariable int number, Model model) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		model.addAttribute("typed", new RollBackForms.Withdrawing(""));
		return withdrawing(appraisal, number, model);
	}

	@PostMapping("/{number}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String withdraw(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			@ModelAttribute("typed") RollBackForms.Withdrawing form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = ArrangementController.page(this.appraisals, org, year, model);
		form.check(errors);
		if (errors.hasErrors()) {
			return withdrawing(appraisal, number, model);
		}
		this.rollBacks.withdraw(appraisal, number, Typed.text(form.reason()));
		redirect.addFlashAttribute("notice", "The proposal is withdrawn. It stays on record.");
		return ArrangementController.PAGE;
	}

	private String withdrawing(AppraisalSummary appraisal, int number, Model model) {
		model.addAttribute("rollBack", this.rollBacks.one(appraisal, number));
		model.addAttribute("modelNames", ArrangementController.names(this.arrangements.edition(appraisal)));
		return "arrangements/withdrawal";
	}

}
