package org.mandate.search;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which members find things again.
 */
@Controller
class SearchController {

	private final Search search;

	SearchController(Search search) {
		this.search = search;
	}

	@GetMapping("/{org}/search")
	@AllowedTo
	String find(@PathVariable String org, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String in, @RequestParam(defaultValue = "1") String page, Member member,
			Model model) {
		Query query = Query.of(q);
		Kind only = Kind.of(in).orElse(null);
		int number = (only != null && page.matches("[1-9][0-9]{0,3}")) ? Integer.parseInt(page) : 1;
		model.addAttribute("query", query);
		model.addAttribute("only", only);
		model.addAttribute("found", this.search.find(query, only, number, member));
		model.addAttribute("base", "/" + org);
		return "search/search";
	}

}
