package org.mandate.appraisals;

import java.time.temporal.ChronoUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An appraisal's task list, its deadlines and its history.
 */
@Controller
class AppraisalController {

	private static final int EVENTS_A_PAGE = 25;

	private final Appraisals appraisals;

	private final Histories histories;

	AppraisalController(Appraisals appraisals, Histories histories) {
		this.appraisals = appraisals;
		this.histories = histories;
	}

	/** The deadlines of one model, or of all. */
	public record Section(String heading, @Nullable String alias, List<Due> deadlines) {
	}

	/**
	 * A deadline and how near it is, with the dates other sources state.
	 */
	public record Due(Deadline deadline, @Nullable String nearness, boolean passed, List<Rival> rivals) {
	}

	/** A date that other sources state, and how far it lies from the one counted on. */
	public record Rival(Deadline deadline, @Nullable String distance) {
	}

	@GetMapping("/{org}/appraisals/{year}")
	@AllowedTo
	String tasks(@PathVariable String year, Member member, Model model) {
		Overview overview = this.appraisals.overview(year);
		AppraisalSummary summary = overview.summary();
		model.addAttribute("appraisal", summary);
		model.addAttribute("edition", this.appraisals.edition(summary));
		model.addAttribute("tasks", TaskLists.of("/" + member.organisationCode() + summary.path(),
				this.appraisals.tasks(overview), member.roles()));
		return "appraisals/tasks";
	}

	@GetMapping("/{org}/appraisals/{year}/deadlines")
	@AllowedTo
	String deadlines(@PathVariable String year, Model model) {
		Overview overview = this.appraisals.overview(year);
		Edition edition = this.appraisals.edition(overview.summary());
		AsAt asAt = this.appraisals.asAt(overview);
		List<Section> sections = new ArrayList<>();
		for (Comparison.Option option : Comparison.options(edition, overview.summary().speaksFor(),
				overview.levels())) {
			String alias = option.label().equals(option.model().name()) ? null : option.label();
			sections.add(new Section(option.model().name(), alias,
					edition.deadlines(option.model().key())
						.stream()
						.filter((deadline) -> !deadline.models().isEmpty())
						.map((deadline) -> due(deadline, asAt))
						.toList()));
		}
		sections.add(new Section("Whichever model is chosen", null,
				edition.deadlines()
					.stream()
					.filter((deadline) -> deadline.models().isEmpty())
					.map((deadline) -> due(deadline, asAt))
					.toList()));
		model.addAttribute("appraisal", overview.summary());
		model.addAttribute("edition", edition);
		model.addAttribute("sections", sections.stream().filter((section) -> !section.deadlines().isEmpty()).toList());
		model.addAttribute("countedFrom", asAt.past() ? asAt.day() : null);
		return "appraisals/deadlines";
	}

	@GetMapping("/{org}/appraisals/{year}/history")
	@AllowedTo
	String history(@PathVariable String year, @RequestParam(defaultValue = "1") String page, Member member,
			Model model) {
		AppraisalSummary summary = this.appraisals.of(year);
		int number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
		List<Histories.Event> events = this.histories.events(summary, number - 1, EVENTS_A_PAGE, member);
		model.addAttribute("appraisal", summary);
		model.addAttribute("events", events.stream().limit(EVENTS_A_PAGE).toList());
		model.addAttribute("page", number);
		model.addAttribute("pages", (events.size() > EVENTS_A_PAGE) ? number + 1 : number);
		return "appraisals/history";
	}

	private static Due due(Deadline deadline, AsAt asAt) {
		return new Due(deadline, asAt.nearness(deadline), asAt.isPassed(deadline),
				deadline.rivals().stream().map((rival) -> new Rival(rival, distance(deadline, rival))).toList());
	}

	private static @Nullable String distance(Deadline deadline, Deadline rival) {
		LocalDate day = deadline.day();
		LocalDate other = rival.day();
		if (day == null || other == null) {
			return null;
		}
		long days = ChronoUnit.DAYS.between(day, other);
		String words = (Math.abs(days) == 1) ? "1 day" : Math.abs(days) + " days";
		return (days == 0) ? "The same day" : words + ((days < 0) ? " earlier" : " later");
	}

}
