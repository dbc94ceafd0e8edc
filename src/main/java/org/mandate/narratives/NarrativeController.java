package org.mandate.narratives;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.recommendations.WordDifference;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The sections of a paper: how far they are, each as it reads, and what changed between
 * its versions.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/paper/sections")
@AllowedTo
class NarrativeController {

	private final SectionPage page;

	private final Narratives narratives;

	NarrativeController(SectionPage page, Narratives narratives) {
		this.page = page;
		this.narratives = narratives;
	}

	@GetMapping
	String all(@PathVariable String org, @PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.page.appraisal(org, year, model);
		model.addAttribute("overview", this.narratives.overview(appraisal, member));
		model.addAttribute("parts", List.of(Section.Part.values()));
		model.addAttribute("mayWrite", member.is(Role.COMMISSIONING_MANAGER));
		return "narratives/sections";
	}

	@GetMapping("/{section}")
	String one(@PathVariable String org, @PathVariable String year, @PathVariable String section, Member member,
			Model model) {
		return this.page.read(org, year, Section.of(section), member, model);
	}

	@PostMapping("/{section}/review")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String review(@PathVariable String org, @PathVariable String year, @PathVariable String section,
			@RequestParam(defaultValue = "") String version, Member member, Model model, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.page.appraisal(org, year, model);
		int number = version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
		this.narratives.review(appraisal, Section.of(section), number, member);
		redirect.addFlashAttribute("notice", "It is noted that you have read this again.");
		return "redirect:/{org}/appraisals/{year}/paper/sections/{section}";
	}

	@GetMapping("/{section}/versions")
	String versions(@PathVariable String org, @PathVariable String year, @PathVariable String section,
			@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Model model) {
		AppraisalSummary appraisal = this.page.appraisal(org, year, model);
		Section wanted = Section.of(section);
		List<Narrative> versions = this.narratives.versions(appraisal, wanted);
		if (versions.isEmpty()) {
			throw new NotFound("Nothing is written in “" + wanted.label() + "” yet.");
		}
		Narrative later = numbered(versions, to, versions.getFirst());
		Narrative earlier = numbered(versions, from, versions.get(Math.min(1, versions.size() - 1)));
		Map<String, String> choices = new LinkedHashMap<>();
		versions.forEach((each) -> choices.put(Integer.toString(each.version()), "Version " + each.version()));
		model.addAttribute("section", wanted);
		model.addAttribute("versions", versions);
		model.addAttribute("choices", choices);
		model.addAttribute("earlier", earlier);
		model.addAttribute("later", later);
		model.addAttribute("parts", WordDifference.between(earlier.text(), later.text()));
		return "narratives/versions";
	}

	private static Narrative numbered(List<Narrative> versions, String number, Narrative otherwise) {
		return number.isEmpty() ? otherwise
				: versions.stream()
					.filter((each) -> Integer.toString(each.version()).equals(number))
					.findFirst()
					.orElseThrow(() -> new NotFound("There is no version " + number + " of this section."));
	}

}
