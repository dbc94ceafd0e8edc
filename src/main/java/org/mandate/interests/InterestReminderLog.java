package org.mandate.interests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.PersonSummary;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the log, read and written within the transaction of the facade.
 */
@Component
class InterestReminderLog {

	/** Lines that the page shows; a gap is far shorter than they reach back. */
	private static final int LATEST = 500;

	private final JdbcClient jdbc;

	InterestReminderLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes two who remind in the same organisation come one after the other. */
	void lock() {
		this.jdbc.sql(
				"select 1 from (select pg_advisory_xact_lock(hashtextextended('interests ' || current_org()::text, 17))) t")
			.query(Integer.class)
			.list();
	}

	/** The latest first. */
	List<InterestReminder> latest() {
		return this.jdbc.sql("select * from interest_reminder order by queued_at desc, address limit :latest")
			.param("latest", LATEST)
			.query(InterestReminderLog::reminder)
			.list();
	}

	InterestReminder queue(PersonSummary person, Instant now, String by) {
		InterestReminder queued = new InterestReminder(UUID.randomUUID(), person.id(), person.email(), now, by, null,
				null, null);
		this.jdbc.sql("""
				insert into interest_reminder (id, person_id, address, queued_at, queued_by)
				values (:id, :person, :address, :now, :by)
				""")
			.param("id", queued.id())
			.param("person", queued.person())
			.param("address", queued.address())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
		return queued;
	}

	/** Note what became of one: sent where there is no problem. */
	void settle(InterestReminder reminder, @Nullable String problem, Instant now) {
		OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("update interest_reminder set sent_at = :sent, failed_at = :failed, problem = :problem where id = :id")
			.param("sent", (problem == null) ? at : null)
			.param("failed", (problem != null) ? at : null)
			.param("problem", problem)
			.param("id", reminder.id())
			.update();
	}

	private static InterestReminder reminder(ResultSet row, int number) throws SQLException {
		return new InterestReminder(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
				row.getString("address"), row.getObject("queued_at", OffsetDateTime.class).toInstant(),
				row.getString("queued_by"), instant(row, "sent_at"), instant(row, "failed_at"),
				row.getString("problem"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
