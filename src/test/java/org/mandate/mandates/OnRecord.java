package org.mandate.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;
import org.mandate.constitution.Amendment;
import org.mandate.constitution.Constitution;
import org.mandate.constitution.Unchanged;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * What is on record of an appraisal, written by hand for a test.
 */
final class OnRecord {

	/** Noon on 9 January 2015 (002, Technical plenary, Delegated Commissioning). */
	static final Deadline DELEGATED = new Deadline("delegated-submission", Deadline.Category.SUBMISSION, "Proposal",
			List.of("delegated"), LocalDateTime.of(2015, 1, 9, 12, 0).atZone(Deadline.LONDON), null, null, List.of(),
			List.of());

	private final List<Milestone> milestones = new ArrayList<>();

	private final List<Amendment> amendments = new ArrayList<>();

	private AsAt asAt = AsAt.asked("2015-01-15").orElseThrow();

	private Set<Integer> lost = Set.of();

	private @Nullable Unchanged unchanged;

	private Constitution.Route route = new Constitution.Route(true, null, "Why it goes so.");

	private Conflicts conflicts = conflicts(List.of(), 3, 3);

	static Conflicts conflicts(List<String> failed, int members, int returned) {
		return new Conflicts(
				List.of(new Conflicts.Checked("Primary Care Committee", "/committees/1", false, failed, 0)), members,
				returned, List.of(), List.of("The guardian"), LocalDate.of(2015, 1, 15));
	}

	/** On a day of January 2015, or of December 2014 where it is 0 or less. */
	static LocalDate day(int january) {
		return LocalDate.of(2014, 12, 31).plusDays(january);
	}

	OnRecord asAt(String moment) {
		this.asAt = AsAt.asked(moment).orElseThrow();
		return this;
	}

	OnRecord on(int january, Kind kind, String about) {
		this.milestones
			.add(Milestone.on(kind, about, day(january), kind + " " + about, null, "/" + kind + "/" + january));
		return this;
	}

	OnRecord at(int january, int hour, Kind kind, String about) {
		this.milestones.add(Milestone.at(kind, about, day(january).atTime(hour, 0).atZone(Deadline.LONDON).toInstant(),
				kind + " " + about, null, "/" + kind));
		return this;
	}

	OnRecord between(int from, int to, Kind kind, String about) {
		this.milestones.add(new Milestone(kind, about, day(from), day(to), null, kind + " " + about, null,
				"/" + kind + "/" + from));
		return this;
	}

	/** A ballot that was opened, closed and carried a model; null for none. */
	OnRecord ballot(int number, int opened, int closed, @Nullable String carried) {
		String path = "/ballots/" + number;
		String about = Integer.toString(number);
		this.milestones.add(Milestone.on(Kind.BALLOT_OPENED, about, day(opened), "Opened", null, path));
		this.milestones.add(Milestone.on(Kind.BALLOT_CLOSED, about, day(closed), "Closed", null, path));
		if (carried != null) {
			this.milestones
				.add(Milestone.on(Kind.BALLOT_CARRIED, carried, day(closed), "Carried", null, path + "/results"));
		}
		return this;
	}

	OnRecord lost(int ballot) {
		this.lost = Set.of(ballot);
		return this;
	}

	OnRecord amendment(Amendment amendment) {
		this.amendments.add(amendment);
		return this;
	}

	OnRecord unchanged(int january) {
		this.unchanged = new Unchanged("It allows a committee already", day(january), 0, "Somebody", Instant.EPOCH);
		return this;
	}

	OnRecord route(boolean withProposal, @Nullable LocalDate until) {
		Deadline deadline = (until == null) ? null : new Deadline("route", Deadline.Category.CONSTITUTION, "Route",
				List.of(), null, until, null, List.of(), List.of());
		this.route = new Constitution.Route(withProposal, deadline, "Why it goes so.");
		return this;
	}

	OnRecord with(Conflicts other) {
		this.conflicts = other;
		return this;
	}

	Material material(String model) {
		return new Material(model, model, this.asAt, "/appraisals/2015-16", Material.past(this.milestones, this.asAt),
				this.lost, model.equals("delegated") ? DELEGATED : null,
				this.amendments.stream().map((each) -> each.at(this.asAt)).toList(), this.unchanged, this.route,
				this.conflicts, 28);
	}

	/** What the record says to a topic, in the words of one reading. */
	Judged judge(String topic, String key, String model) {
		return Evaluators.judge(material(model), List.of(rule(topic, key)));
	}

	static Edition.Rule rule(String topic, String key) {
		return new Edition.Rule(key, Edition.Rule.Category.MANDATE, topic, Edition.Rule.Strength.REQUIRED, "Title",
				"Text", List.of(), List.of());
	}

}
