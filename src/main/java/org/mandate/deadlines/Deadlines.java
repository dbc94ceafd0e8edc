package org.mandate.deadlines;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.meetings.MeetingDays;
import org.mandate.recommendations.Recommendations;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deadline plan of an appraisal, and the lead times it counts with.
 */
@Component
public class Deadlines {

	private final Appraisals appraisals;

	private final Guidance guidance;

	private final Recommendations recommendations;

	private final MeetingDays meetings;

	private final LeadTimeStore leadTimes;

	private final ApplicationEventPublisher events;

	private final ActorSource actors;

	private final Clock clock;

	Deadlines(Appraisals appraisals, Guidance guidance, Recommendations recommendations, MeetingDays meetings,
			LeadTimeStore leadTimes, ApplicationEventPublisher events, ActorSource actors, Clock clock) {
		this.appraisals = appraisals;
		this.guidance = guidance;
		this.recommendations = recommendations;
		this.meetings = meetings;
		this.leadTimes = leadTimes;
		this.events = events;
		this.actors = actors;
		this.clock = clock;
	}

	private record Choice(String model, Plan.Basis basis) {
	}

	/**
	 * The plan. A fixed number of statements: one each for the recommendation, the lead
	 * times and the names of the governing body, two more for the ballots where nothing
	 * is recommended, and those of the milestones.
	 * @param asked key of the model to plan for; null for the one that is recommended, or
	 * else proposed
	 * @throws NotFound if the guidance has no such model
	 */
	@Transactional(readOnly = true)
	public Plan plan(AppraisalSummary appraisal, @Nullable String asked, AsAt asAt) {
		return plan(appraisal, asked, asAt, this.appraisals.milestones(appraisal));
	}

	private Plan plan(AppraisalSummary appraisal, @Nullable String asked, AsAt asAt, List<Milestone> milestones) {
		Edition edition = edition(appraisal);
		Choice choice = choice(appraisal, asked);
		LeadTimes lead = leadTimes(appraisal);
		Seen seen = new Seen(milestones, asAt);
		if (choice == null) {
			return new Plan(appraisal, null, Plan.Basis.NONE, lead, asAt, false, List.of(), seen.all(), null);
		}
		Edition.Model model = edition.model(choice.model());
		BackwardPlan plan = new BackwardPlan(edition, model.key(), appraisal, lead, seen,
				this.meetings.governingBodies(), asAt);
		List<PlanLine> lines = plan.lines();
		return new Plan(appraisal, model, choice.basis(), lead, asAt, plan.deciding().isCalled(), lines, seen.all(),
				Timeline.of(lines, seen.all(), plan.anchor().day(), asAt));
	}

	private @Nullable Choice choice(AppraisalSummary appraisal, @Nullable String asked) {
		if (asked != null) {
			return new Choice(asked, Plan.Basis.CHOSEN);
		}
		return this.recommendations.current(appraisal.id())
			.map((current) -> new Choice(current.version().model(), Plan.Basis.RECOMMENDED))
			.or(() -> this.recommendations.proposal(appraisal)
				.map((proposal) -> new Choice(proposal.model(), Plan.Basis.PROPOSED)))
			.orElse(null);
	}

	/** The guidance that an appraisal follows. */
	Edition edition(AppraisalSummary appraisal) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
	}

	/** The lead times of an appraisal: its own, else where everybody begins. */
	@Transactional(readOnly = true)
	public LeadTimes leadTimes(AppraisalSummary appraisal) {
		return kept(appraisal).map(LeadTimeStore.Kept::times).orElse(LeadTimes.DEFAULTS);
	}

	@Transactional(readOnly = true)
	Optional<LeadTimeStore.Kept> kept(AppraisalSummary appraisal) {
		return this.leadTimes.of(appraisal.id());
	}

	/**
	 * Change the lead times. Nothing is recorded when nothing changes.
	 * @param seen version of what the person saw when they began; -1 for the defaults
	 * @throws LeadTimesChanged if somebody else saved others since
	 */
	@Transactional
	void change(AppraisalSummary appraisal, LeadTimes times, int seen) {
		Optional<LeadTimeStore.Kept> known = kept(appraisal);
		if (known.map(LeadTimeStore.Kept::times).orElse(LeadTimes.DEFAULTS).equals(times)) {
			return;
		}
		if (known.map(LeadTimeStore.Kept::version).orElse(-1) != seen || !this.leadTimes.save(appraisal.id(), times,
				seen, this.actors.current().name(), this.clock.instant())) {
			throw new LeadTimesChanged();
		}
		this.events.publishEvent(new DeadlineEvent("deadlines.lead-times", appraisal.id().id(),
				"Changed the lead times of the deadline plan",
				Map.of("before", facts(known.map(LeadTimeStore.Kept::times).orElse(LeadTimes.DEFAULTS)), "after",
						facts(times))));
	}

	private static Map<String, Object> facts(LeadTimes times) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("papers", times.papers());
		facts.put("notice", times.notice());
		facts.put("counting", times.counting());
		facts.put("voting", times.voting());
		facts.put("consulting", times.consulting());
		facts.put("amending", times.amending());
		facts.put("attesting", times.attesting());
		facts.put("reminders", times.reminderWords());
		return facts;
	}

}
