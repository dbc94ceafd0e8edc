package org.mandate.analysis;

import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.TableDownload;
import org.mandate.scoring.Performance;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of the analysis. While anything is missing each of them says what, and waits.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/analysis")
@AllowedTo
class AnalysisController {

	private static final String MISSING = "analysis/missing";

	private final Appraisals appraisals;

	private final Analysis analysis;

	AnalysisController(Appraisals appraisals, Analysis analysis) {
		this.appraisals = appraisals;
		this.analysis = analysis;
	}

	@GetMapping
	String results(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		Result result = result(org, year, model);
		if (result != null) {
			model.addAttribute("common", CommonCriterion.of(result.valuation()));
		}
		return (result != null) ? "analysis/results" : MISSING;
	}

	@GetMapping("/sensitivity")
	String sensitivity(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		return (result(org, year, model) != null) ? "analysis/sensitivity" : MISSING;
	}

	@GetMapping("/cost")
	String cost(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		return (result(org, year, model) != null) ? "analysis/cost" : MISSING;
	}

	@GetMapping("/what-if")
	String whatIf(@PathVariable String org, @PathVariable String year, @RequestParam Map<String, String> parameters,
			Member member, Model model) {
		WhatIfForm typed = WhatIfForm.typed(parameters);
		Result result = result(org, year, model);
		if (result == null) {
			return MISSING;
		}
		Performance agreed = result.valuation().performance();
		boolean usable = typed.isBlank() || typed.isFor(agreed);
		WhatIfForm form = usable ? typed.completed(agreed) : WhatIfForm.of(agreed);
		BindingResult errors = new BeanPropertyBindingResult(form, "tried");
		if (!usable) {
			errors.reject("changed",
					"The criteria or the options changed since this address was made. These are the agreed weights and scores");
		}
		Performance tried = form.performance(agreed, usable ? errors : new BeanPropertyBindingResult(form, "tried"));
		model.addAttribute("tried", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "tried", errors);
		model.addAttribute("scoresWrong",
				errors.getFieldErrors().stream().anyMatch((error) -> error.getField().startsWith("s[")));
		model.addAttribute("whatIf", new WhatIf(result.valuation(), (tried != null) ? Valuation.of(tried) : null));
		return "analysis/what-if";
	}

	@GetMapping({ "/results.csv", "/results.xlsx" })
	ResponseEntity<byte[]> results(@PathVariable String year, Member member, HttpServletRequest request) {
		return file(request, "values-", year, ResultTable::values);
	}

	@GetMapping({ "/sensitivity.csv", "/sensitivity.xlsx" })
	ResponseEntity<byte[]> sensitivity(@PathVariable String year, Member member, HttpServletRequest request) {
		return file(request, "sensitivity-", year, ResultTable::sensitivity);
	}

	private ResponseEntity<byte[]> file(HttpServletRequest request, String name, String year,
			Function<Result, ResultTable> shown) {
		Result result = this.analysis.of(this.appraisals.of(year)).result();
		if (result == null) {
			return toMissing();
		}
		ResultTable table = shown.apply(result);
		return TableDownload.of(request, name + year, table.header(), table.rows());
	}

	/** There is nothing to download yet; the page says why. */
	private static ResponseEntity<byte[]> toMissing() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, "../analysis").build();
	}

	private @Nullable Result result(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Findings findings = this.analysis.of(appraisal);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("path", path(org, year));
		model.addAttribute("scoringPath", "/%s/appraisals/%s/scoring".formatted(org, year));
		model.addAttribute("optionsPath", "/%s/appraisals/%s/options".formatted(org, year));
		model.addAttribute("findings", findings);
		Result result = findings.result();
		if (result != null) {
			model.addAttribute("result", result);
			model.addAttribute("charts", new Charts(result));
		}
		return result;
	}

	private static String path(String org, String year) {
		return "/%s/appraisals/%s/analysis".formatted(org, year);
	}

}
