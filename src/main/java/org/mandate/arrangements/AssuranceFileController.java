package org.mandate.arrangements;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.mandate.access.AllowedTo;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.London;
import org.mandate.forms.TableDownload;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The assurance log as a file.
 */
@Controller
@AllowedTo
class AssuranceFileController {

	private static final List<String> HEADER = List.of("Entry", "Date", "Theme", "Finding", "Rating", "Actions",
			"Saved by", "Saved at");

	private final Appraisals appraisals;

	private final Assurance assurance;

	AssuranceFileController(Appraisals appraisals, Assurance assurance) {
		this.appraisals = appraisals;
		this.assurance = assurance;
	}

	@GetMapping({ "/{org}/appraisals/{year}/arrangement/assurance/log.csv",
			"/{org}/appraisals/{year}/arrangement/assurance/log.xlsx" })
	ResponseEntity<byte[]> file(@PathVariable String org, @PathVariable String year, HttpServletRequest request) {
		return TableDownload.of(request, "assurance-" + org + "-" + year, HEADER, rows(year));
	}

	private List<List<String>> rows(String year) {
		return this.assurance.of(this.appraisals.of(year))
			.stream()
			.map((entry) -> List.of(Integer.toString(entry.number()), entry.statement().on().toString(),
					entry.statement().theme(), entry.statement().finding(), entry.statement().rating().label(),
					entry.actions().stream().map(AssuranceFileController::words).collect(Collectors.joining("\n")),
					entry.savedBy(), entry.savedAt().toString()))
			.toList();
	}

	private static String words(AssuranceEntry.Action action) {
		return "%s (%s, due %s, %s)".formatted(action.what(), action.owner(), London.date(action.dueOn()),
				(action.doneOn() != null) ? "done " + London.date(action.doneOn()) : "open");
	}

}
