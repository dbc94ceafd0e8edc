package org.mandate.mandates;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;
import org.mandate.constitution.Amendment;
import org.mandate.constitution.Constitution;
import org.mandate.constitution.Unchanged;
import org.mandate.guidance.Deadline;

/**
 * What the tests for a model are answered from, as it stood at a moment.
 *
 * @param model key of the model
 * @param name of the model
 * @param asAt the moment
 * @param path of the appraisal, below the organisation's address
 * @param past the milestones that had come by then, in time
 * @param lost numbers of the ballots that are known not to have carried
 * @param deadline of the proposal; null where the guidance states none
 * @param amendments of the constitution, as they stood then
 * @param unchanged that none is needed; null where nobody said so by then
 * @param route by which amendments go to NHS England
 * @param conflicts the arrangements for conflicts of interest
 * @param wellAhead how many days before a decision count as well in advance
 */
record Material(String model, String name, AsAt asAt, String path, List<Milestone> past, Set<Integer> lost,
		@Nullable Deadline deadline, List<Amendment> amendments, @Nullable Unchanged unchanged,
		Constitution.Route route, Conflicts conflicts, int wellAhead) {

	Material {
		past = past.stream().sorted(Milestone.IN_TIME).toList();
		lost = Set.copyOf(lost);
		amendments = List.copyOf(amendments);
	}

	/**
	 * What had come of all milestones by a moment; a window for objections once it began.
	 */
	static List<Milestone> past(List<Milestone> all, AsAt asAt) {
		return all.stream()
			.filter((each) -> (each.kind() == Kind.OBJECTIONS) ? !each.from().isAfter(asAt.day()) : each.isPast(asAt))
			.toList();
	}

	/** The same without one of its milestones. */
	Material without(Milestone milestone) {
		return new Material(this.model, this.name, this.asAt, this.path,
				this.past.stream().filter((each) -> !each.equals(milestone)).toList(), this.lost, this.deadline,
				this.amendments, this.unchanged, this.route, this.conflicts, this.wellAhead);
	}

	List<Milestone> all(Kind kind) {
		return this.past.stream().filter((each) -> each.kind() == kind).toList();
	}

	List<Milestone> all(Kind kind, String about) {
		return all(kind).stream().filter((each) -> about.equals(each.about())).toList();
	}

	/** The submission of this model's proposal, the latest of them. */
	Optional<Milestone> submission() {
		return all(Kind.SUBMITTED, this.model).stream().reduce((first, second) -> second);
	}

	/** Whether all of it was before the submission; true where there is none. */
	boolean isBeforeSubmission(Milestone milestone) {
		return submission().map((submitted) -> milestone.isBefore(begins(submitted))).orElse(true);
	}

	/** Whether all of it was after the submission. */
	boolean isAfterSubmission(Milestone milestone) {
		return submission().map((submitted) -> milestone.isAfter(ends(submitted)) && !milestone.equals(submitted))
			.orElse(false);
	}

	/** Whether all of it was at or after the deadline. */
	boolean isAfterDeadline(Milestone milestone) {
		Instant due = (this.deadline != null) ? this.deadline.due() : null;
		return due != null && milestone.isAfter(due);
	}

	private static Instant begins(Milestone milestone) {
		return (milestone.at() != null) ? milestone.at() : milestone.from().atStartOfDay(Deadline.LONDON).toInstant();
	}

	private static Instant ends(Milestone milestone) {
		return (milestone.at() != null) ? milestone.at()
				: milestone.to().plusDays(1).atStartOfDay(Deadline.LONDON).toInstant();
	}

}
