package org.mandate.considerations;

import java.math.BigDecimal;
import java.util.Arrays;
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
 * The primary care money.
 */
@Controller
class FinanceController {

	private static final String TO_ALL = "redirect:/{org}/appraisals/{year}/finance";

	private static final List<Map<String, String>> CATEGORIES = Arrays.stream(Finance.Category.values())
		.map((category) -> Map.of("value", category.name(), "text", category.label(), "hint", hint(category)))
		.toList();

	private final Appraisals appraisals;

	private final Finances finances;

	FinanceController(Appraisals appraisals, Finances finances) {
		this.appraisals = appraisals;
		this.finances = finances;
	}

	/**
	 * A line as typed.
	 *
	 * @param category name of the category
	 * @param amount empty when not known
	 * @param approximate "true" or nothing
	 * @param statedTotal "true" or nothing
	 * @param version of what the person saw, -1 for nothing
	 */
	public record LineForm(@Nullable String category, @Nullable String label, @Nullable String amount,
			@Nullable String approximate, @Nullable String statedTotal, @Nullable String note, @Nullable String source,
			@Nullable String version) {

		static LineForm of(Finance.Line line) {
			BigDecimal pounds = line.amount();
			return new LineForm(line.category().name(), line.label(), (pounds != null) ? Amounts.typed(pounds) : "",
					line.approximate() ? "true" : null, line.statedTotal() ? "true" : null, line.note(), line.source(),
					Integer.toString(line.saved().version()));
		}

		LineForm seen(int seen) {
			return new LineForm(this.category, this.label, this.amount, this.approximate, this.statedTotal, this.note,
					this.source, Integer.toString(seen));
		}

		private @Nullable FinanceLine check(BindingResult errors) {
			new TextCheck(errors).chosen("category", this.category, Finance.Category.class, "Choose what the line is")
				.prose("label", this.label, "The name", 200, "Enter what the line is for")
				.prose("note", this.note, "The note", 1000, null)
				.prose("source", this.source, "The source", 300,
						"Enter where this is from, such as a paper and its section");
			BigDecimal pounds = pounds(errors);
			if (Typed.text(this.amount).isEmpty() && Typed.text(this.note).isEmpty()) {
				errors.rejectValue("note", "missing",
						"Enter the amount, or say here why it is not known and when it will be");
			}
			if (errors.hasErrors()) {
				return null;
			}
			return new FinanceLine(Finance.Category.valueOf(String.valueOf(this.category)),
					"true".equals(this.statedTotal), Typed.text(this.label), pounds, "true".equals(this.approximate),
					Typed.optional(this.note), Typed.text(this.source));
		}

		private @Nullable BigDecimal pounds(BindingResult errors) {
			String text = Typed.text(this.amount);
			if (text.isEmpty()) {
				return null;
			}
			try {
				BigDecimal pounds = Amounts.read(text);
				boolean rule = Arrays.stream(Finance.Category.values())
					.anyMatch((each) -> each.isRule() && each.name().equals(this.category));
				if (rule && pounds.signum() < 0) {
					errors.rejectValue("amount", "negative",
							"A surplus, contingency or headroom cannot be below £0. Enter it without a minus");
				}
				return pounds;
			}
			catch (Misread ex) {
				errors.rejectValue("amount", "number", String.valueOf(ex.getMessage()));
				return null;
			}
		}

	}

	@GetMapping("/{org}/appraisals/{year}/finance")
	@AllowedTo
	String all(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("finance", this.finances.of(appraisal));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "considerations/finance";
	}

