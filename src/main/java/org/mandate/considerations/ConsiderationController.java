package org.mandate.considerations;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.Typed;
import org.mandate.guidance.EditionRef;
import org.mandate.options.Option;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Opportunities and threats side by side, and those of one option with what guidance has
 * to offer.
 */
@Controller
class ConsiderationController {

	private static final String TO_OPTION = "redirect:/{org}/appraisals/{year}/considerations/{option}";

	private final Appraisals appraisals;

	private final Considerations considerations;

	ConsiderationController(Appraisals appraisals, Considerations considerations) {
		this.appraisals = appraisals;
		this.considerations = considerations;
	}

	@GetMapping("/{org}/appraisals/{year}/considerations")
	@AllowedTo
	String all(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Considerations.Overview overview = this.considerations.overview(appraisal);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("shortlisted",
				overview.sides().stream().filter((side) -> side.option().isShortlisted()).toList());
		model.addAttribute("others",
				overview.sides().stream().filter((side) -> !side.option().isShortlisted() && !side.isEmpty()).toList());
		model.addAttribute("withdrawn", overview.all().stream().filter((each) -> !each.stands()).toList());
		model.addAttribute("titles",
				overview.sides()
					.stream()
					.map(OptionSides::option)
					.collect(Collectors.toMap(Option::key, Option::title)));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "considerations/considerations";
	}

	@GetMapping("/{org}/appraisals/{year}/considerations/{option}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@PathVariable String year, @PathVariable String option, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Considerations.Overview overview = this.considerations.overview(appraisal);
		OptionSides sides = overview.of(option);
		Set<String> taken = overview.all()
			.stream()
			.filter((each) -> each.stands() && each.option().equals(option))
			.map(Consideration::library)
			.filter((library) -> library != null)
			.map((library) -> library.edition().key() + "/" + library.key())
			.collect(Collectors.toSet());
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("sides", sides);
		model.addAttribute("shelves",
				this.considerations.shelves(appraisal, sides.option())
					.stream()
					.map((shelf) -> Offer.of(shelf, taken))
					.toList());
		return "considerations/option";
	}

	/**
	 * What an edition still has to offer.
	 *
	 * @param shelf the edition
	 * @param open what was not taken over yet
	 * @param taken how many were
	 */
	public record Offer(LibraryShelf.Shelf shelf, List<Consideration.Library> open, int taken) {

		static Offer of(LibraryShelf.Shelf shelf, Set<String> taken) {
			List<Consideration.Library> open = shelf.entries()
				.stream()
				.filter((entry) -> !taken.contains(entry.edition().key() + "/" + entry.key()))
				.toList();
			return new Offer(shelf, open, shelf.entries().size() - open.size());
		}

		/** "Opportunity" or "Threat". */
		public String kind(Consideration.Library entry) {
			return Consideration.kind(entry.category());
		}

		public String title() {
			return this.shelf.title();
		}

		public boolean isLater() {
			return this.shelf.later();
		}

		public boolean isOwn() {
			return this.shelf.own();
		}

		public LocalDate issuedOn() {
			return this.shelf.issuedOn();
		}

		/** How a form names the edition. */
		public String reference() {
			return this.shelf.edition().key() + "/" + this.shelf.edition().version();
		}

	}

	@PostMapping("/{org}/appraisals/{year}/considerations/{option}/library")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String adopt(@PathVariable String year, @PathVariable String option,
			@RequestParam(required = false) @Nullable List<String> entries,
			@RequestParam(required = false) @Nullable String all, RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		try {
			int taken = 0;
			if (all != null) {
				int slash = all.lastIndexOf('/');
				taken = this.considerations.adoptAll(appraisal, option,
						new EditionRef(all.substring(0, Math.max(slash, 0)), Typed.version(all.substring(slash + 1))));
			}
			else if (entries != null && !entries.isEmpty()) {
				taken = this.considerations.adopt(appraisal, option, entries);
			}
			else {
				this.considerations.overview(appraisal).of(option);
				redirect.addFlashAttribute("wrong", "Tick what you want to take over, or take over all of it");
				return TO_OPTION;
			}
			redirect.addFlashAttribute("notice", (taken == 0) ? "There was nothing new to take over."
					: Words.sentence(Words.number(taken, "entry", "entries")) + " taken over.");
		}
		catch (OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			redirect.addFlashAttribute("wrong",
					"Somebody else took over some of these at the same moment. See below what is there now, and "
							+ "take over the rest");
		}
		return TO_OPTION;
	}

	@PostMapping("/{org}/appraisals/{year}/considerations/{option}/entries/{consideration}/up")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String up(@PathVariable String year, @PathVariable UUID consideration, RedirectAttributes redirect) {
		this.considerations.moveUp(this.appraisals.of(year), consideration);
		redirect.addFlashAttribute("notice", "Moved up.");
		return TO_OPTION;
	}

}
