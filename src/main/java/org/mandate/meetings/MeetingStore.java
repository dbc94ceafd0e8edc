package org.mandate.meetings;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.ActorSource;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.QuorumJson;
import org.mandate.database.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes meetings and their members within the transaction of a facade. Whoever changes
 * one waits for whoever is changing it already, and every change counts its version up.
 */
@Component
class MeetingStore {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final MeetingReader reader;

	private final ActorSource actors;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MeetingStore(JdbcClient jdbc, JdbcTemplate batches, MeetingReader reader, ActorSource actors,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.reader = reader;
		this.actors = actors;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The meeting, for a change.
	 * @param when what must be so
	 * @param otherwise what is said when it is not
	 * @param seen the version that somebody has before them; null where it does not
	 * matter
	 * @throws NotFound if there is no such meeting
	 * @throws MeetingRefused if it is not so
	 * @throws MeetingChanged if there is a later version
	 */
	Meeting locked(MeetingId id, Predicate<Meeting> when, String otherwise, @Nullable Integer seen) {
		this.jdbc.sql("select id from meeting where id = :id for update")
			.param("id", id.id())
			.query(UUID.class)
			.optional()
			.orElseThrow(MeetingStore::unknown);
		Meeting meeting = this.reader.one(id.id()).orElseThrow(MeetingStore::unknown);
		if (!when.test(meeting)) {
			throw new MeetingRefused("", otherwise);
		}
		if (seen != null && meeting.version() != seen) {
			throw new MeetingChanged();
		}
		this.jdbc.sql("""
				update meeting set version = version + 1, recorded_by = :by, recorded_at = :now where id = :id
				""").param("by", by()).param("now", now()).param("id", id.id()).update();
		return meeting;
	}

	/** Whoever gives a meeting of a committee its day waits for whoever is doing so. */
	void lockCalendar(CommitteeId committee) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('meetings of ' || :committee, 0))")
			.param("committee", committee.id().toString())
			.query((row) -> {
			});
	}

	/** Whether the committee meets on a day, but for one of its meetings. */
	boolean meets(CommitteeId committee, LocalDate on, @Nullable MeetingId but) {
		return this.jdbc.sql("""
				select exists (select from meeting where committee_id = :committee and held_on = :on
					and state <> 'CANCELLED' and id is distinct from cast(:but as uuid))
				""")
			.param("committee", committee.id())
			.param("on", on)
			.param("but", (but != null) ? but.id() : null, Types.OTHER)
			.query(Boolean.class)
			.single();
	}

	static NotFound unknown() {
		return new NotFound("There is no such meeting.");
	}

	void publish(MeetingEvent event) {
		this.events.publishEvent(event);
	}

	String by() {
		return this.actors.current().name();
	}

	OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	void insert(Meeting meeting) {
		this.jdbc.sql("""
				insert into meeting (id, version, committee_id, committee_name, held_on, starts_at, place, state,
					recorded_by, recorded_at)
				values (:id, 0, :committee, :name, :on, :at, :place, :state, :by, :now)
				""")
			.param("id", meeting.id().id())
			.param("committee", meeting.committee().id())
			.param("name", meeting.committeeName())
			.param("on", meeting.details().on())
			.param("at", meeting.details().at(), Types.VARCHAR)
			.param("place", meeting.details().place(), Types.VARCHAR)
			.param("state", meeting.state().name())
			.param("by", meeting.recordedBy())
			.param("now", now())
			.update();
	}

	void details(MeetingId id, Meeting.Details details) {
		this.jdbc.sql("update meeting set held_on = :on, starts_at = :at, place = :place where id = :id")
			.param("on", details.on())
			.param("at", details.at(), Types.VARCHAR)
			.param("place", details.place(), Types.VARCHAR)
			.param("id", id.id())
			.update();
	}

	void cancel(MeetingId id, String reason) {
		this.jdbc.sql("update meeting set state = 'CANCELLED', cancelled_reason = :reason where id = :id")
			.param("reason", reason)
			.param("id", id.id())
			.update();
	}

	void open(MeetingId id, String committeeName, Meeting.Rules rules, List<Attendee> members) {
		this.jdbc.sql("""
				update meeting set state = 'OPEN', committee_name = :name, quorum = cast(:quorum as jsonb),
					decision_rule = :rule, casting_vote = :casting where id = :id
				""")
			.param("name", committeeName)
			.param("quorum", QuorumJson.write(rules.quorum()))
			.param("rule", rules.decision().name())
			.param("casting", rules.castingVote())
			.param("id", id.id())
			.update();
		List<Object[]> rows = new ArrayList<>();
		for (Attendee member : members) {
			rows.add(new @Nullable Object[] { id.id(), member.seat(), rows.size() + 1, member.person(), member.name(),
					member.title(), member.role().name(), member.voting(),
					(member.office() != null) ? member.office().name() : null, member.practice(),
					member.attendance().name() });
		}
		this.batches.batchUpdate("""
				insert into meeting_member (meeting_id, seat_id, position, person_id, name, title, role, voting, office,
					practice_code, attendance)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", rows);
	}

	void attendance(MeetingId id, List<Attendee> members, @Nullable String inAttendance) {
		List<Object[]> rows = new ArrayList<>();
		for (Attendee member : members) {
			rows.add(new @Nullable Object[] { member.attendance().name(), member.fromItem(), member.toItem(), id.id(),
					member.seat() });
		}
		this.batches.batchUpdate(
				"""
						update meeting_member set attendance = ?, from_item = ?, to_item = ? where meeting_id = ? and seat_id = ?
						""",
				rows);
		this.jdbc.sql("update meeting set in_attendance = :others where id = :id")
			.param("others", inAttendance, Types.VARCHAR)
			.param("id", id.id())
			.update();
	}

	void close(MeetingId id, @Nullable String adjourned) {
		this.jdbc
			.sql("update meeting set state = 'CLOSED', closed_at = :now, adjourned_reason = :reason where id = :id")
			.param("now", now())
			.param("reason", adjourned, Types.VARCHAR)
			.param("id", id.id())
			.update();
	}

	void published(MeetingId id) {
		this.jdbc.sql("update meeting set published_at = :now, published_by = :by where id = :id")
			.param("now", now())
			.param("by", by())
			.param("id", id.id())
			.update();
	}

}
