package org.mandate.risks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.TableDownload;
import org.mandate.options.Option;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The whole register as a file, those that were withdrawn among them.
 */
@Controller
@AllowedTo
class RiskFileController {

	private static final List<String> HEADER = List.of("Number", "Option", "Option's standing", "Risk", "Description",
			"Likelihood before mitigation", "Consequence before mitigation", "Score before mitigation",
			"Band before mitigation", "Mitigation", "Likelihood after mitigation", "Consequence after mitigation",
			"Score after mitigation", "Band after mitigation", "Owner", "Source", "Withdrawn because", "Saved by",
			"Saved at");

	private final Appraisals appraisals;

	private final Risks risks;

	RiskFileController(Appraisals appraisals, Risks risks) {
		this.appraisals = appraisals;
		this.risks = risks;
	}

	@GetMapping({ "/{org}/appraisals/{year}/risks/register.csv", "/{org}/appraisals/{year}/risks/register.xlsx" })
	ResponseEntity<byte[]> file(@PathVariable String org, @PathVariable String year, HttpServletRequest request) {
		return TableDownload.of(request, "risks-" + org + "-" + year, HEADER, rows(year));
	}

	private List<List<String>> rows(String year) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		RiskRegister register = this.risks.of(appraisal);
		return register.options()
			.stream()
			.flatMap((each) -> each.all().stream())
			.sorted(Comparator.comparingInt(Risk::number))
			.map((risk) -> row(risk, register.optionOf(risk), register.bands()))
			.toList();
	}

	private static List<String> row(Risk risk, Option option, Bands bands) {
		RiskStatement said = risk.statement();
		List<String> row = new ArrayList<>(List.of(Integer.toString(risk.number()), option.title(),
				option.standing().label(), said.title(), said.description()));
		rating(said.inherent(), bands, row);
		row.add(text(said.mitigation()));
		rating(said.residual(), bands, row);
		row.add(text(said.owner()));
		row.add(text(said.source()));
		row.add(text(risk.withdrawnReason()));
		row.add(risk.recordedBy());
		row.add(risk.recordedAt().toString());
		return row;
	}

	private static void rating(@Nullable Rating rating, Bands bands, List<String> row) {
		if (rating == null) {
			row.addAll(List.of("Not rated yet", "Not rated yet", "", ""));
			return;
		}
		row.add(rating.likelihood().step() + " " + rating.likelihood().label());
		row.add(rating.consequence().step() + " " + rating.consequence().label());
		row.add(Integer.toString(rating.score()));
		row.add(bands.of(rating).label());
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
