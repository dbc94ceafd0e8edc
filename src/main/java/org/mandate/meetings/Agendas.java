package org.mandate.meetings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.meetings.AgendaItem.Declared;
import org.mandate.meetings.AgendaItem.Origin;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;
import org.mandate.recommendations.TouchingInterests;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agendas of meetings: items are added, changed, reordered and taken off until they
 * have an outcome.
 */
@Component
public class Agendas {

	private static final String FINAL = "The meeting is over: its agenda is final";

	private final MeetingStore store;

	private final AgendaStore agenda;

	private final MeetingReader reader;

	private final RegisteredInterests registered;

	private final TouchingInterests touching;

	Agendas(MeetingStore store, AgendaStore agenda, MeetingReader reader, RegisteredInterests registered,
			TouchingInterests touching) {
		this.store = store;
		this.agenda = agenda;
		this.reader = reader;
		this.registered = registered;
		this.touching = touching;
	}

	/**
	 * Add an item as the last.
	 * @return its id
	 * @throws MeetingRefused if the recommendation is on the agenda already, or the
	 * meeting is over
	 */
	@Transactional
	public UUID add(MeetingId id, Statement statement) {
		Meeting meeting = this.store.locked(id, Agendas::going, FINAL, null);
		requireOnce(meeting, statement, null);
		AgendaItem item = fresh(meeting.items().size() + 1, statement, null, List.of());
		this.agenda.insert(id, List.of(item));
		this.store.publish(added(id, item));
		if (meeting.open()) {
			foreseeConflicts(meeting, item);
		}
		return item.id();
	}

	/** Something new on an agenda, on which nothing has happened. */
	static AgendaItem fresh(int number, Statement statement, @Nullable UUID continues, List<Declared> declarations) {
		return new AgendaItem(UUID.randomUUID(), number, statement, continues, null, null, declarations, Map.of(), null,
				null, null);
	}

	static MeetingEvent added(MeetingId meeting, AgendaItem item) {
		return new MeetingEvent(meeting, "meeting.item-added",
				"Put item %d on the agenda: %s".formatted(item.number(), item.title()), null, facts(item.statement()));
	}

	/**
	 * Change an item that has no outcome, and move it to another place.
	 * @param number its place, from 1; past the end is the end. Items are not moved once
	 * the meeting is open
	 */
	@Transactional
	public void change(MeetingId id, UUID item, Statement statement, int number, int seen) {
		Meeting meeting = this.store.locked(id, Agendas::going, FINAL, seen);
		AgendaItem before = meeting.item(item);
		requireNoOutcome(before);
		requireOnce(meeting, statement, item);
		AgendaItem after = new AgendaItem(item, before.number(), statement, before.continues(), null,
				before.presiding(), before.declarations(), before.rulings(), before.notes(), null, null);
		if (!before.statement().equals(statement)) {
			this.agenda.change(after);
			Map<String, Object> details = new LinkedHashMap<>();
			details.put("before", facts(before.statement()));
			details.put("after", facts(statement));
			this.store.publish(new MeetingEvent(id, "meeting.item-changed",
					"Changed item %d of the agenda".formatted(before.number()), null, details));
			if (meeting.open()) {
				foreseeConflicts(meeting, after);
			}
		}
		if (meeting.called() && number != before.number()) {
			List<AgendaItem> order = new ArrayList<>(meeting.items());
			order.removeIf((each) -> each.id().equals(item));
			order.add(Math.max(0, Math.min(number - 1, order.size())), after);
			this.agenda.renumber(id, order);
			this.store
				.publish(new MeetingEvent(id, "meeting.item-moved", "Moved an item of the agenda: " + statement.title(),
						null, Map.of("from", before.number(), "to", order.indexOf(after) + 1)));
		}
	}

	/** Take an item off the agenda of a meeting that is not open yet. */
	@Transactional
	public void withdraw(MeetingId id, UUID item, String reason) {
		Meeting meeting = this.store.locked(id, Meeting::called,
				"The meeting was opened: its items stay on the agenda. Defer the item instead", null);
		AgendaItem known = meeting.item(item);
		this.agenda.withdraw(item, reason);
		this.agenda.renumber(id, meeting.items().stream().filter((each) -> !each.id().equals(item)).toList());
		this.store.publish(new MeetingEvent(id, "meeting.item-withdrawn",
				"Took an item off the agenda: " + known.title(), reason, Map.of()));
	}

