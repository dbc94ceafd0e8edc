package org.mandate.considerations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.ReasonForm;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;
import org.mandate.options.Option;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Staff held against staff needed.
 */
@Controller
class CapacityController {

	private static final String TO_ALL = "redirect:/{org}/appraisals/{year}/capacity";

	private final Appraisals appraisals;

	private final Capacities capacities;

	private final Statements statements;

	CapacityController(Appraisals appraisals, Capacities capacities, Statements statements) {
		this.appraisals = appraisals;
		this.capacities = capacities;
		this.statements = statements;
	}

	/**
	 * What an option needs, as typed.
	 *
	 * @param option its key
	 * @param fte empty when not known
	 */
	public record NeedForm(@Nullable String option, @Nullable String fte) {
	}

	/**
	 * A role as typed.
	 *
	 * @param version of what the person saw, -1 for nothing
	 */
	public record RoleForm(@Nullable String name, @Nullable String held, List<NeedForm> needs, @Nullable String note,
			@Nullable String source, @Nullable String version) {

		static RoleForm of(Capacity.@Nullable Role known, List<Option> options) {
			List<NeedForm> needs = new ArrayList<>();
			options.forEach((option) -> needs
				.add(new NeedForm(option.key(), (known != null) ? typed(known.needs().get(option.key())) : "")));
			return (known == null) ? new RoleForm("", "", needs, "", "", "-1")
					: new RoleForm(known.name(), typed(known.held()), needs, known.note(), known.source(),
							Integer.toString(known.saved().version()));
		}

		/**
		 * As sent, with a box for each option that is on the shortlist now: the form
		 * names the option of each of its boxes.
		 */
		static RoleForm sent(Map<String, String> sent, List<Option> options) {
			List<NeedForm> boxes = new ArrayList<>();
			options.forEach((option) -> boxes.add(new NeedForm(option.key(), fte(sent, option.key()))));
			return new RoleForm(sent.get("name"), sent.get("held"), boxes, sent.get("note"), sent.get("source"),
					sent.get("version"));
		}

		RoleForm seen(Saved saved) {
			return new RoleForm(this.name, this.held, this.needs, this.note, this.source,
					Integer.toString(saved.version()));
		}

		private static String fte(Map<String, String> sent, String option) {
			return sent.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().matches("needs\\[[0-9]{1,4}]\\.option")
						&& entry.getValue().equals(option))
				.map((entry) -> Typed.text(sent.get(entry.getKey().replace("].option", "].fte"))))
				.findFirst()
				.orElse("");
		}

		private @Nullable CapacityRole check(BindingResult errors, List<Option> options) {
			new TextCheck(errors).prose("name", this.name, "The role", 200, "Enter what the role is called")
				.prose("note", this.note, "The note", 1000, null)
				.prose("source", this.source, "The source", 300,
						"Enter where this is from, such as a paper and its section");
			BigDecimal there = read(errors, "held", Typed.text(this.held));
			Map<String, BigDecimal> needed = new HashMap<>();
			for (int at = 0; at < options.size(); at++) {
				BigDecimal fte = read(errors, "needs[" + at + "].fte", Typed.text(this.needs.get(at).fte()));
				if (fte != null) {
					needed.put(options.get(at).key(), fte);
				}
			}
			return errors.hasErrors() ? null : new CapacityRole(Typed.text(this.name), there, needed,
					Typed.optional(this.note), Typed.text(this.source));
		}

		private static @Nullable BigDecimal read(BindingResult errors, String field, String text) {
			try {
				return text.isEmpty() ? null : Fte.read(text);
			}
			catch (Misread ex) {
				errors.rejectValue(field, "number", String.valueOf(ex.getMessage()));
				return null;
			}
		}

