package org.mandate.meetings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.interests.PublicInterests;
import org.mandate.meetings.AgendaItem.Declared;
import org.mandate.meetings.AgendaItem.Origin;
import org.mandate.meetings.MeetingRefused.Problem;
import org.mandate.options.Option;
import org.mandate.options.Options;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.Recommendations;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens on an item of an open meeting: conflicts are declared, whoever presides
 * rules on them, the committee votes.
 */
@Component
public class Proceedings {

	private final MeetingStore store;

	private final AgendaStore agenda;

	private final RegisteredInterests registered;

	private final PublicInterests publicInterests;

	private final Appraisals appraisals;

	private final Options options;

	private final Recommendations recommendations;

	Proceedings(MeetingStore store, AgendaStore agenda, RegisteredInterests registered, PublicInterests publicInterests,
			Appraisals appraisals, Options options, Recommendations recommendations) {
		this.store = store;
		this.agenda = agenda;
		this.registered = registered;
		this.publicInterests = publicInterests;
		this.appraisals = appraisals;
		this.options = options;
		this.recommendations = recommendations;
	}

	/**
	 * What a member said at the meeting.
	 *
	 * @param seat of the member
	 * @param words what it is, 1 to 1000 characters
	 * @param mayPublish whether the member consents to its publication
	 */
	public record Said(UUID seat, String words, boolean mayPublish) {
	}

	/**
	 * Declare conflicts on an item. What was declared before stays once.
	 * @param interests ids of interests that members of this meeting have on the register
	 * @param said what is not there; null for nothing
	 * @throws NotFound if none of its members has such an interest or seat
	 */
	@Transactional
	public void declare(MeetingId id, UUID item, Collection<UUID> interests, @Nullable Said said) {
		Meeting meeting = open(id, null);
		AgendaItem known = undecided(meeting, item);
		List<RegisteredInterests.Registered> registered = this.registered.of(meeting);
		for (UUID interest : Set.copyOf(interests)) {
			RegisteredInterests.Registered found = registered.stream()
				.filter((each) -> each.id().equals(interest))
				.findFirst()
				.orElseThrow(() -> new NotFound("No member of this meeting has such an interest."));
			if (known.declarations().stream().noneMatch((each) -> interest.equals(each.interest()))) {
				declare(meeting, known, found.declared(Origin.REGISTER));
			}
		}
		if (said != null) {
			Attendee member = meeting.member(said.seat());
			if (known.of(said.seat()).stream().noneMatch((each) -> each.words().equals(said.words()))) {
				declare(meeting, known, new Declared(UUID.randomUUID(), said.seat(), member.name(), null, said.words(),
						Origin.MEETING, said.mayPublish()));
			}
		}
	}

	private void declare(Meeting meeting, AgendaItem item, Declared declared) {
		this.agenda.declare(item.id(), declared);
		// The words are not for everybody who reads the trail.
		this.store.publish(new MeetingEvent(meeting.id(), "meeting.declared",
				"%s declared a conflict on item %d".formatted(declared.name(), item.number()), null,
				Map.of("item", item.number(), "origin", declared.origin().label())));
	}

	/** Withdraw a declaration that was recorded by mistake. */
	@Transactional
	public void withdrawDeclaration(MeetingId id, UUID item, UUID declaration, String reason) {
		Meeting meeting = open(id, null);
		AgendaItem known = undecided(meeting, item);
		Declared declared = known.declarations()
			.stream()
			.filter((each) -> each.id().equals(declaration))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such declaration."));
		if (declared.origin() == Origin.PRACTICE) {
			throw new MeetingRefused("", "It follows from what the item is about. Change the item instead");
		}
		this.agenda.withdrawDeclaration(declaration, reason);
		if (known.of(declared.seat()).size() == 1) {
			this.agenda.removeRuling(item, declared.seat());
		}
		this.store.publish(new MeetingEvent(id, "meeting.declaration-withdrawn",
				"Withdrew what %s declared on item %d".formatted(declared.name(), known.number()), reason, Map.of()));
	}

	/**
	 * Record a ruling of whoever presides on what a member declared.
	 * @param reason why, 1 to 1000 characters; may be null
	 * @throws MeetingRefused if the member declared nothing, if nobody presides, or if
	 * the ruling would let a GP decide on an item about their own practice
	 */
	@Transactional
	public void rule(MeetingId id, UUID item, UUID seat, Ruling ruling, @Nullable String reason) {
		Meeting meeting = open(id, null);
		AgendaItem known = undecided(meeting, item);
		Attendee member = meeting.member(seat);
		if (known.of(seat).isEmpty()) {
			throw new MeetingRefused("ruling", member.name() + " declared nothing on this item");
		}
		if (ruling.decides() && Standing.isOwnPractice(known.statement(), member)) {
			throw new MeetingRefused("ruling", "The item is about " + member.name()
					+ "'s own practice: choose a ruling that keeps them from the decision");
		}
		Attendee presiding = presidingOver(meeting, known, seat);
		if (presiding == null) {
			throw new MeetingRefused("ruling",
					"Nobody presides who could rule: choose first who presides over this item");
		}
		AgendaItem.Ruled ruled = new AgendaItem.Ruled(ruling, reason, presiding.called());
		if (ruled.equals(known.rulings().get(seat))) {
			return;
		}
		this.agenda.rule(item, seat, ruled);
		this.store.publish(new MeetingEvent(id, "meeting.ruled",
				"%s ruled on what %s declared on item %d: %s".formatted(presiding.name(), member.name(), known.number(),
						ruling.label().toLowerCase(java.util.Locale.UK)),
				reason, Map.of("item", known.number(), "ruling", ruling.name())));
	}

