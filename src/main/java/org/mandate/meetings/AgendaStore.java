package org.mandate.meetings;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.ActorSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the items of agendas, and what happens on them, within the transaction of a
 * facade that has locked their meeting.
 */
@Component
class AgendaStore {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final ActorSource actors;

	private final Clock clock;

	AgendaStore(JdbcClient jdbc, JdbcTemplate batches, ActorSource actors, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.actors = actors;
		this.clock = clock;
	}

	private String by() {
		return this.actors.current().name();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
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

	/** Put items on the agenda of a meeting. */
	void insert(MeetingId meeting, List<AgendaItem> items) {
		this.batches.batchUpdate("""
				insert into meeting_item (id, meeting_id, number, title, purpose, motion, options, appraisal_id,
					private_item, touching, practices, continues_item)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", items.stream().map((item) -> row(meeting, item)).toList());
	}

	private static @Nullable Object[] row(MeetingId meeting, AgendaItem item) {
		AgendaItem.Statement is = item.statement();
		return new @Nullable Object[] { item.id(), meeting.id(), item.number(), is.title(), is.purpose().name(),
				is.motion(), is.options(), (is.appraisal() != null) ? is.appraisal().id() : null, is.inPrivate(),
				is.touching().name(), String.join(" ", is.practices()), item.continues() };
	}

	void change(AgendaItem item) {
		AgendaItem.Statement is = item.statement();
		this.jdbc.sql("""
				update meeting_item set number = :number, title = :title, purpose = :purpose, motion = :motion,
					options = :options, appraisal_id = :appraisal, private_item = :private, touching = :touching,
					practices = :practices
				where id = :id
				""")
			.param("id", item.id())
			.param("number", item.number())
			.param("title", is.title())
			.param("purpose", is.purpose().name())
			.param("motion", is.motion(), Types.VARCHAR)
			.param("options", is.options(), Types.VARCHAR)
			.param("appraisal", (is.appraisal() != null) ? is.appraisal().id() : null, Types.OTHER)
			.param("private", is.inPrivate())
			.param("touching", is.touching().name())
			.param("practices", String.join(" ", is.practices()))
			.update();
	}

	/** Numbers them as they come; out of each other's way in between. */
	void renumber(MeetingId meeting, List<AgendaItem> inOrder) {
		this.jdbc.sql(
				"update meeting_item set number = number + 1000 where meeting_id = :meeting and withdrawn_reason is null")
			.param("meeting", meeting.id())
			.update();
		List<Object[]> rows = new ArrayList<>();
		for (AgendaItem item : inOrder) {
			rows.add(new Object[] { rows.size() + 1, item.id() });
		}
		this.batches.batchUpdate("update meeting_item set number = ? where id = ?", rows);
	}

	void withdraw(UUID item, String reason) {
		this.jdbc.sql("update meeting_item set withdrawn_reason = :reason where id = :id")
			.param("reason", reason)
			.param("id", item)
			.update();
	}

	void declare(UUID item, AgendaItem.Declared declared) {
		declare(Map.of(item, List.of(declared)));
	}

	/** By item, what is declared on it. */
	void declare(Map<UUID, List<AgendaItem.Declared>> declarations) {
		List<Object[]> rows = new ArrayList<>();
		declarations.forEach((item,
				all) -> all.forEach((declared) -> rows.add(new @Nullable Object[] { declared.id(), item,
						declared.seat(), declared.name(), declared.interest(), declared.words(),
						declared.origin().name(), declared.mayPublish(), by(), now() })));
		this.batches.batchUpdate("""
				insert into meeting_declaration (id, item_id, seat_id, name, interest_id, words, origin, may_publish,
					declared_by, declared_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", rows);
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

	void outcome(UUID item, @Nullable Outcome outcome, @Nullable String notes) {
		Vote vote = (outcome != null) ? outcome.vote() : null;
		Outcome.Put put = (outcome != null) ? outcome.put() : null;
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
			this.batches.batchUpdate("insert into meeting_vote (item_id, seat_id, choice) values (?, ?, ?)",
					vote.byName()
						.entrySet()
						.stream()
						.map((each) -> new Object[] { item, each.getKey(), each.getValue().name() })
						.toList());
		}
	}

	private static @Nullable String manner(@Nullable Outcome outcome, @Nullable Vote vote) {
		if (outcome == null) {
			return null;
		}
		if (vote == null) {
			return "NONE";
		}
		return vote.byName().isEmpty() ? "BY_COUNT" : "BY_NAME";
	}

}
