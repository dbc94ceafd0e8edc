package org.mandate.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.voting.BallotId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the log, read and written within the transaction of the facade.
 */
@Component
class ReminderLog {

	private final JdbcClient jdbc;

	ReminderLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes two who remind in the same ballot come one after the other. */
	void lock(BallotId ballot) {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:ballot, 17))) taken")
			.param("ballot", "reminders of " + ballot.id())
			.query(Integer.class)
			.list();
	}

	/** Every reminder of a ballot, the latest first. */
	List<Reminder> of(BallotId ballot) {
		return this.jdbc.sql("""
				select r.*, u.name as unit_name from reminder r
				join ballot_unit u on u.ballot_id = r.ballot_id and u.slug = r.unit
				where r.ballot_id = :ballot order by r.queued_at desc, u.position, r.address
				""").param("ballot", ballot.id()).query(ReminderLog::reminder).list();
	}

	Reminder queue(BallotId ballot, Awaited awaited, Awaited.Director director, Instant now, String by) {
		Reminder queued = new Reminder(UUID.randomUUID(), awaited.slug(), awaited.name(), director.person(),
				director.email(), now, by, null, null, null);
		this.jdbc.sql("""
				insert into reminder (id, ballot_id, unit, person_id, address, queued_at, queued_by)
				values (:id, :ballot, :unit, :person, :address, :now, :by)
				""")
			.param("id", queued.id())
			.param("ballot", ballot.id())
			.param("unit", queued.unit())
			.param("person", queued.person())
			.param("address", queued.address())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
		return queued;
	}

	/** Note what became of one: sent where there is no problem. */
	void settle(Reminder reminder, @Nullable String problem, Instant now) {
		OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
		this.jdbc.sql("update reminder set sent_at = :sent, failed_at = :failed, problem = :problem where id = :id")
			.param("sent", (problem == null) ? at : null)
			.param("failed", (problem != null) ? at : null)
			.param("problem", problem)
			.param("id", reminder.id())
			.update();
	}

	private static Reminder reminder(ResultSet row, int number) throws SQLException {
		return new Reminder(row.getObject("id", UUID.class), row.getString("unit"), row.getString("unit_name"),
				row.getObject("person_id", UUID.class), row.getString("address"),
				row.getObject("queued_at", OffsetDateTime.class).toInstant(), row.getString("queued_by"),
				instant(row, "sent_at"), instant(row, "failed_at"), row.getString("problem"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
