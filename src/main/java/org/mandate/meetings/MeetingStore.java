package org.mandate.meetings;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.ActorSource;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.QuorumJson;
import org.mandate.database.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes meetings within the transaction of a facade. Whoever changes one waits for
 * whoever is changing it already, and every change counts its version up.
 */
@Component
class MeetingStore {

	private final JdbcClient jdbc;

	private final MeetingReader reader;

	private final ActorSource actors;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MeetingStore(JdbcClient jdbc, MeetingReader reader, ActorSource actors, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
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
		int position = 0;
		for (Attendee member : members) {
			position++;
			this.jdbc.sql("""
					insert into meeting_member (meeting_id, seat_id, position, person_id, name, title, role, voting,
						office, practice_code, attendance)
					values (:meeting, :seat, :position, :person, :name, :title, :role, :voting, :office, :practice,
						:attendance)
					""")
				.param("meeting", id.id())
				.param("seat", member.seat())
				.param("position", position)
				.param("person", member.person(), Types.OTHER)
				.param("name", member.name())
				.param("title", member.title())
				.param("role", member.role().name())
				.param("voting", member.voting())
				.param("office", (member.office() != null) ? member.office().name() : null, Types.VARCHAR)
				.param("practice", member.practice(), Types.VARCHAR)
				.param("attendance", member.attendance().name())
				.update();
		}
	}

