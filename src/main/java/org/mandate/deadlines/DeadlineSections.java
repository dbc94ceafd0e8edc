package org.mandate.deadlines;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * The deadlines of the guidance model by model, with the dates of other sources beside
 * them.
 */
public final class DeadlineSections {

	private DeadlineSections() {
	}

	/** The deadlines of one model, or of all. */
	public record Section(String heading, @Nullable String alias, List<Stated> deadlines) {
	}

	/**
	 * A deadline and how near it is, with the dates other sources state.
	 */
	public record Stated(Deadline deadline, @Nullable String nearness, boolean passed, List<Rival> rivals) {
	}

	/** A date that other sources state, and how far it lies from the one counted on. */
	public record Rival(Deadline deadline, @Nullable String distance) {
	}

	static List<Section> of(Edition edition, AsAt asAt) {
		List<Section> sections = new ArrayList<>();
		for (Edition.Model model : edition.models()) {
			String alias = model.aliases().isEmpty() ? null : model.aliases().getFirst().name();
			sections.add(new Section(model.name(), alias,
					edition.deadlines(model.key())
						.stream()
						.filter((deadline) -> !deadline.models().isEmpty())
						.map((deadline) -> stated(deadline, asAt))
						.toList()));
		}
		sections.add(new Section("Whichever model is chosen", null,
				edition.deadlines()
					.stream()
					.filter((deadline) -> deadline.models().isEmpty())
					.map((deadline) -> stated(deadline, asAt))
					.toList()));
		return sections.stream().filter((section) -> !section.deadlines().isEmpty()).toList();
	}

	private static Stated stated(Deadline deadline, AsAt asAt) {
		return new Stated(deadline, asAt.nearness(deadline), asAt.isPassed(deadline),
				deadline.rivals().stream().map((rival) -> new Rival(rival, distance(deadline, rival))).toList());
	}

	/** How far a rival date is from the one that is counted on: "4 days earlier". */
	static @Nullable String distance(Deadline deadline, Deadline rival) {
		LocalDate day = deadline.day();
		LocalDate other = rival.day();
		if (day == null || other == null) {
			return null;
		}
		long days = ChronoUnit.DAYS.between(day, other);
		return (days == 0) ? "The same day" : Timing.days(day, other) + ((days < 0) ? " earlier" : " later");
	}

}
