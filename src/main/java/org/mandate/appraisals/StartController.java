package org.mandate.appraisals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.forms.Choice;
import org.mandate.forms.DateBoxes;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Guidance;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Starting the appraisal of a year.
 */
@Controller
class StartController {

	private final Appraisals appraisals;

	private final Guidance guidance;

	private final Clock clock;

	StartController(Appraisals appraisals, Guidance guidance, Clock clock) {
		this.appraisals = appraisals;
		this.guidance = guidance;
		this.clock = clock;
	}

	/**
	 * What is typed; every part may be missing.
	 */
	public record StartForm(@Nullable String edition, @Nullable String year, DateBoxes speaksFor) {

		public StartForm(@Nullable String edition, @Nullable String year, @Nullable DateBoxes speaksFor) {
			this.edition = edition;
			this.year = year;
			this.speaksFor = DateBoxes.orEmpty(speaksFor);
		}

	}

	@GetMapping("/{org}/appraisals/new")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String form(@RequestParam(required = false) @Nullable String year,
			@RequestParam(required = false) @Nullable String edition, Model model) {
		model.addAttribute("typed", new StartForm(
				offered().stream()
					.filter((each) -> each.ref().key().equals(edition))
					.findFirst()
					.map(StartController::value)
					.orElse(null),
				(year != null) ? FinancialYear.parse(year).map(FinancialYear::label).orElse(null) : null, null));
		return page(model);
	}

	@PostMapping("/{org}/appraisals")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String start(@ModelAttribute("typed") StartForm form, BindingResult result, Member member, Model model,
			RedirectAttributes redirect) {
		Edition edition = offered().stream()
			.filter((candidate) -> value(candidate).equals(form.edition()))
			.findFirst()
			.orElse(null);
		FinancialYear year = FinancialYear.parse((form.year() != null) ? form.year().strip() : "").orElse(null);
		if (edition == null) {
			result.rejectValue("edition", "edition", "Choose the guidance that the appraisal follows");
		}
		if (year == null) {
			result.rejectValue("year", "year", "Enter the year as two years that follow one another, such as 2015/16");
		}
		LocalDate speaksFor = speaksFor(form.speaksFor(), edition, result);
		if (edition == null || year == null || speaksFor == null || result.hasErrors()) {
			return page(model);
		}
		try {
			this.appraisals.start(year, edition.ref().key(), edition.ref().version(), speaksFor);
		}
		catch (AppraisalExists | DataIntegrityViolationException ex) {
			result.rejectValue("year", "exists", AppraisalExists.message(year));
			return page(model);
		}
		redirect.addFlashAttribute("notice", "The appraisal for " + year.label() + " is started.");
		return "redirect:/" + member.organisationCode() + "/appraisals/" + year.slug();
	}

	private @Nullable LocalDate speaksFor(DateBoxes boxes, @Nullable Edition edition, BindingResult result) {
		if (boxes.isBlank()) {
			return (edition != null) ? usual(edition, LocalDate.now(this.clock.withZone(Deadline.LONDON))) : null;
		}
		LocalDate date = boxes.date().orElse(null);
		if (date == null) {
			result.rejectValue("speaksFor", "date", "Enter a real date, such as 29 1 2015, or leave it empty");
		}
		else if (date.getYear() < 2000 || date.getYear() > 2099) {
			result.rejectValue("speaksFor", "range", "Enter a date from 2000 to 2099");
		}
		else if (edition != null && date.isBefore(edition.issuedOn())) {
			result.rejectValue("speaksFor", "early", "Enter a date on or after %s, when that guidance was issued"
				.formatted(Day.words(edition.issuedOn())));
		}
		return date;
	}

	/**
	 * Today, or the last day before the year of the guidance began when that is earlier:
	 * a decision on a year is taken before it.
	 */
	static LocalDate usual(Edition edition, LocalDate today) {
		LocalDate eve = FinancialYear.parse(edition.forYear())
			.map((year) -> LocalDate.of(year.start(), 3, 31))
			.orElse(today);
		return today.isBefore(eve) ? today : eve;
	}

	private String page(Model model) {
		model.addAttribute("editions",
				offered().stream()
					.map((edition) -> new Choice(value(edition), edition.title(),
							"For " + edition.yearWords() + ". " + edition.summary()))
					.toList());
		return "appraisals/start";
	}

	/** The newest version of each edition. */
	private List<Edition> offered() {
		return this.guidance.editions()
			.stream()
			.filter((edition) -> this.guidance.latest(edition.ref().key()).ref().equals(edition.ref()))
			.toList();
	}

	private static String value(Edition edition) {
		return edition.ref().key() + "/" + edition.ref().version();
	}

}
