package org.mandate.accounts;

import java.util.List;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.FinancialYear;
import org.mandate.database.NotFound;
import org.mandate.forms.Choice;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The year-end pack: what is in it, what it lacks, and the pack itself.
 */
@Controller
@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER, Role.CONFLICTS_GUARDIAN })
class YearEndController {

	private static final MediaType ZIP = new MediaType("application", "zip");

	private final YearEnd yearEnd;

	YearEndController(YearEnd yearEnd) {
		this.yearEnd = yearEnd;
	}

	/** The year asked for. */
	public record Chosen(String year) {
	}

	@GetMapping("/{org}/year-end")
	String show(@RequestParam(defaultValue = "") String year, Model model) {
		FinancialYear chosen = chosen(year);
		model.addAttribute("year", chosen);
		model.addAttribute("chosen", new Chosen(chosen.slug()));
		model.addAttribute("years", years().stream().map((each) -> Choice.of(each.slug(), each.label())).toList());
		model.addAttribute("parts", this.yearEnd.parts(chosen));
		model.addAttribute("goesOn", chosen.last().isAfter(this.yearEnd.today()));
		return "accounts/year-end";
	}

	@PostMapping("/{org}/year-end/pack")
	ResponseEntity<byte[]> pack(@PathVariable String org, @RequestParam(defaultValue = "") String year, Member member) {
		FinancialYear chosen = chosen(year);
		String name = "%s-year-end-%s.zip".formatted(org, chosen.slug());
		return ResponseEntity.ok()
			.contentType(ZIP)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(this.yearEnd.pack(chosen, member));
	}

	private List<FinancialYear> years() {
		return FinancialYear.begunBy(this.yearEnd.today());
	}

	private FinancialYear chosen(String year) {
		return year.isEmpty() ? FinancialYear.endingNear(this.yearEnd.today())
				: years().stream()
					.filter((each) -> each.slug().equals(year))
					.findFirst()
					.orElseThrow(() -> new NotFound("There is no such financial year, or it has not begun."));
	}

}
