package org.mandate.coversheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
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
 * The officers' approvals of a paper: asked for by the commissioning manager, answered by
 * the officer.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/approvals")
class ApprovalController {

	private static final String LIST = "redirect:/{org}/appraisals/{year}/approvals";

	private final Appraisals appraisals;

	private final Approvals approvals;

	private final People people;

	ApprovalController(Appraisals appraisals, Approvals approvals, People people) {
		this.appraisals = appraisals;
		this.approvals = approvals;
		this.people = people;
	}

	@GetMapping
	@AllowedTo
	String show(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		Approvals.Register register = this.approvals.register(page(org, year, model));
		model.addAttribute("register", register);
		model.addAttribute("acts", register.acts().reversed());
		model.addAttribute("mayAsk",
				member.is(Role.COMMISSIONING_MANAGER) && register.text() != null && !register.closed());
		model.addAttribute("mayAnswer", register.text() != null && !register.closed());
		model.addAttribute("me", member.id().id());
		return "coversheets/approvals";
	}

	@GetMapping("/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String whom(@PathVariable String org, @PathVariable String year,
			@RequestParam(required = false) @Nullable String office, Model model) {
		page(org, year, model);
		model.addAttribute("asking", ApprovalForms.Asking.of((office != null) ? Office.of(office).orElse(null) : null));
		return asking(this.people.active(), model);
	}

	@PostMapping
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String ask(@PathVariable String org, @PathVariable String year, @ModelAttribute("asking") ApprovalForms.Asking form,
			BindingResult errors, Member member, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(org, year, model);
		List<Member> people = this.people.active();
		form.check(people, errors);
		if (errors.hasErrors()) {
			return asking(people, model);
		}
		Approvals.Officer officer = form.officer(people);
		this.approvals.ask(appraisal, form.chosen(), officer, member);
		redirect.addFlashAttribute("notice", officer.name() + " is asked to approve the paper.");
		return LIST;
	}

	private static String asking(List<Member> people, Model model) {
		Map<String, String> offices = new LinkedHashMap<>();
		for (Office office : Office.values()) {
			offices.put(office.name(), office.label());
		}
		Map<String, String> persons = new LinkedHashMap<>();
		persons.put("", "Somebody outside the organisation");
		people.forEach((person) -> persons.put(person.id().id().toString(), person.name()));
		model.addAttribute("officeChoices", offices);
		model.addAttribute("personChoices", persons);
		return "coversheets/asking";
	}

	@PostMapping("/{number}/again")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String askAgain(@PathVariable String year, @PathVariable String number, Member member,
			RedirectAttributes redirect) {
		this.approvals.askAgain(this.appraisals.of(year), request(number), member);
		redirect.addFlashAttribute("notice", "The officer is asked again.");
		return LIST;
	}

	@GetMapping("/{number}/answer")
	@AllowedTo
	String toAnswer(@PathVariable String org, @PathVariable String year, @PathVariable String number, Member member,
			Model model) {
		AppraisalSummary appraisal = page(org, year, model);
		Act asked = this.approvals.toAnswer(appraisal, request(number), member);
		TextVersion text = this.approvals.register(appraisal).text();
		model.addAttribute("answering", new ApprovalForms.Answering("", "", "", (text != null) ? text.key() : ""));
		return answering(asked, model);
	}

	@PostMapping("/{number}/answer")
	@AllowedTo
	String answer(@PathVariable String org, @PathVariable String year, @PathVariable String number,
			@ModelAttribute("answering") ApprovalForms.Answering form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(org, year, model);
		Act asked = this.approvals.toAnswer(appraisal, request(number), member);
		form.check(asked.officer() == null, errors);
		if (errors.hasErrors()) {
			return answering(asked, model);
		}
		try {
			this.approvals.answer(appraisal, asked.number(), form.said(), member);
		}
		catch (TextMovedOn ex) {
			errors.rejectValue("answer", "changed", String.valueOf(ex.getMessage()));
			model.addAttribute("text", this.approvals.register(appraisal).text());
			return answering(asked, model);
		}
		redirect.addFlashAttribute("notice", "The answer is recorded.");
		return LIST;
	}

	private static String answering(Act asked, Model model) {
		model.addAttribute("asked", asked);
		return "coversheets/answering";
	}

	@GetMapping("/not-needed/{office}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String askWhy(@PathVariable String org, @PathVariable String year, @PathVariable String office,
			@RequestParam(required = false) @Nullable String request, Model model) {
		model.addAttribute("dropping", new ApprovalForms.Dropping("", request));
		return dropping(page(org, year, model), office(office), model);
	}

	@PostMapping("/not-needed/{office}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String drop(@PathVariable String org, @PathVariable String year, @PathVariable String office,
			@ModelAttribute("dropping") ApprovalForms.Dropping form, BindingResult errors, Member member, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = page(org, year, model);
		form.check(errors);
		if (errors.hasErrors()) {
			return dropping(appraisal, office(office), model);
		}
		this.approvals.notNeeded(appraisal, office(office), form.number(), Typed.text(form.reason()), member);
		redirect.addFlashAttribute("notice", "It is noted that the approval is not needed.");
		return LIST;
	}

	private String dropping(AppraisalSummary appraisal, Office office, Model model) {
		ApprovalForms.Dropping form = (ApprovalForms.Dropping) model.getAttribute("dropping");
		Integer request = (form != null) ? form.number() : null;
		model.addAttribute("office", office);
		model.addAttribute("dropped",
				(request == null) ? null
						: this.approvals.register(appraisal)
							.acts()
							.stream()
							.filter((act) -> act.number() == request && act.kind() == Act.Kind.ASKED)
							.findFirst()
							.orElseThrow(() -> new NotFound("There is no such request")));
		return "coversheets/dropping";
	}

	private static Office office(String slug) {
		return Office.of(slug).orElseThrow(() -> new NotFound("There is no such office"));
	}

	private static int request(String number) {
		if (!number.matches("[1-9][0-9]{0,5}")) {
			throw new NotFound("There is no request for an approval of that number");
		}
		return Integer.parseInt(number);
	}

	private AppraisalSummary page(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("base", "/" + org + appraisal.path());
		return appraisal;
	}

}
