package org.mandate.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Choice;
import org.mandate.forms.ReasonForm;

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
 * Who is on the scoring panel, and who has finished.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/scoring/panel")
class PanelController {

	private static final String PANEL = "redirect:/{org}/appraisals/{year}/scoring/panel";

	private final Appraisals appraisals;

	private final Scoring scoring;

	private final Panel panel;

	private final People people;

	PanelController(Appraisals appraisals, Scoring scoring, Panel panel, People people) {
		this.appraisals = appraisals;
		this.scoring = scoring;
		this.panel = panel;
		this.people = people;
	}

	/** Who is to be invited. */
	public record InvitationForm(@Nullable List<String> persons) {
	}

	@ModelAttribute("appraisal")
	AppraisalSummary appraisal(@PathVariable String year) {
		return this.appraisals.of(year);
	}

	@GetMapping
	@AllowedTo
	String all(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal, Member member,
			Model model) {
		model.addAttribute("typed", new InvitationForm(new ArrayList<>()));
		return page(appraisal, member, model);
	}

	@PostMapping
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String invite(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@ModelAttribute("typed") InvitationForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		Set<String> known = this.people.active()
			.stream()
			.map((each) -> each.id().id().toString())
			.collect(Collectors.toSet());
		List<String> chosen = (form.persons() != null) ? form.persons() : List.of();
		if (chosen.isEmpty()) {
			errors.rejectValue("persons", "missing", "Choose who is to score");
		}
		else if (!known.containsAll(chosen)) {
			errors.rejectValue("persons", "unknown", "Choose from the people of the organisation");
		}
		if (!errors.hasErrors()) {
			try {
				this.panel.invite(appraisal, chosen.stream().map(UUID::fromString).distinct().toList(), member);
				redirect.addFlashAttribute("notice", (chosen.size() == 1) ? "1 person is on the panel now."
						: chosen.size() + " people are on the panel now.");
				return PANEL;
			}
			catch (ScoringNotPossible ex) {
				errors.rejectValue("persons", "late", String.valueOf(ex.getMessage()));
			}
		}
		return page(appraisal, member, model);
	}

	@GetMapping("/{scorer}/removal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String removal(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable UUID scorer, Model model) {
		model.addAttribute("scorer", this.panel.scorer(appraisal, scorer));
		model.addAttribute("typed", new ReasonForm(null, null));
		return "scoring/removal";
	}

	@PostMapping("/{scorer}/removal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String remove(@ModelAttribute(name = "appraisal", binding = false) AppraisalSummary appraisal,
			@PathVariable UUID scorer, @ModelAttribute("typed") ReasonForm form, BindingResult errors, Member member,
			Model model, RedirectAttributes redirect) {
		Scorer known = this.panel.scorer(appraisal, scorer);
		String reason = Texts.required(errors, "reason", "Enter why " + known.name() + " is removed", "The reason",
				form.reason(), 1000);
		if (errors.hasErrors()) {
			model.addAttribute("scorer", known);
			return "scoring/removal";
		}
		this.panel.remove(appraisal, scorer, reason, member);
		redirect.addFlashAttribute("notice", known.name() + " is removed. Their scores are kept and do not count.");
		return PANEL;
	}

	private String page(AppraisalSummary appraisal, Member member, Model model) {
		boolean manages = member.is(Role.COMMISSIONING_MANAGER);
		Scorecard card = this.scoring.card(appraisal, member);
		model.addAttribute("card", card);
		model.addAttribute("mayChange", manages);
		model.addAttribute("mayInvite", manages && card.agreed().isEmpty());
		if (manages) {
			Set<UUID> on = card.scorers().stream().map(Scorer::person).collect(Collectors.toSet());
			model.addAttribute("choices",
					this.people.active()
						.stream()
						.filter((each) -> !on.contains(each.id().id()))
						.map((each) -> new Choice(each.id().id().toString(), each.name(), duties(each)))
						.toList());
		}
		return "scoring/panel";
	}

	private static String duties(Member member) {
		String roles = member.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", "));
		return (member.localityName() != null) ? roles + ", " + member.localityName() : roles;
	}

}