	/** Nobody rules on what they declared themselves. */
	static @Nullable Attendee presidingOver(Meeting meeting, AgendaItem item, UUID seat) {
		Map<UUID, AgendaItem.Ruled> without = new LinkedHashMap<>(item.rulings());
		without.remove(seat);
		return meeting
			.standing(new AgendaItem(item.id(), item.number(), item.statement(), item.continues(), null,
					item.presiding(), item.declarations(), without, null, null, null))
			.presiding();
	}

	/**
	 * Record whom the members chose to preside over an item, because neither the chair
	 * nor the vice chair can.
	 */
	@Transactional
	public void preside(MeetingId id, UUID item, UUID seat) {
		Meeting meeting = open(id, null);
		AgendaItem known = undecided(meeting, item);
		Attendee member = meeting.member(seat);
		if (meeting.standing(known).choosable().stream().noneMatch((each) -> each.seat().equals(seat))) {
			throw new MeetingRefused("presiding", member.name()
					+ " cannot preside over this item. Choose somebody who is there and declared nothing");
		}
		this.agenda.preside(item, seat);
		this.store.publish(new MeetingEvent(id, "meeting.presiding",
				"%s was chosen to preside over item %d".formatted(member.name(), known.number()), null, Map.of()));
	}

	/**
	 * Record how the committee left an item.
	 * @param outcome what came of it; what lay before the committee is found here
	 * @param notes of the discussion, 1 to 5000 characters; may be null
	 * @param seen the version of the meeting that somebody has before them
	 * @throws MeetingRefused if it contradicts the record
	 */
	@Transactional
	public void record(MeetingId id, UUID item, Outcome outcome, @Nullable String notes, int seen) {
		Meeting meeting = open(id, seen);
		AgendaItem known = meeting.item(item);
		Outcome based = outcome.on(known.forDecision() ? put(known) : null);
		List<Problem> problems = OutcomeCheck.problems(meeting, known, based);
		if (!problems.isEmpty()) {
			throw new MeetingRefused(problems);
		}
		if (based.equals(known.outcome()) && Objects.equals(notes, known.notes())) {
			return;
		}
		this.agenda.outcome(item, based, notes);
		this.store.publish(new MeetingEvent(id, "meeting.outcome",
				"Recorded the outcome of item %d: %s".formatted(known.number(), lower(based.words())), based.reason(),
				facts(meeting, known, based)));
	}

	/** Remove an outcome that was recorded by mistake. */
	@Transactional
	public void reopen(MeetingId id, UUID item) {
		Meeting meeting = open(id, null);
		AgendaItem known = meeting.item(item);
		if (known.outcome() != null) {
			this.agenda.outcome(item, null, known.notes());
			this.store.publish(new MeetingEvent(id, "meeting.outcome-removed",
					"Removed the outcome of item %d: %s".formatted(known.number(), lower(known.outcome().words())),
					null, facts(meeting, known, known.outcome())));
		}
	}

	/** The interests that members of a meeting have on the register. Two statements. */
	@Transactional(readOnly = true)
	List<RegisteredInterests.Registered> registered(Meeting meeting) {
		return this.registered.of(meeting);
	}

	/** What lies before the committee now; null for a recommendation that was not put. */
	@Transactional(readOnly = true)
	Outcome.@Nullable Put put(AgendaItem item) {
		AgendaItem.Statement is = item.statement();
		if (is.appraisal() == null) {
			return new Outcome.Put(Objects.requireNonNull(is.motion()), is.options(), null, null);
		}
		AppraisalSummary appraisal = this.appraisals.one(is.appraisal());
		RecommendationSummary current = this.recommendations.current(appraisal.id()).orElse(null);
		if (current == null || !current.put()) {
			return null;
		}
		String options = (is.options() != null) ? is.options() : considered(appraisal);
		return new Outcome.Put(current.version().wording(), options, current.number(), current.version().number());
	}

	/** The shortlisted options of the appraisal, as its own record has them. */
	private @Nullable String considered(AppraisalSummary appraisal) {
		String options = this.options.of(appraisal)
			.stream()
			.filter(Option::isShortlisted)
			.map((option) -> option.label() + ": " + option.name())
			.collect(Collectors.joining("\n"));
		return options.isEmpty() ? null : options;
	}

	private static String lower(String words) {
		return words.substring(0, 1).toLowerCase(java.util.Locale.UK) + words.substring(1);
	}

	/** Interests whose holders refuse their publication now. One statement. */
	@Transactional(readOnly = true)
	Set<UUID> unpublishable() {
		return this.publicInterests.refused();
	}

	private static Map<String, Object> facts(Meeting meeting, AgendaItem item, Outcome outcome) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("item", item.number());
		facts.put("outcome", outcome.result().name());
		if (outcome.amendedWording() != null) {
			facts.put("amendedWording", outcome.amendedWording());
		}
		if (outcome.vote() != null) {
			facts.put("votes", outcome.vote().words());
			Map<String, Object> byName = new LinkedHashMap<>();
			outcome.vote().byName().forEach((seat, choice) -> byName.put(meeting.member(seat).name(), choice.label()));
			if (!byName.isEmpty()) {
				facts.put("byName", byName);
			}
		}
		return facts;
	}

	private Meeting open(MeetingId id, @Nullable Integer seen) {
		return this.store.locked(id, Meeting::open, Meetings.NOT_OPEN, seen);
	}

	private static AgendaItem undecided(Meeting meeting, UUID item) {
		AgendaItem known = meeting.item(item);
		Agendas.requireNoOutcome(known);
		return known;
	}

}