	/**
	 * By item of a meeting, where it comes from and where it was taken up again. One
	 * statement.
	 */
	@Transactional(readOnly = true)
	public Map<UUID, List<Continuation>> continuations(MeetingId id) {
		return this.reader.continuations(id.id()).stream().collect(Collectors.groupingBy(Continuation::item));
	}

	/** Declares what the record knows already, once a meeting is open. */
	void foreseeConflicts(Meeting meeting) {
		meeting.items().forEach((item) -> foreseeConflicts(meeting, item));
	}

	private void foreseeConflicts(Meeting meeting, AgendaItem item) {
		for (Declared declared : item.declarations()) {
			boolean sits = meeting.members()
				.stream()
				.anyMatch((member) -> member.seat().equals(declared.seat()) && member.name().equals(declared.name()));
			if (!sits) {
				this.agenda.withdrawDeclaration(declared.id(), declared.name() + " does not hold the seat any more");
			}
		}
		ownPractices(meeting, item);
		AppraisalId appraisal = item.statement().appraisal();
		if (appraisal != null) {
			told(meeting, item, appraisal);
		}
	}

	private void ownPractices(Meeting meeting, AgendaItem item) {
		for (Attendee member : meeting.members()) {
			List<Declared> known = item.of(member.seat())
				.stream()
				.filter((declared) -> declared.origin() == Origin.PRACTICE)
				.toList();
			boolean own = Standing.isOwnPractice(item.statement(), member);
			if (own && known.isEmpty()) {
				String about = (item.statement().touching() == Touching.INVESTMENT) ? "investment in"
						: "performance of";
				this.agenda.declare(item.id(), new Declared(UUID.randomUUID(), member.seat(), member.name(), null,
						"The item is about the %s member practices, and the member is a GP of one".formatted(about),
						Origin.PRACTICE, true));
			}
			if (!own) {
				known.forEach((declared) -> this.agenda.withdrawDeclaration(declared.id(),
						"The item is not about the member's own practice"));
			}
		}
	}

	private void told(Meeting meeting, AgendaItem item, AppraisalId appraisal) {
		Set<UUID> declared = item.declarations()
			.stream()
			.map(Declared::interest)
			.filter(java.util.Objects::nonNull)
			.collect(Collectors.toSet());
		Set<UUID> said = this.touching.of(appraisal)
			.stream()
			.filter(TouchingInterests.Answer::touches)
			.map(TouchingInterests.Answer::interest)
			.collect(Collectors.toSet());
		for (RegisteredInterests.Registered interest : this.registered.of(meeting)) {
			if (said.contains(interest.id()) && !declared.contains(interest.id())) {
				this.agenda.declare(item.id(), interest.declared(Origin.TOLD));
			}
		}
	}

	private static boolean going(Meeting meeting) {
		return meeting.called() || meeting.open();
	}

	static void requireNoOutcome(AgendaItem item) {
		if (item.outcome() != null) {
			throw new MeetingRefused("", "The item has its outcome. Remove that first");
		}
	}

	private static void requireOnce(Meeting meeting, Statement statement, @Nullable UUID but) {
		boolean twice = statement.appraisal() != null && meeting.items()
			.stream()
			.anyMatch((item) -> !item.id().equals(but) && statement.appraisal().equals(item.statement().appraisal()));
		if (twice) {
			throw new MeetingRefused("appraisal", "The recommendation is on the agenda of this meeting already");
		}
	}

	private static Map<String, Object> facts(Statement statement) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("title", statement.title());
		facts.put("purpose", statement.purpose().label());
		if (statement.motion() != null) {
			facts.put("motion", statement.motion());
		}
		if (statement.options() != null) {
			facts.put("options", statement.options());
		}
		if (statement.appraisal() != null) {
			facts.put("recommendationOf", statement.appraisal().id().toString());
		}
		facts.put("inPrivate", statement.inPrivate());
		facts.put("aboutPractices", statement.touching().name());
		if (!statement.practices().isEmpty()) {
			facts.put("practices", statement.practices());
		}
		return facts;
	}

}
