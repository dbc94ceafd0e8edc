package org.mandate.guidance;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Public;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the models mean, for everybody: no sign-in, for member practices and the public
 * ask as well.
 */
@Public
@Controller
class GuidanceController {

	private final Guidance guidance;

	GuidanceController(Guidance guidance) {
		this.guidance = guidance;
	}

	/**
	 * What an edition says for one model, or for all of them.
	 *
	 * @param key key of the model, {@code all} for all
	 * @param name heading
	 */
	public record Part(String key, String name, List<Deadline> deadlines, List<Edition.Requirement> requirements,
			List<Edition.Consideration> opportunities, List<Edition.Consideration> threats, List<Edition.Step> steps,
			List<Edition.Rule> rules, List<Edition.LegalBasis> legalBasis,
			List<Edition.ReservedFunction> reservedFunctions) {
	}

	@GetMapping("/guidance")
	String editions(Model page) {
		List<String> seen = new ArrayList<>();
		page.addAttribute("editions",
				this.guidance.editions().stream().filter((edition) -> newest(edition, seen)).toList());
		return "guidance/editions";
	}

	@GetMapping("/guidance/{edition}")
	String edition(@PathVariable String edition, @RequestParam @Nullable Integer version, Model page) {
		Edition shown = (version != null) ? this.guidance.edition(new EditionRef(edition, version))
				: this.guidance.latest(edition);
		List<Part> parts = new ArrayList<>();
		parts.add(part(shown, "all", "All models"));
		shown.models().forEach((model) -> parts.add(part(shown, model.key(), model.name())));
		page.addAttribute("edition", shown);
		page.addAttribute("parts", parts);
		page.addAttribute("versions",
				this.guidance.editions()
					.stream()
					.map(Edition::ref)
					.filter((ref) -> ref.key().equals(edition))
					.toList());
		return "guidance/edition";
	}

	@GetMapping("/help/glossary")
	String glossary() {
		return "guidance/glossary";
	}

	/** Editions come with their newest version first. */
	private static boolean newest(Edition edition, List<String> seen) {
		return !seen.contains(edition.ref().key()) && seen.add(edition.ref().key());
	}

	private static Part part(Edition edition, String key, String name) {
		List<Edition.Consideration> considerations = of(edition.considerations(), key);
		return new Part(key, name, of(edition.deadlines(), key), of(edition.requirements(), key),
				of(considerations, Edition.Consideration.Category.OPPORTUNITY),
				of(considerations, Edition.Consideration.Category.THREAT), of(edition.steps(), key),
				of(edition.rules(), key), of(edition.legalBasis(), key), of(edition.reservedFunctions(), key));
	}

	/** What holds for all models is said once, and not again under each. */
	private static <E extends Edition.ForModels> List<E> of(List<E> entries, String part) {
		return entries.stream()
			.filter((entry) -> part.equals("all") ? entry.models().isEmpty() : entry.models().contains(part))
			.toList();
	}

	private static List<Edition.Consideration> of(List<Edition.Consideration> all,
			Edition.Consideration.Category category) {
		return all.stream().filter((consideration) -> consideration.category() == category).toList();
	}

}
