package org.mandate.recount;

import java.nio.charset.StandardCharsets;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.CsvDownload;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A ballot as a file, for those who may see its result.
 */
@Controller
@AllowedTo
class ExportController {

	private final Appraisals appraisals;

	private final Exports exports;

	private final JsonMapper json;

	ExportController(Appraisals appraisals, Exports exports, JsonMapper json) {
		this.appraisals = appraisals;
		this.exports = exports;
		this.json = json;
	}

	@GetMapping("/{org}/appraisals/{year}/ballots/{number}/export.json")
	ResponseEntity<byte[]> json(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			Member member) {
		ObjectNode file = this.exports.of(this.appraisals.of(year), number, member);
		String name = "ballot-%s-%s-%d.json".formatted(org, year, number);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.body((this.json.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n")
				.getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/{org}/appraisals/{year}/ballots/{number}/export.csv")
	ResponseEntity<byte[]> csv(@PathVariable String org, @PathVariable String year, @PathVariable int number,
			Member member) {
		VersionTable table = new VersionTable(this.exports.of(this.appraisals.of(year), number, member));
		return CsvDownload.of("ballot-%s-%s-%d.csv".formatted(org, year, number), table.header(), table.rows());
	}

}