	@GetMapping("/{org}/appraisals/{year}/finance/lines/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String blank(@PathVariable String year, @RequestParam(required = false) @Nullable String category, Model model) {
		model.addAttribute("typed", new LineForm(category, "", "", null, null, "", "", "-1"));
		return page(this.appraisals.of(year), null, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/finance/lines/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String add(@PathVariable String year, @ModelAttribute("typed") LineForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		FinanceLine said = form.check(errors);
		if (said == null) {
			return page(appraisal, null, null, model);
		}
		this.finances.add(appraisal, said);
		redirect.addFlashAttribute("notice", said.label() + " added.");
		return TO_ALL;
	}

	@GetMapping("/{org}/appraisals/{year}/finance/lines/{line}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@PathVariable String year, @PathVariable UUID line, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Finance.Line known = this.finances.one(appraisal, line);
		model.addAttribute("typed", LineForm.of(known));
		return page(appraisal, known, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/finance/lines/{line}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String change(@PathVariable String year, @PathVariable UUID line, @ModelAttribute("typed") LineForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Finance.Line known = this.finances.one(appraisal, line);
		FinanceLine said = form.check(errors);
		if (said == null) {
			return page(appraisal, known, null, model);
		}
		try {
			this.finances.change(appraisal, line, said, Typed.version(form.version()));
		}
		catch (EntryChanged | OptimisticLockingFailureException ex) {
			Finance.Line theirs = this.finances.one(appraisal, line);
			Bound.to(form.seen(theirs.saved().version()), model);
			return page(appraisal, theirs, theirs(theirs), model);
		}
		redirect.addFlashAttribute("notice", said.label() + " saved.");
		return TO_ALL;
	}

	@GetMapping("/{org}/appraisals/{year}/finance/lines/{line}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String askForReason(@PathVariable String year, @PathVariable UUID line, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Finance.Line known = this.finances.one(appraisal, line);
		model.addAttribute("typed", ReasonForm.blank(known.saved().version()));
		return withdrawal(appraisal, known, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/finance/lines/{line}/withdrawal")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String withdraw(@PathVariable String year, @PathVariable UUID line, @ModelAttribute("typed") ReasonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Finance.Line known = this.finances.one(appraisal, line);
		if (!form.passes("Enter the reason for withdrawing it", errors)) {
			return withdrawal(appraisal, known, null, model);
		}
		try {
			this.finances.withdraw(appraisal, line, form.text(), form.seen());
		}
		catch (EntryChanged | OptimisticLockingFailureException ex) {
			Finance.Line theirs = this.finances.one(appraisal, line);
			Bound.to(form.over(theirs.saved().version()), model);
			return withdrawal(appraisal, theirs, theirs(theirs), model);
		}
		redirect.addFlashAttribute("notice", known.label() + " withdrawn. It stays on the record with your reason.");
		return TO_ALL;
	}

	private static Theirs theirs(Finance.Line line) {
		String note = line.note();
		return Theirs.of(line.saved(), "Their kind",
				line.category().label() + (line.statedTotal() ? ", total as stated" : ""), "Their name", line.label(),
				"Their amount", line.words(), "Their note", (note != null) ? note : "none", "Their source",
				line.source());
	}

	private static String page(AppraisalSummary appraisal, Finance.@Nullable Line known, @Nullable Theirs theirs,
			Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("known", known);
		model.addAttribute("theirs", theirs);
		model.addAttribute("categories", CATEGORIES);
		return "considerations/line";
	}

	private static String withdrawal(AppraisalSummary appraisal, Finance.Line known, @Nullable Theirs theirs,
			Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("place", "/finance");
		model.addAttribute("address", "/finance/lines/" + known.id() + "/withdrawal");
		model.addAttribute("heading", "Withdraw this line");
		model.addAttribute("what", known.label() + ": " + known.words());
		model.addAttribute("theirs", theirs);
		return "considerations/withdrawal";
	}

	private static String hint(Finance.Category category) {
		return switch (category) {
			case ALLOCATION -> "What you are given. It is not an expenditure budget";
			case SURPLUS -> "Business rule: to be left over at the end of the year";
			case CONTINGENCY -> "Business rule: kept for the unforeseen";
			case HEADROOM -> "Business rule: not to be committed for good";
			case EXPENDITURE -> "What is spent, or is expected to be";
			case PRESSURE -> "What is known to come on top";
		};
	}

}