		private static String typed(@Nullable BigDecimal number) {
			return (number != null) ? Fte.words(number) : "";
		}

	}

	@GetMapping("/{org}/appraisals/{year}/capacity")
	@AllowedTo
	String all(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("capacity", this.capacities.of(appraisal));
		model.addAttribute("statement", this.statements.of(appraisal).get(Subject.CAPACITY));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "considerations/capacity";
	}

	@GetMapping("/{org}/appraisals/{year}/capacity/roles/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String blank(@PathVariable String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		List<Option> options = this.capacities.of(appraisal).options();
		model.addAttribute("typed", RoleForm.of(null, options));
		return page(appraisal, options, null, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/capacity/roles/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String add(@PathVariable String year, @RequestParam Map<String, String> sent, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		List<Option> options = this.capacities.of(appraisal).options();
		RoleForm typed = RoleForm.sent(sent, options);
		BindingResult errors = Bound.to(typed, model);
		CapacityRole said = typed.check(errors, options);
		if (said == null) {
			return page(appraisal, options, null, null, model);
		}
		this.capacities.add(appraisal, said);
		redirect.addFlashAttribute("notice", said.role() + " added.");
		return TO_ALL;
	}

	@GetMapping("/{org}/appraisals/{year}/capacity/roles/{role}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@PathVariable String year, @PathVariable UUID role, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Capacity.Role known = this.capacities.one(appraisal, role);
		List<Option> options = this.capacities.of(appraisal).options();
		model.addAttribute("typed", RoleForm.of(known, options));
		return page(appraisal, options, known, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/capacity/roles/{role}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String change(@PathVariable String year, @PathVariable("role") UUID id, @RequestParam Map<String, String> sent,
			Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Capacity.Role known = this.capacities.one(appraisal, id);
		List<Option> options = this.capacities.of(appraisal).options();
		RoleForm typed = RoleForm.sent(sent, options);
		CapacityRole said = typed.check(Bound.to(typed, model), options);
		if (said == null) {
			return page(appraisal, options, known, null, model);
		}
		try {
			this.capacities.change(appraisal, id, said, Typed.version(typed.version()));
		}
		catch (EntryChanged | OptimisticLockingFailureException ex) {
			Capacity.Role theirs = this.capacities.one(appraisal, id);
			Bound.to(typed.seen(theirs.saved()), model);
			return page(appraisal, options, theirs, theirs(theirs, options), model);
		}
		redirect.addFlashAttribute("notice", said.role() + " saved.");
		return TO_ALL;
	}

	@GetMapping("/{org}/appraisals/{year}/capacity/roles/{role}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String askForReason(@PathVariable String year, @PathVariable UUID role, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Capacity.Role known = this.capacities.one(appraisal, role);
		model.addAttribute("typed", ReasonForm.blank(known.saved().version()));
		return withdrawal(appraisal, known, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/capacity/roles/{role}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String withdraw(@PathVariable String year, @PathVariable UUID role, @ModelAttribute("typed") ReasonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Capacity.Role known = this.capacities.one(appraisal, role);
		if (!form.passes("Enter the reason for withdrawing it", errors)) {
			return withdrawal(appraisal, known, null, model);
		}
		try {
			this.capacities.withdraw(appraisal, role, form.text(), form.seen());
		}
		catch (EntryChanged | OptimisticLockingFailureException ex) {
			Capacity.Role theirs = this.capacities.one(appraisal, role);
			Bound.to(form.over(theirs.saved().version()), model);
			return withdrawal(appraisal, theirs, theirs(theirs, List.of()), model);
		}
		redirect.addFlashAttribute("notice", known.name() + " withdrawn. It stays on the record with your reason.");
		return TO_ALL;
	}

	private static Theirs theirs(Capacity.Role role, List<Option> options) {
		List<String> rows = new ArrayList<>(List.of("Their role", role.name(), "Their FTE held", role.heldWords()));
		options.forEach(
				(option) -> rows.addAll(List.of("Their FTE needed for " + option.label(), role.needWords(option))));
		String note = role.note();
		rows.addAll(List.of("Their note", (note != null) ? note : "none", "Their source", role.source()));
		return Theirs.of(role.saved(), rows.toArray(String[]::new));
	}

	private static String page(AppraisalSummary appraisal, List<Option> options, Capacity.@Nullable Role known,
			@Nullable Theirs theirs, Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("options", options);
		model.addAttribute("known", known);
		model.addAttribute("theirs", theirs);
		return "considerations/role";
	}

	private static String withdrawal(AppraisalSummary appraisal, Capacity.Role known, @Nullable Theirs theirs,
			Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("place", "/capacity");
		model.addAttribute("address", "/capacity/roles/" + known.id() + "/withdrawal");
		model.addAttribute("heading", "Withdraw this role");
		model.addAttribute("what", known.name());
		model.addAttribute("theirs", theirs);
		return "considerations/withdrawal";
	}

}
