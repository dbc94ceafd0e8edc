package org.mandate.constitution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.constitution.Constitution.Route;
import org.mandate.forms.London;
import org.mandate.guidance.Citation;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * By which route amendments go to NHS England (002, Changes to a CCG Constitution): where
 * only amendments for co-commissioning are asked for, they can be submitted with the
 * proposal; all other requests go through the normal route, which ends earlier. Which of
 * an edition's deadlines is which follows from the models that it is for: the date that
 * goes with a proposal belongs to that proposal's model alone, the normal route to all.
 */
final class Routes {

	private static final int DAYS_WORTH_COUNTING = 366;

	private Routes() {
	}

	/**
	 * The route of an appraisal's amendments.
	 * @param amendments those that stand; none is taken as co-commissioning only
	 */
	static Route of(Edition edition, String model, List<Amendment> amendments, AsAt asAt) {
		List<Amendment> known = amendments.stream().filter(Amendment::stands).map((each) -> each.at(asAt)).toList();
		List<Deadline> dated = edition.deadlines(model)
			.stream()
			.filter((deadline) -> deadline.category() == Deadline.Category.CONSTITUTION)
			.sorted(Comparator.comparingInt(Routes::models))
			.toList();
		List<Amendment> others = known.stream().filter((amendment) -> !amendment.coCommissioning()).toList();
		boolean withProposal = others.isEmpty();
		List<String> said = new ArrayList<>();
		if (dated.isEmpty()) {
			said.add("%s states no date for amendments of the constitution under this model."
				.formatted(edition.title()));
			return new Route(withProposal, null, String.join(" ", said));
		}
		Deadline deadline = withProposal ? dated.getFirst() : dated.getLast();
		said.add(why(known, others));
		said.add(until(deadline, withProposal, asAt));
		deadline.rivals()
			.forEach((rival) -> said
				.add("Another source says %s (%s).".formatted(rival.words(), sources(rival.citations()))));
		said.addAll(sent(known, deadline, asAt));
		return new Route(withProposal, deadline, String.join(" ", said));
	}

	/** For how many models: none named is all, and more than any. */
	private static int models(Deadline deadline) {
		return deadline.models().isEmpty() ? Integer.MAX_VALUE : deadline.models().size();
	}

	private static String why(List<Amendment> known, List<Amendment> others) {
		if (known.isEmpty()) {
			return "No amendment is on record. Where those for co-commissioning are the only ones, they can be "
					+ "submitted with the proposal.";
		}
		if (others.isEmpty()) {
			return (known.size() == 1)
					? "The only amendment on record is for co-commissioning, so it can be submitted with the proposal."
					: "All %d amendments on record are for co-commissioning, so they can be submitted with the proposal."
						.formatted(known.size());
		}
		boolean all = others.size() == known.size();
		String which = numbers(others);
		if (all) {
			return "%s %s not for co-commissioning, so %s by the normal route.".formatted(which,
					(others.size() == 1) ? "is" : "are", (others.size() == 1) ? "it goes" : "they go");
		}
		return ("%s %s not for co-commissioning. The amendments for co-commissioning are then not the only ones asked "
				+ "for, so the requests go by the normal route.")
			.formatted(which, (others.size() == 1) ? "is" : "are");
	}

	private static String numbers(List<Amendment> some) {
		String numbers = some.stream()
			.map((amendment) -> Integer.toString(amendment.number()))
			.collect(Collectors.joining(", "));
		return ((some.size() == 1) ? "Amendment " : "Amendments ") + numbers;
	}

	private static String until(Deadline deadline, boolean withProposal, AsAt asAt) {
		String route = withProposal ? "The way with the proposal" : "The normal route";
		LocalDate day = deadline.day();
		String sources = sources(deadline.citations());
		if (day == null) {
			return "%s: %s (%s).".formatted(route, deadline.words(), sources);
		}
		long days = ChronoUnit.DAYS.between(day, asAt.day());
		if (asAt.isPassed(deadline)) {
			String before = (days > DAYS_WORTH_COUNTING) ? "" : (days <= 0) ? ", earlier that day"
					: ": %s before %s".formatted(days(days), London.date(asAt.day()));
			return "%s ended on %s (%s)%s.".formatted(route, deadline.words(), sources, before);
		}
		return "%s is open until %s (%s): %s.".formatted(route, deadline.words(), sources,
				(days == 0) ? "the last day" : days(-days) + " left");
	}

	private static List<String> sent(List<Amendment> known, Deadline deadline, AsAt asAt) {
		Instant due = deadline.due();
		if (due == null) {
			return List.of();
		}
		List<String> said = new ArrayList<>();
		List<Amendment> missing = known.stream().filter((amendment) -> amendment.submitted() == null).toList();
		if (asAt.isPassed(deadline) && !missing.isEmpty()) {
			said.add("%s %s not on record as sent to NHS England.".formatted(numbers(missing),
					(missing.size() == 1) ? "is" : "are"));
		}
		for (Amendment amendment : known) {
			long late = late(amendment, deadline);
			if (late > 0) {
				said.add("Amendment %d was sent on %s, %s late.".formatted(amendment.number(),
						London.date(Objects.requireNonNull(amendment.submitted())), days(late)));
			}
		}
		return said;
	}

	/** How many days after the deadline's day it was sent; 0 in time or not sent. */
	static long late(Amendment amendment, @Nullable Deadline deadline) {
		LocalDate sent = amendment.submitted();
		LocalDate day = (deadline != null) ? deadline.day() : null;
		return (sent != null && day != null) ? Math.max(0, ChronoUnit.DAYS.between(day, sent)) : 0;
	}

	private static String sources(List<Citation> citations) {
		return citations.stream().map(Citation::place).distinct().collect(Collectors.joining("; "));
	}

	private static String days(long days) {
		return (days == 1) ? "1 day" : days + " days";
	}

}
