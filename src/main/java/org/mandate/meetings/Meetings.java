package org.mandate.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Trail;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.Committees;
import org.mandate.committees.Quorum;
import org.mandate.database.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meetings of the committees of the current organisation: called, changed, cancelled,
 * opened on the day.
 */
@Component
public class Meetings {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	static final String NOT_OPEN = "The meeting is not open: nothing of its record can be changed";

	private final MeetingStore store;

	private final MeetingReader reader;

	private final Agendas agendas;

	private final Carrying carrying;

	private final Committees committees;

	private final Trail trail;

	private final Clock clock;

	Meetings(MeetingStore store, MeetingReader reader, Agendas agendas, Carrying carrying, Committees committees,
			Trail trail, Clock clock) {
		this.store = store;
		this.reader = reader;
		this.agendas = agendas;
		this.carrying = carrying;
		this.committees = committees;
		this.trail = trail;
		this.clock = clock;
	}

	/** The day it is in London. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LONDON);
	}

	/** Every meeting with its record, the latest day first. Six statements. */
	@Transactional(readOnly = true)
	public List<Meeting> all() {
		return this.reader.all();
	}

	/**
	 * One meeting with its record. Six statements.
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public Meeting one(MeetingId id) {
		return this.reader.one(id.id()).orElseThrow(MeetingStore::unknown);
	}

	/**
	 * Call a meeting. Items that an earlier meeting of the committee deferred or did not
	 * reach are on its agenda.
	 * @throws NotFound if there is no such committee
	 * @throws MeetingRefused if the committee was withdrawn, or meets on that day already
	 */
	@Transactional
	public MeetingId call(CommitteeId committee, Meeting.Details details) {
		Committee known = this.committees.one(committee);
		if (!known.stands()) {
			throw new MeetingRefused("committee", "The committee was withdrawn. Choose another");
		}
		requireFree(committee, details, null);
		Meeting meeting = new Meeting(new MeetingId(UUID.randomUUID()), 0, committee, known.name(), details,
				Meeting.State.CALLED, null, List.of(), List.of(), List.of(), null, null, null, null, this.store.by());
		this.store.insert(meeting);
		this.store.publish(new MeetingEvent(meeting.id(), "meeting.called",
				"Called the meeting of the " + known.name() + " on " + meeting.day(), null, facts(details)));
		this.carrying.to(meeting.id(), committee);
		return meeting.id();
	}

	/** Change day, time or place of a meeting that is not open yet. */
	@Transactional
	public void change(MeetingId id, Meeting.Details details, int seen) {
		Meeting meeting = this.store.locked(id, Meeting::called,
				"The meeting was opened or cancelled: its day and place are final", seen);
		if (meeting.details().equals(details)) {
			return;
		}
		requireFree(meeting.committee(), details, id);
		this.store.details(id, details);
		this.store.publish(new MeetingEvent(id, "meeting.changed", "Changed day, time or place of the meeting", null,
				Map.of("before", facts(meeting.details()), "after", facts(details))));
	}

	/** Cancel a meeting that is not open yet. Its items wait for the next one. */
	@Transactional
	public void cancel(MeetingId id, String reason) {
		Meeting meeting = this.store.locked(id, Meeting::called,
				"The meeting was opened or cancelled: it cannot be cancelled now", null);
		this.store.cancel(id, reason);
		this.store.publish(new MeetingEvent(id, "meeting.cancelled",
				"Cancelled the meeting of the " + meeting.committeeName() + " on " + meeting.day(), reason, Map.of()));
		this.carrying.on(meeting.committee());
	}

	/**
	 * Open a meeting: from now on its members, quorum and decision rule are those of its
	 * day, whatever becomes of the committee.
	 * @throws MeetingRefused if it cannot be opened yet
	 */
	@Transactional
	public void open(MeetingId id) {
		Meeting meeting = this.store.locked(id, Meeting::called, "The meeting was opened or cancelled before", null);
		Committee committee = this.committees.one(meeting.committee());
		LocalDate day = meeting.details().on();
		if (day.isAfter(today())) {
			throw new MeetingRefused("", "The meeting is on " + meeting.day() + ": open it on that day");
		}
		Quorum quorum = committee.quorum();
		if (quorum == null) {
			throw new MeetingRefused("",
					"Nobody has recorded yet when the committee is quorate. Record that first, at the committee");
		}
		List<Attendee> members = committee.roster(day).sittings().stream().map(Attendee::of).toList();
		if (members.isEmpty()) {
			throw new MeetingRefused("", "Nobody sits on the committee on " + meeting.day()
					+ ". Record first who holds its seats, at the committee");
		}
		this.store.open(id, committee.name(),
				new Meeting.Rules(quorum, committee.statement().decisionRule(), committee.statement().castingVote()),
				members);
		this.store.publish(new MeetingEvent(id, "meeting.opened", "Opened the meeting of " + meeting.day(), null,
				Map.of("members", members.size(), "quorum", quorum.words())));
		this.agendas.foreseeConflicts(one(id));
	}

	/**
	 * Whether a member came.
	 *
	 * @param seat whose
	 * @param attendance whether
	 * @param fromItem number of the item from which on; null from the start
	 * @param toItem number of the last item; null to the end
	 */
	public record Came(UUID seat, Attendee.Attendance attendance, @Nullable Integer fromItem,
			@Nullable Integer toItem) {
	}

	/**
	 * Record who came.
	 * @param inAttendance who else, 1 to 2000 characters; may be null
	 * @param seen the version of the meeting that somebody has before them
	 * @throws MeetingRefused if an outcome that is on record could not have come about so
	 */
	@Transactional
	public void attend(MeetingId id, List<Came> came, @Nullable String inAttendance, int seen) {
		Meeting meeting = this.store.locked(id, Meeting::open, NOT_OPEN, seen);
		Map<UUID, Came> bySeat = came.stream().collect(Collectors.toMap(Came::seat, Function.identity()));
		List<Attendee> changed = new ArrayList<>();
		Map<String, Object> facts = new LinkedHashMap<>();
		for (Attendee member : meeting.members()) {
			Came now = bySeat.get(member.seat());
			if (now != null) {
				Attendee as = new Attendee(member.seat(), member.name(), member.title(), member.role(), member.voting(),
						member.office(), member.person(), member.practice(), now.attendance(), now.fromItem(),
						now.toItem());
				changed.add(as);
				if (!as.equals(member)) {
					facts.put(member.name(), (as.attendance().label() + " " + as.partly()).strip());
				}
			}
		}
		if (facts.isEmpty() && Objects.equals(meeting.inAttendance(), inAttendance)) {
			return;
		}
		this.store.attendance(id, changed, inAttendance);
		OutcomeCheck.requireSound(one(id));
		this.store.publish(new MeetingEvent(id, "meeting.attendance", "Recorded who came to the meeting", null, facts));
	}

	/**
	 * What happened to a meeting, newest first: one more than a page if there is more.
	 */
	@Transactional(readOnly = true)
	List<Trail.Entry> history(MeetingId id, int page, int size) {
		return this.trail.events(id.id(), page, size);
	}

	private void requireFree(CommitteeId committee, Meeting.Details details, @Nullable MeetingId but) {
		this.store.lockCalendar(committee);
		if (this.store.meets(committee, details.on(), but)) {
			throw new MeetingRefused("on", "The committee meets on that day already. Choose another day");
		}
	}

	private static Map<String, Object> facts(Meeting.Details details) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("on", details.on().toString());
		if (details.at() != null) {
			facts.put("at", details.at());
		}
		if (details.place() != null) {
			facts.put("place", details.place());
		}
		return facts;
	}

}
