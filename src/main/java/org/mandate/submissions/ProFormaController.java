package org.mandate.submissions;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.forms.Choice;

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
 * What is written in the pro forma: by the commissioning manager, who also enters the
 * area team's part.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/submission")
@AllowedTo(Role.COMMISSIONING_MANAGER)
class ProFormaController {

	private static final String BACK = "redirect:/{org}/appraisals/{year}/submission";

	private final SubmissionPages pages;

	private final ProFormas proFormas;

	ProFormaController(SubmissionPages pages, ProFormas proFormas) {
		this.pages = pages;
		this.proFormas = proFormas;
	}

	@GetMapping("/fields/{field}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String field(@PathVariable String org, @PathVariable String year, @PathVariable("field") String slug,
			@RequestParam @Nullable String from, Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.open(appraisal, model);
		ProFormaField field = field(appraisal, proForma, slug);
		Prefill.Offers offers = offers(appraisal, proForma);
		model.addAttribute("typed",
				PartForms.FieldForm.of(proForma.answers().get(field), offers.of(field), "record".equals(from)));
		return field(field, proForma, offers, null, model);
	}

	private ProFormaField field(AppraisalSummary appraisal, ProForma proForma, String slug) {
		return ProFormaField.of(slug)
			.filter((field) -> ProFormaField.of(this.pages.edition(appraisal), proForma.model()).contains(field))
			.orElseThrow(() -> new NotFound("The pro forma has no such field."));
	}

	private Prefill.Offers offers(AppraisalSummary appraisal, ProForma proForma) {
		return this.proFormas.offers(appraisal, proForma.model(), this.pages.asAt(appraisal, null));
	}

	private static String field(ProFormaField field, ProForma proForma, Prefill.Offers offers, @Nullable Answer theirs,
			Model model) {
		model.addAttribute("line",
				new SubmissionPages.FieldLine(field, proForma.answers().get(field), offers.of(field)));
		model.addAttribute("silence", offers.silences().get(field));
		model.addAttribute("theirs", theirs);
		return "submissions/field";
	}

	@PostMapping("/fields/{field}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String answer(@PathVariable String org, @PathVariable String year, @PathVariable("field") String slug,
			@ModelAttribute("typed") PartForms.FieldForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.open(appraisal, model);
		ProFormaField field = field(appraisal, proForma, slug);
		Prefill.Offers offers = offers(appraisal, proForma);
		form.check(field, errors);
		if (errors.hasErrors()) {
			return field(field, proForma, offers, null, model);
		}
		try {
			this.proFormas.answer(appraisal, field, form.said(), form.seen(offers.of(field)), form.known());
		}
		catch (ChangedMeanwhile ex) {
			ProForma now = this.pages.proForma(appraisal, model);
			Answer theirs = now.answers().get(field);
			model.addAttribute("typed", form.over(theirs));
			return field(field, now, offers, theirs, model);
		}
		redirect.addFlashAttribute("notice", "“%s” is saved.".formatted(field.label()));
		return BACK;
	}

	@PostMapping("/record")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String takeOver(@PathVariable String org, @PathVariable String year, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		int taken = this.proFormas.takeOver(appraisal, this.pages.asAt(appraisal, null)).size();
		redirect.addFlashAttribute("notice",
				(taken == 0) ? "The record says nothing for the fields that are still empty."
						: "%d field%s filled in from the record. Read and edit %s before anybody attests."
							.formatted(taken, (taken == 1) ? " is" : "s are", (taken == 1) ? "it" : "them"));
		return BACK;
	}

	@GetMapping("/area-team")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String areaTeam(@PathVariable String org, @PathVariable String year, Model model) {
		ProForma proForma = this.pages.open(this.pages.appraisal(org, year, model), model);
		model.addAttribute("typed", PartForms.AreaTeamForm.of(proForma.areaTeam()));
		return areaTeam(null, model);
	}

	private static String areaTeam(@Nullable AreaTeamPart theirs, Model model) {
		model.addAttribute("theirs", theirs);
		model.addAttribute("supports", Choice.all(AreaTeamPart.Support.values(), AreaTeamPart.Support::label));
		return "submissions/area-team";
	}

	@PostMapping("/area-team")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String saveAreaTeam(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("typed") PartForms.AreaTeamForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		this.pages.open(appraisal, model);
		form.check(errors);
		AreaTeamPart theirs = null;
		if (!errors.hasErrors()) {
			try {
				this.proFormas.areaTeam(appraisal, form.part(), form.known());
				redirect.addFlashAttribute("notice", "The area team's part is saved.");
				return BACK;
			}
			catch (ChangedMeanwhile ex) {
				theirs = this.pages.proForma(appraisal, model).areaTeam();
				model.addAttribute("typed", form.over(theirs));
			}
			catch (Refused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
		}
		return areaTeam(theirs, model);
	}

	@GetMapping("/checklist/{item}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String item(@PathVariable String org, @PathVariable String year, @PathVariable("item") String slug, Model model) {
		ProForma proForma = this.pages.open(this.pages.appraisal(org, year, model), model);
		ChecklistItem item = item(slug);
		model.addAttribute("typed", PartForms.DocumentForm.of(proForma.checklist().get(item)));
		return item(item, proForma, null, model);
	}

	private static ChecklistItem item(String slug) {
		return ChecklistItem.of(slug).orElseThrow(() -> new NotFound("The checklist has no such document."));
	}

	private String item(ChecklistItem item, ProForma proForma, @Nullable ChecklistEntry theirs, Model model) {
		AppraisalSummary appraisal = (AppraisalSummary) model.getAttribute("appraisal");
		@Nullable ProFormaField field = switch (item) {
			case GOVERNANCE -> ProFormaField.GOVERNANCE;
			case CONSTITUTION -> ProFormaField.CONSTITUTION;
			case FINANCE -> null;
			case CONFLICTS -> ProFormaField.CONFLICTS;
		};
		model.addAttribute("found",
				(field != null && appraisal != null) ? offers(appraisal, proForma).of(field) : null);
		model.addAttribute("item", item);
		model.addAttribute("theirs", theirs);
		return "submissions/checklist-item";
	}

	@PostMapping("/checklist/{item}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String saveItem(@PathVariable String org, @PathVariable String year, @PathVariable("item") String slug,
			@ModelAttribute("typed") PartForms.DocumentForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.open(appraisal, model);
		ChecklistItem item = item(slug);
		form.check(errors);
		if (errors.hasErrors()) {
			return item(item, proForma, null, model);
		}
		try {
			this.proFormas.document(appraisal, item, form.entry(), form.known());
		}
		catch (ChangedMeanwhile ex) {
			ProForma now = this.pages.proForma(appraisal, model);
			ChecklistEntry theirs = now.checklist().get(item);
			model.addAttribute("typed", form.over(theirs));
			return item(item, now, theirs, model);
		}
		redirect.addFlashAttribute("notice", "“%s” is saved.".formatted(item.label()));
		return BACK;
	}

}
