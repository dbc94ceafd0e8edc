package org.mandate.deadlines;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;

/**
 * The milestones of an appraisal as they are seen from a moment: those that had happened
 * by then, and of the later ones those that are planned ahead. What was decided or done
 * later is not known yet.
 */
final class Seen {

	private static final Set<Kind> PLANNED_AHEAD = EnumSet.of(Kind.MEETING, Kind.ENGAGEMENT, Kind.OBJECTIONS,
			Kind.BALLOT_CLOSED, Kind.GO_LIVE, Kind.REVIEW_DUE);

	private final List<Milestone> milestones;

	private final AsAt asAt;

	Seen(List<Milestone> all, AsAt asAt) {
		this.asAt = asAt;
		Set<String> opened = new java.util.HashSet<>();
		all.stream()
			.filter((each) -> each.kind() == Kind.BALLOT_OPENED && each.isPast(asAt))
			.forEach((each) -> opened.add(String.valueOf(each.about())));
		this.milestones = all.stream()
			.filter((each) -> each.isPast(asAt) || (PLANNED_AHEAD.contains(each.kind())
					&& (each.kind() != Kind.BALLOT_CLOSED || opened.contains(String.valueOf(each.about())))))
			.sorted(Milestone.IN_TIME)
			.toList();
	}

	List<Milestone> all() {
		return this.milestones;
	}

	boolean isPast(Milestone milestone) {
		return milestone.isPast(this.asAt);
	}

	List<Milestone> of(Kind kind) {
		return all(kind, (each) -> true);
	}

	List<Milestone> all(Kind kind, Predicate<Milestone> which) {
		return this.milestones.stream().filter((each) -> each.kind() == kind && which.test(each)).toList();
	}

	/** Those about a model, and those that name none. */
	List<Milestone> of(Kind kind, String model) {
		return all(kind, (each) -> each.about() == null || each.about().equals(model));
	}

	/** The first that happened; else the first that is planned; null for neither. */
	static @Nullable Milestone first(List<Milestone> of) {
		return of.isEmpty() ? null : of.getFirst();
	}

	/** The last that happened; else the first that is planned; null for neither. */
	@Nullable Milestone last(List<Milestone> of) {
		return of.reversed().stream().filter(this::isPast).findFirst().orElse(first(of));
	}

	/** The last of a committee's meetings that is over before an instant. */
	Optional<Milestone> lastMeeting(Set<String> committees, Instant before) {
		return meetings(committees).stream()
			.filter((each) -> each.isBefore(before))
			.max(Comparator.comparing(Milestone::from));
	}

	/** The first of a committee's meetings that is not wholly before an instant. */
	Optional<Milestone> nextMeeting(Set<String> committees, Instant from) {
		return meetings(committees).stream().filter((each) -> !each.isBefore(from)).findFirst();
	}

	private List<Milestone> meetings(Set<String> committees) {
		return all(Kind.MEETING, (each) -> each.about() != null && committees.contains(each.about()));
	}

}
