package org.mandate.submissions;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

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
 * How far the proposal of an appraisal is, and what is next.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/submission")
class SubmissionController {

	private static final String HERE = "redirect:/{org}/appraisals/{year}/submission";

	private final SubmissionPages pages;

	private final ProFormas proFormas;

	private final Submissions submissions;

	private final Routes routes;

	SubmissionController(SubmissionPages pages, ProFormas proFormas, Submissions submissions, Routes routes) {
		this.pages = pages;
		this.proFormas = proFormas;
		this.submissions = submissions;
		this.routes = routes;
	}

	/** The model to begin with. */
	public record BeginForm(@Nullable String model) {
	}

	@GetMapping
	@AllowedTo
	String show(@PathVariable String org, @PathVariable String year, @RequestParam @Nullable String asAt, Member member,
			Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		AsAt moment = this.pages.asAt(appraisal, asAt);
		ProForma proForma = this.proFormas.current(appraisal).orElse(null);
		Readiness.Approval approval = this.submissions.approval(appraisal);
		model.addAttribute("typed", new BeginForm((approval != null) ? approval.model() : ""));
		return page(appraisal, proForma, approval, moment, member, model);
	}

	private String page(AppraisalSummary appraisal, @Nullable ProForma proForma, Readiness.@Nullable Approval approval,
			AsAt asAt, Member member, Model model) {
		Edition edition = this.pages.edition(appraisal);
		NoApplication none = this.submissions.noApplication(appraisal).orElse(null);
		boolean writes = member.is(Role.COMMISSIONING_MANAGER);
		model.addAttribute("summary", this.submissions.summary(appraisal));
		model.addAttribute("asAt", asAt);
		model.addAttribute("approval", approval);
		model.addAttribute("nothingToSubmit", Submissions.isNothingToSubmit(edition, approval));
		model.addAttribute("none", none);
		model.addAttribute("writes", writes);
		model.addAttribute("submits", writes || member.is(Role.ACCOUNTABLE_OFFICER));
		model.addAttribute("proForma", proForma);
		model.addAttribute("modelChoices",
				ProFormas.models(edition)
					.stream()
					.map((each) -> new Choice(each.key(), each.name(), each.summary()))
					.toList());
		boolean another = none == null && (proForma == null || this.proFormas.isOver(proForma));
		model.addAttribute("begins", writes && another);
		if (proForma != null) {
			proForma(appraisal, proForma, edition, asAt, model);
			open(appraisal, proForma, edition, approval, asAt, model);
			model.addAttribute("member", member);
		}
		return "submissions/overview";
	}

	private void proForma(AppraisalSummary appraisal, ProForma proForma, Edition edition, AsAt asAt, Model model) {
		Deadline deadline = edition.submission(proForma.model());
		model.addAttribute("modelName", edition.model(proForma.model()).name());
		model.addAttribute("deadline", deadline);
		model.addAttribute("nearness", (deadline != null && proForma.isOpen()) ? asAt.nearness(deadline) : null);
		model.addAttribute("items", ChecklistItem.values());
		model.addAttribute("offices", Attestation.Office.values());
		Submission submission = proForma.submission();
		model.addAttribute("timeliness", (submission != null) ? new Timeliness(deadline, submission.at()) : null);
		model.addAttribute("way", proForma.isSubmitted() ? this.routes.of(appraisal, proForma) : null);
	}

	/** What the record says for it, and what is missing, while it can be changed. */
	private void open(AppraisalSummary appraisal, ProForma proForma, Edition edition,
			Readiness.@Nullable Approval approval, AsAt asAt, Model model) {
		Prefill.Offers offers = null;
		if (proForma.isOpen()) {
			List<Milestone> milestones = this.pages.milestones(appraisal);
			offers = this.proFormas.offers(appraisal, proForma.model(), asAt, milestones);
			model.addAttribute("readiness",
					this.submissions.readiness(appraisal, proForma, approval, asAt, milestones));
		}
		List<SubmissionPages.FieldGroup> fields = SubmissionPages.fields(edition, proForma, offers);
		model.addAttribute("fields", fields);
		model.addAttribute("offered",
				fields.stream()
					.flatMap((group) -> group.lines().stream())
					.filter((line) -> line.answer() == null && line.offer() != null)
					.count());
	}

	@PostMapping
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String begin(@PathVariable String org, @PathVariable String year, @ModelAttribute("typed") BeginForm form,
			BindingResult errors, Member member, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		String chosen = Typed.text(form.model());
		if (ProFormas.models(this.pages.edition(appraisal)).stream().noneMatch((each) -> each.key().equals(chosen))) {
			errors.rejectValue("model", "missing", "Choose the model for which you propose");
			return page(appraisal, this.proFormas.current(appraisal).orElse(null), this.submissions.approval(appraisal),
					this.pages.asAt(appraisal, null), member, model);
		}
		this.proFormas.begin(appraisal, chosen);
		redirect.addFlashAttribute("notice", "The pro forma is begun.");
		return HERE;
	}

	@GetMapping("/no-application")
	@AllowedTo
	String none(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		model.addAttribute("typed", SubmitForms.NoneForm.EMPTY);
		model.addAttribute("reopening", new SubmitForms.ReasonForm(""));
		return none(appraisal, member, model);
	}

	private String none(AppraisalSummary appraisal, Member member, Model model) {
		Readiness.Approval approval = this.submissions.approval(appraisal);
		model.addAttribute("none", this.submissions.noApplication(appraisal).orElse(null));
		model.addAttribute("approval", approval);
		model.addAttribute("nothingToSubmit", Submissions.isNothingToSubmit(this.pages.edition(appraisal), approval));
		model.addAttribute("decides", member.is(Role.COMMISSIONING_MANAGER) || member.is(Role.ACCOUNTABLE_OFFICER));
		return "submissions/no-application";
	}

	@PostMapping("/no-application")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String decline(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("typed") SubmitForms.NoneForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				this.submissions.none(appraisal, Typed.text(form.decidedBy()), form.day(), Typed.text(form.reason()));
				redirect.addFlashAttribute("notice", "It is on record that no application is made.");
				return HERE + "/no-application";
			}
			catch (Refused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
		}
		model.addAttribute("reopening", new SubmitForms.ReasonForm(""));
		return none(appraisal, member, model);
	}

	@PostMapping("/no-application/reopening")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String reopen(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("reopening") SubmitForms.ReasonForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		form.check(errors);
		if (errors.hasErrors()) {
			model.addAttribute("typed", SubmitForms.NoneForm.EMPTY);
			return none(appraisal, member, model);
		}
		this.submissions.reopen(appraisal, form.text());
		redirect.addFlashAttribute("notice", "The question is open again.");
		return HERE;
	}

}