	void attendance(MeetingId id, List<Attendee> members, @Nullable String inAttendance) {
		for (Attendee member : members) {
			this.jdbc.sql("""
					update meeting_member set attendance = :attendance, from_item = :from, to_item = :to
					where meeting_id = :meeting and seat_id = :seat
					""")
				.param("attendance", member.attendance().name())
				.param("from", member.fromItem(), Types.INTEGER)
				.param("to", member.toItem(), Types.INTEGER)
				.param("meeting", id.id())
				.param("seat", member.seat())
				.update();
		}
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

	/**
	 * The number of the last decision of a year, of all committees. Closings wait here
	 * for each other.
	 */
	int lastReference(int year) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('decisions ' || current_org(), 0))")
			.query((row) -> {
			});
		return this.jdbc.sql("""
				select coalesce(max(cast(substring(reference from 6) as int)), 0) from meeting_item
				where reference like :year || '-%'
				""").param("year", Integer.toString(year)).query(Integer.class).single();
	}

	void reference(UUID item, String reference) {
		this.jdbc.sql("update meeting_item set reference = :reference where id = :id")
			.param("reference", reference)
			.param("id", item)
			.update();
	}

	void insert(MeetingId meeting, AgendaItem item) {
		item(this.jdbc.sql("""
				insert into meeting_item (id, meeting_id, number, title, purpose, motion, options, appraisal_id,
					private_item, touching, practices, continues_item)
				values (:id, :meeting, :number, :title, :purpose, :motion, :options, :appraisal, :private, :touching,
					:practices, :continues)
				"""), item).param("meeting", meeting.id()).param("continues", item.continues(), Types.OTHER).update();
	}

	void change(AgendaItem item) {
		item(this.jdbc.sql("""
				update meeting_item set number = :number, title = :title, purpose = :purpose, motion = :motion,
					options = :options, appraisal_id = :appraisal, private_item = :private, touching = :touching,
					practices = :practices
				where id = :id
				"""), item).update();
	}

	private static JdbcClient.StatementSpec item(JdbcClient.StatementSpec statement, AgendaItem item) {
		AgendaItem.Statement is = item.statement();
		return statement.param("id", item.id())
			.param("number", item.number())
			.param("title", is.title())
			.param("purpose", is.purpose().name())
			.param("motion", is.motion(), Types.VARCHAR)
			.param("options", is.options(), Types.VARCHAR)
			.param("appraisal", (is.appraisal() != null) ? is.appraisal().id() : null, Types.OTHER)
			.param("private", is.inPrivate())
			.param("touching", is.touching().name())
			.param("practices", String.join(" ", is.practices()));
	}

	/** Numbers them as they come; out of each other's way in between. */
	void renumber(MeetingId meeting, List<AgendaItem> inOrder) {
		this.jdbc.sql(
				"update meeting_item set number = number + 1000 where meeting_id = :meeting and withdrawn_reason is null")
			.param("meeting", meeting.id())
			.update();
		for (int index = 0; index < inOrder.size(); index++) {
			this.jdbc.sql("update meeting_item set number = :number where id = :id")
				.param("number", index + 1)
				.param("id", inOrder.get(index).id())
				.update();
		}
	}

	void withdraw(UUID item, String reason) {
		this.jdbc.sql("update meeting_item set withdrawn_reason = :reason where id = :id")
			.param("reason", reason)
			.param("id", item)
			.update();
	}

	void declare(UUID item, AgendaItem.Declared declared) {
		this.jdbc.sql("""
				insert into meeting_declaration (id, item_id, seat_id, name, interest_id, words, origin, may_publish,
					declared_by, declared_at)
				values (:id, :item, :seat, :name, :interest, :words, :origin, :publish, :by, :now)
				""")
			.param("id", declared.id())
			.param("item", item)
			.param("seat", declared.seat())
			.param("name", declared.name())
			.param("interest", declared.interest(), Types.OTHER)
			.param("words", declared.words())
			.param("origin", declared.origin().name())
			.param("publish", declared.mayPublish())
			.param("by", by())
			.param("now", now())
			.update();
	}

	void withdrawDeclaration(UUID declaration, String reason) {
		this.jdbc.sql("update meeting_declaration set withdrawn_reason = :reason where id = :id")
			.param("reason", reason)
			.param("id", declaration)
			.update();
	}

	void rule(UUID item, UUID seat, AgendaItem.Ruled ruled) {
		this.jdbc.sql("""
				insert into meeting_ruling (item_id, seat_id, ruling, reason, ruled_by, recorded_by, recorded_at)
				values (:item, :seat, :ruling, :reason, :ruledBy, :by, :now)
				on conflict (organisation_id, item_id, seat_id) do update set ruling = excluded.ruling,
					reason = excluded.reason, ruled_by = excluded.ruled_by, recorded_by = excluded.recorded_by,
					recorded_at = excluded.recorded_at
				""")
			.param("item", item)
			.param("seat", seat)
			.param("ruling", ruled.ruling().name())
			.param("reason", ruled.reason(), Types.VARCHAR)
			.param("ruledBy", ruled.by())
			.param("by", by())
			.param("now", now())
			.update();
	}

	void removeRuling(UUID item, UUID seat) {
		this.jdbc.sql("delete from meeting_ruling where item_id = :item and seat_id = :seat")
			.param("item", item)
			.param("seat", seat)
			.update();
	}

	void preside(UUID item, UUID seat) {
		this.jdbc.sql("update meeting_item set presiding_seat = :seat where id = :id")
			.param("seat", seat)
			.param("id", item)
			.update();
	}

	void outcome(UUID item, AgendaItem.@Nullable Outcome outcome, @Nullable String notes) {
		AgendaItem.Vote vote = (outcome != null) ? outcome.vote() : null;
		AgendaItem.Put put = (outcome != null) ? outcome.put() : null;
		this.jdbc.sql("delete from meeting_vote where item_id = :item").param("item", item).update();
		this.jdbc
			.sql("""
					update meeting_item set notes = :notes, outcome = :outcome, amended_wording = :wording, reason = :reason,
						put_wording = :put, put_options = :options, put_recommendation = :recommendation,
						put_version = :version, manner = :manner, votes_for = :for, votes_against = :against, abstained = :abstained,
						casting = :casting where id = :id
					""")
			.param("notes", notes, Types.VARCHAR)
			.param("outcome", (outcome != null) ? outcome.result().name() : null, Types.VARCHAR)
			.param("wording", (outcome != null) ? outcome.amendedWording() : null, Types.VARCHAR)
			.param("reason", (outcome != null) ? outcome.reason() : null, Types.VARCHAR)
			.param("put", (put != null) ? put.wording() : null, Types.VARCHAR)
			.param("options", (put != null) ? put.options() : null, Types.VARCHAR)
			.param("recommendation", (put != null) ? put.recommendation() : null, Types.INTEGER)
			.param("version", (put != null) ? put.version() : null, Types.INTEGER)
			.param("manner", manner(outcome, vote), Types.VARCHAR)
			.param("for", (vote != null) ? vote.votesFor() : null, Types.INTEGER)
			.param("against", (vote != null) ? vote.votesAgainst() : null, Types.INTEGER)
			.param("abstained", (vote != null) ? vote.abstained() : null, Types.INTEGER)
			.param("casting", (vote != null && vote.casting() != null) ? vote.casting().name() : null, Types.VARCHAR)
			.param("id", item)
			.update();
		if (vote != null) {
			for (Map.Entry<UUID, AgendaItem.Choice> each : vote.byName().entrySet()) {
				this.jdbc.sql("insert into meeting_vote (item_id, seat_id, choice) values (:item, :seat, :choice)")
					.param("item", item)
					.param("seat", each.getKey())
					.param("choice", each.getValue().name())
					.update();
			}
		}
	}

	private static @Nullable String manner(AgendaItem.@Nullable Outcome outcome, AgendaItem.@Nullable Vote vote) {
		if (outcome == null) {
			return null;
		}
		if (vote == null) {
			return "NONE";
		}
		return vote.byName().isEmpty() ? "BY_COUNT" : "BY_NAME";
	}

}
