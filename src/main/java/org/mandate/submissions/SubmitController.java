package org.mandate.submissions;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
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
 * Attesting, submitting, recording that it was received, and withdrawing.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/submission")
class SubmitController {

	private static final String BACK = "redirect:/{org}/appraisals/{year}/submission";

	private final SubmissionPages pages;

	private final ProFormas proFormas;

	private final Attestations attestations;

	private final Submissions submissions;

	SubmitController(SubmissionPages pages, ProFormas proFormas, Attestations attestations, Submissions submissions) {
		this.pages = pages;
		this.proFormas = proFormas;
		this.attestations = attestations;
		this.submissions = submissions;
	}

	@GetMapping("/attestations/{office}")
	@AllowedTo
	String attestation(@PathVariable String org, @PathVariable String year, @PathVariable("office") String slug,
			Member member, Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.open(appraisal, model);
		model.addAttribute("typed", SubmitForms.AttestationForm.of(proForma));
		return attestation(office(slug), appraisal, proForma, member, model);
	}

	private static Attestation.Office office(String slug) {
		return Attestation.Office.of(slug).orElseThrow(() -> new NotFound("Nobody attests as that."));
	}

	private String attestation(Attestation.Office office, AppraisalSummary appraisal, ProForma proForma, Member member,
			Model model) {
		model.addAttribute("office", office);
		model.addAttribute("given", proForma.attested(office));
		model.addAttribute("voided", proForma.voided(office));
		model.addAttribute("complete", proForma.isComplete(this.pages.edition(appraisal)));
		model.addAttribute("mine", member.is(office.role()));
		model.addAttribute("words", Attestation.WORDS);
		return "submissions/attestation";
	}

	@PostMapping("/attestations/{office}")
	@AllowedTo({ Role.ACCOUNTABLE_OFFICER, Role.CONFLICTS_GUARDIAN })
	String attest(@PathVariable String org, @PathVariable String year, @PathVariable("office") String slug,
			@ModelAttribute("typed") SubmitForms.AttestationForm form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		Attestation.Office office = office(slug);
		ProForma proForma = this.pages.open(appraisal, model);
		if (!member.is(office.role())) {
			throw new NotNow("Only the %s attests here.".formatted(office.inSentence()));
		}
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				this.attestations.attest(appraisal, office, member, form.read(), form.signed());
				redirect.addFlashAttribute("notice", "You attested. A later change of the pro forma makes it void.");
				return BACK;
			}
			catch (Refused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
			catch (ChangedMeanwhile ex) {
				errors.reject("changed",
						"The pro forma was changed since you opened this page. Read it again, then attest.");
				model.addAttribute("typed", new SubmitForms.AttestationForm("", form.signedOn(), form.evidence(),
						Integer.toString(proForma.revision())));
				model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "typed", errors);
			}
		}
		return attestation(office, appraisal, proForma, member, model);
	}

	@GetMapping("/submit")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String submitting(@PathVariable String org, @PathVariable String year, Model model) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.open(appraisal, model);
		model.addAttribute("typed", SubmitForms.SubmissionForm.EMPTY);
		return submitting(appraisal, proForma,
				this.submissions.readiness(appraisal, proForma, this.pages.asAt(appraisal, null)), model);
	}

	private String submitting(AppraisalSummary appraisal, ProForma proForma, @Nullable Readiness readiness,
			Model model) {
		Edition edition = this.pages.edition(appraisal);
		model.addAttribute("readiness", readiness);
		model.addAttribute("deadline", edition.submission(proForma.model()));
		model.addAttribute("modelName", edition.model(proForma.model()).name());
		return "submissions/submit";
	}

	@PostMapping("/submit")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String submit(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("typed") SubmitForms.SubmissionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.open(appraisal, model);
		form.check(errors);
		Readiness readiness = null;
		if (!errors.hasErrors()) {
			try {
				Timeliness timeliness = this.submissions.submit(appraisal, form.moment());
				redirect.addFlashAttribute("notice", "The pro forma is submitted and frozen. " + timeliness.words());
				return BACK;
			}
			catch (Refused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
			catch (NotReady ex) {
				readiness = ex.readiness();
				model.addAttribute("hasErrors", true);
			}
		}
		return submitting(appraisal, proForma, readiness, model);
	}

	@GetMapping("/receipt")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String receipt(@PathVariable String org, @PathVariable String year, Model model) {
		this.pages.submitted(this.pages.appraisal(org, year, model), model);
		model.addAttribute("typed", SubmitForms.ReceiptForm.EMPTY);
		return "submissions/receipt";
	}

	@PostMapping("/receipt")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String received(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("typed") SubmitForms.ReceiptForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		this.pages.submitted(appraisal, model);
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				this.submissions.received(appraisal, form.at(), form.known());
				redirect.addFlashAttribute("notice", "It is on record that NHS England received the pro forma.");
				return BACK;
			}
			catch (Refused ex) {
				errors.rejectValue(ex.field(), "refused", String.valueOf(ex.getMessage()));
			}
		}
		return "submissions/receipt";
	}

	@GetMapping("/withdrawal")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String withdrawing(@PathVariable String org, @PathVariable String year, Model model) {
		ProForma proForma = this.pages.proForma(this.pages.appraisal(org, year, model), model);
		requireStanding(proForma);
		model.addAttribute("typed", new SubmitForms.ReasonForm(""));
		return "submissions/withdrawal";
	}

	private static void requireStanding(ProForma proForma) {
		if (Objects.nonNull(proForma.givenUp())) {
			throw new NotNow("The pro forma was given up already. Begin another one.");
		}
	}

	@PostMapping("/withdrawal")
	@AllowedTo({ Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER })
	String withdraw(@PathVariable String org, @PathVariable String year,
			@ModelAttribute("typed") SubmitForms.ReasonForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.pages.appraisal(org, year, model);
		ProForma proForma = this.pages.proForma(appraisal, model);
		requireStanding(proForma);
		form.check(errors);
		if (errors.hasErrors()) {
			return "submissions/withdrawal";
		}
		if (proForma.isSubmitted()) {
			this.submissions.withdraw(appraisal, form.text());
			redirect.addFlashAttribute("notice",
					"The submission is withdrawn. The pro forma can be changed, and has to be attested again.");
		}
		else {
			this.proFormas.giveUp(appraisal, form.text());
			redirect.addFlashAttribute("notice", "The pro forma is given up.");
		}
		return BACK;
	}

}
