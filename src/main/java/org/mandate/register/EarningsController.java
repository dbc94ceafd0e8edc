package org.mandate.register;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.FinancialYear;
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
 * Where the practices make their earnings public, by year and by practice.
 */
@Controller
@RequestMapping("/{org}/practices")
class EarningsController {

	private final PracticeEarnings earnings;

	EarningsController(PracticeEarnings earnings) {
		this.earnings = earnings;
	}

	/** The year asked for. */
	public record Chosen(String year) {
	}

	static boolean mayChange(Member member) {
		return member.is(Role.ADMINISTRATOR) || member.is(Role.COMMISSIONING_MANAGER);
	}

	@GetMapping("/earnings")
	@AllowedTo
	String all(@RequestParam(defaultValue = "") String year, Member member, Model model) {
		FinancialYear chosen = year.isEmpty() ? FinancialYear.endingNear(this.earnings.today()) : known(year);
		List<EarningsLink> links = this.earnings.of(chosen);
		model.addAttribute("year", chosen);
		model.addAttribute("chosen", new Chosen(chosen.slug()));
		model.addAttribute("years",
				this.earnings.years().stream().map((each) -> Choice.of(each.slug(), each.label())).toList());
		model.addAttribute("lacking", links.stream().filter((each) -> !each.known()).toList());
		model.addAttribute("links", links.stream().filter(EarningsLink::known).toList());
		model.addAttribute("mayChange", mayChange(member));
		return "register/earnings";
	}

	@GetMapping("/{code}/earnings/{year}")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String one(@PathVariable String code, @PathVariable String year, Model model) {
		EarningsLink link = this.earnings.one(code, known(year));
		model.addAttribute("typed", EarningsForm.of(link, this.earnings.today()));
		return form(link, null, model);
	}

	@PostMapping("/{code}/earnings/{year}")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String save(@PathVariable String code, @PathVariable String year, @RequestParam(defaultValue = "save") String act,
			@ModelAttribute("typed") EarningsForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		FinancialYear of = known(year);
		EarningsLink link = this.earnings.one(code, of);
		try {
			if (act.equals("take-back")) {
				this.earnings.record(code, of, null, null, form.seen());
				redirect.addFlashAttribute("notice", "The link for " + of.label() + " is taken back.");
				return "redirect:/{org}/practices/{code}";
			}
			Optional<EarningsForm.Statement> statement = form.statement(this.earnings.today(), errors);
			if (statement.isPresent()) {
				this.earnings.record(code, of, statement.get().link(), statement.get().found(), form.seen());
				redirect.addFlashAttribute("notice", "The link for " + of.label() + " is saved.");
				return "redirect:/{org}/practices/{code}";
			}
		}
		catch (EarningsChanged ex) {
			EarningsLink theirs = this.earnings.one(code, of);
			model.addAttribute("typed", form.over(theirs));
			return form(theirs, theirs, model);
		}
		return form(link, null, model);
	}

	private static String form(EarningsLink link, @Nullable EarningsLink theirs, Model model) {
		model.addAttribute("link", link);
		model.addAttribute("theirs", theirs);
		return "register/earnings-link";
	}

	private FinancialYear known(String year) {
		return this.earnings.years()
			.stream()
			.filter((each) -> each.slug().equals(year))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such financial year, or it has not begun."));
	}

}
