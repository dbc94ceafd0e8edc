package org.mandate.engagement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;
import org.mandate.recommendations.AgendaPlace;

/**
 * The moments that matter to whether somebody was engaged in time, as the record told
 * them at a moment: what came later is left aside, but for deadlines and meetings, which
 * are known beforehand.
 *
 * @param known in time
 * @param missing the moments of which nothing is on record, in sentences
 */
record Marks(List<Mark> known, List<String> missing) {

	/**
	 * From what the record tells.
	 * @param milestones what all modules tell
	 * @param log entries of the log that stand
	 * @param place where the recommendation is on an agenda; null for nowhere
	 */
	static Marks of(Edition edition, List<Edition.Model> models, List<Milestone> milestones, List<Engagement> log,
			AgendaPlace.@Nullable Place place, AsAt asAt) {
		List<Milestone> past = milestones.stream().filter((milestone) -> milestone.isPast(asAt)).toList();
		List<Mark> known = new ArrayList<>();
		List<String> missing = new ArrayList<>();
		putForward(past, log, asAt).ifPresentOrElse(known::add,
				() -> missing.add("When the preferred option was put forward is not on record."));
		decision(past, models, place).ifPresentOrElse(known::add,
				() -> missing.add("No decision of the governing body is on record, nor the meeting that takes it."));
		boolean formal = false;
		for (Edition.Model model : models) {
			Deadline deadline = edition.submission(model.key());
			Instant due = (deadline != null) ? deadline.due() : null;
			if (deadline != null && due != null) {
				known.add(deadline(deadline, due, asAt));
				formal = true;
			}
		}
		Optional<Mark> submitted = of(past, models, Milestone.Kind.SUBMITTED).findFirst()
			.map((milestone) -> Mark.of(Mark.Kind.SUBMISSION, "The proposal was submitted", milestone));
		submitted.ifPresent(known::add);
		if (submitted.isEmpty() && formal) {
			missing.add("No submission is on record.");
		}
		known.sort(Comparator.comparing(Mark::earliest).thenComparing(Mark::kind));
		return new Marks(known, missing);
	}

	/**
	 * The first time that the preferred option was put to members or the governing body.
	 */
	private static Optional<Mark> putForward(List<Milestone> past, List<Engagement> log, AsAt asAt) {
		Stream<Mark> told = past.stream()
			.filter((milestone) -> milestone.kind() == Milestone.Kind.BALLOT_OPENED
					|| milestone.kind() == Milestone.Kind.RECOMMENDATION_PUT)
			.map((milestone) -> Mark.of(Mark.Kind.PUT_FORWARD, "The preferred option was put forward", milestone));
		Stream<Mark> logged = log.stream()
			.filter((entry) -> entry.statement().putForward() && entry.state(asAt) == Engagement.State.HELD)
			.flatMap((entry) -> {
				When when = entry.statement().when();
				Instant earliest = when.earliest();
				Instant over = when.over();
				return (earliest == null || over == null) ? Stream.empty() : Stream.of(new Mark(Mark.Kind.PUT_FORWARD,
						"The preferred option was put forward", when.words(), earliest, over, true));
			});
		return Stream.concat(logged, told).min(Comparator.comparing(Mark::earliest));
	}

	private static Optional<Mark> decision(List<Milestone> past, List<Edition.Model> models,
			AgendaPlace.@Nullable Place place) {
		Optional<Mark> approved = of(past, models, Milestone.Kind.APPROVED).findFirst()
			.map((milestone) -> Mark.of(Mark.Kind.DECISION, "The governing body approved it", milestone));
		if (approved.isPresent() || place == null) {
			return approved;
		}
		return Optional.of(Mark.on(Mark.Kind.DECISION, "The governing body is to decide", place.heldOn(), false));
	}

	private static Mark deadline(Deadline deadline, Instant due, AsAt asAt) {
		String title = "Deadline: " + deadline.title();
		return Mark.at(Mark.Kind.DEADLINE, title, due, deadline.words(), asAt.isPassed(deadline));
	}

	private static Stream<Milestone> of(List<Milestone> past, List<Edition.Model> models, Milestone.Kind kind) {
		return past.stream()
			.filter((milestone) -> milestone.kind() == kind && (milestone.about() == null
					|| models.stream().anyMatch((model) -> model.key().equals(milestone.about()))))
			.sorted(Milestone.IN_TIME);
	}

}
