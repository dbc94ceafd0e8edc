package org.mandate.interests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.mandate.access.Public;
import org.mandate.forms.CsvDownload;
import org.mandate.forms.Typed;
import org.mandate.interests.PublicInterests.Line;
import org.mandate.organisations.Organisations;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The register of interests, which anybody may read and search without signing in.
 */
@Controller
@Public
class PublicRegisterController {

	private static final int LONGEST_SEARCH = 100;

	private static final int PAGE = 50;

	private final PublicInterests register;

	private final Organisations organisations;

	PublicRegisterController(PublicInterests register, Organisations organisations) {
		this.register = register;
		this.organisations = organisations;
	}

	@GetMapping("/{org}/register-of-interests")
	String show(@PathVariable String org, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "1") String page, Model model) {
		String searched = Typed.searched(words, LONGEST_SEARCH);
		List<Line> lines = this.register.lines(searched);
		int pages = Math.max(1, (lines.size() + PAGE - 1) / PAGE);
		int number = Math.min(pages, page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
		String query = "words=" + URLEncoder.encode(searched, StandardCharsets.UTF_8);
		String base = "/" + org + "/register-of-interests";
		model.addAttribute("organisation", this.organisations.current());
		model.addAttribute("words", searched);
		model.addAttribute("total", lines.size());
		model.addAttribute("lines", lines.subList((number - 1) * PAGE, Math.min(lines.size(), number * PAGE)));
		model.addAttribute("page", number);
		model.addAttribute("pages", pages);
		model.addAttribute("address", base + "?" + query + "&page=");
		model.addAttribute("export", base + ".csv?" + query);
		return "interests/public";
	}

	@GetMapping("/{org}/register-of-interests.csv")
	ResponseEntity<byte[]> export(@PathVariable String org, @RequestParam(defaultValue = "") String words) {
		return CsvDownload.of(org + "-register-of-interests.csv", this.register.columns(),
				this.register.lines(Typed.searched(words, LONGEST_SEARCH)).stream().map(Line::cells).toList());
	}

}
