package org.mandate.meetings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;
import org.mandate.access.Addresses;
import org.mandate.access.Public;
import org.mandate.forms.Choice;
import org.mandate.forms.CsvDownload;
import org.mandate.forms.Typed;
import org.mandate.organisations.Organisations;
import org.mandate.voting.Publishing;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The register of decisions, which anybody may read, search and follow without signing
 * in.
 */
@Controller
@Public
class DecisionRegisterController {

	private static final int LONGEST_SEARCH = 100;

	private static final int PAGE = 50;

	private static final String PATH = "/register-of-decisions";

	private final PublishedDecisions register;

	private final Publishing results;

	private final Organisations organisations;

	private final Addresses addresses;

	DecisionRegisterController(PublishedDecisions register, Publishing results, Organisations organisations,
			Addresses addresses) {
		this.register = register;
		this.results = results;
		this.organisations = organisations;
		this.addresses = addresses;
	}

	/**
	 * What somebody looks for.
	 *
	 * @param words in any published text
	 * @param year four digits; empty for every year
	 */
	public record Search(String words, String year) {

		static Search of(String words, String year) {
			return new Search(Typed.searched(words, LONGEST_SEARCH), year.matches("[0-9]{4}") ? year : "");
		}

		/** Whether it leaves nothing out. */
		public boolean everything() {
			return this.words.isEmpty() && this.year.isEmpty();
		}

		String query() {
			return "words=%s&year=%s".formatted(URLEncoder.encode(this.words, StandardCharsets.UTF_8), this.year);
		}

		List<PublishedDecision> in(List<PublishedDecision> all) {
			return all.stream()
				.filter((decision) -> this.year.isEmpty() || this.year.equals(Integer.toString(decision.year())))
				.filter((decision) -> decision.holds(this.words))
				.toList();
		}

	}

	@GetMapping("/{org}" + PATH)
	String show(@PathVariable String org, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "1") String page, Model model) {
		Search search = Search.of(words, year);
		List<PublishedDecision> all = this.register.all();
		List<PublishedDecision> found = search.in(all);
		int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
		int number = Math.min(pages, page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
		String base = "/" + org + PATH;
		model.addAttribute("organisation", this.organisations.current());
		model.addAttribute("search", search);
		model.addAttribute("years", years(all));
		model.addAttribute("total", found.size());
		model.addAttribute("decisions", found.subList((number - 1) * PAGE, Math.min(found.size(), number * PAGE)));
		model.addAttribute("page", number);
		model.addAttribute("pages", pages);
		model.addAttribute("address", base + "?" + search.query() + "&page=");
		model.addAttribute("export", base + ".csv?" + search.query());
		return "meetings/decisions";
	}

	private static List<Choice> years(List<PublishedDecision> all) {
		List<Choice> years = new ArrayList<>(List.of(Choice.of("", "All years")));
		all.stream()
			.map((decision) -> Integer.toString(decision.year()))
			.distinct()
			.forEach((year) -> years.add(Choice.of(year, year)));
		return years;
	}

	@GetMapping("/{org}" + PATH + ".csv")
	ResponseEntity<byte[]> export(@PathVariable String org, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "") String year) {
		String base = this.addresses.of("/" + org);
		return CsvDownload.of(org + "-register-of-decisions.csv", PublishedDecision.COLUMNS,
				Search.of(words, year)
					.in(this.register.all())
					.stream()
					.map((decision) -> decision.cells(base))
					.toList());
	}

	@GetMapping("/{org}" + PATH + ".atom")
	ResponseEntity<byte[]> feed(@PathVariable String org) {
		byte[] feed = DecisionFeed.of(this.organisations.current(), this.addresses.of("/" + org), this.register.all());
		return ResponseEntity.ok()
			.contentType(new MediaType("application", "atom+xml", StandardCharsets.UTF_8))
			.cacheControl(CacheControl.noCache())
			.eTag("\"" + DigestUtils.sha256Hex(feed) + "\"")
			.body(feed);
	}

	@GetMapping("/{org}" + PATH + "/{reference}")
	String one(@PathVariable String org, @PathVariable String reference, Model model) {
		PublishedDecision decision = this.register.one(reference);
		model.addAttribute("organisation", this.organisations.current());
		model.addAttribute("decision", decision);
		model.addAttribute("ballots",
				this.results.published()
					.stream()
					.filter((result) -> result.appraisal().id().equals(decision.matter().appraisal()))
					.toList());
		return "meetings/decision";
	}

}
