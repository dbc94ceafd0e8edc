package org.mandate.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.PersonSummary;
import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the log, and who wants no reminders; read and written within the
 * transaction of the facade.
 */
@Component
class DeadlineReminderLog {

	private static final int LATEST = 200;

	private final JdbcClient jdbc;

	DeadlineReminderLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The latest first. */
	List<DeadlineReminder> latest(AppraisalId appraisal) {
		return this.jdbc.sql("""
				select r.*, p.name from deadline_reminder r
				join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
				where r.appraisal_id = :appraisal order by r.queued_at desc, r.due_on, r.line, p.name limit :latest
				""")
			.param("appraisal", appraisal.id())
			.param("latest", LATEST)
			.query(DeadlineReminderLog::reminder)
			.list();
	}

	/**
	 * Take a reminder, for this node to send.
	 * @return null where it was taken before
	 */
	@Nullable DeadlineReminder take(AppraisalId appraisal, PersonSummary person, PlanLine line, LocalDate dueOn, int step,
			Instant now) {
		DeadlineReminder taken = new DeadlineReminder(person.id(), person.name(), line.key(), dueOn, step, line.title(),
				person.email(), now, null, null, null);
		int added = this.jdbc.sql("""
				insert into deadline_reminder (appraisal_id, person_id, line, due_on, step, title, address, queued_at)
				values (:appraisal, :person, :line, :due, :step, :title, :address, :now)
				on conflict do nothing
				""")
			.param("appraisal", appraisal.id())
			.param("person", taken.person())
			.param("line", taken.line())
			.param("due", dueOn)
			.param("step", step)
			.param("title", taken.title())
			.param("address", taken.address())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		return (added == 1) ? taken : null;
	}

	/** Note what became of one: sent where there is no problem. */
	void settle(AppraisalId appraisal, DeadlineReminder reminder, @Nullable String problem, Instant now) {
		OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("""
					update deadline_reminder set sent_at = :sent, failed_at = :failed, problem = :problem
					where appraisal_id = :appraisal and person_id = :person and line = :line and due_on = :due and step = :step
					""")
			.param("sent", (problem == null) ? at : null)
			.param("failed", (problem != null) ? at : null)
			.param("problem", problem)
			.param("appraisal", appraisal.id())
			.param("person", reminder.person())
			.param("line", reminder.line())
			.param("due", reminder.dueOn())
			.param("step", reminder.step())
			.update();
	}

	Set<UUID> refusals() {
		return this.jdbc.sql("select person_id from deadline_reminder_refusal")
			.query((row, number) -> row.getObject("person_id", UUID.class))
			.set();
	}

	void refuse(UUID person, Instant now) {
		this.jdbc
			.sql("""
					insert into deadline_reminder_refusal (person_id, refused_at) values (:person, :now) on conflict do nothing
					""")
			.param("person", person)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	void want(UUID person) {
		this.jdbc.sql("delete from deadline_reminder_refusal where person_id = :person")
			.param("person", person)
			.update();
	}

	private static DeadlineReminder reminder(ResultSet row, int number) throws SQLException {
		return new DeadlineReminder(row.getObject("person_id", UUID.class), row.getString("name"),
				row.getString("line"), row.getObject("due_on", LocalDate.class), row.getInt("step"),
				row.getString("title"), row.getString("address"),
				row.getObject("queued_at", OffsetDateTime.class).toInstant(), instant(row, "sent_at"),
				instant(row, "failed_at"), row.getString("problem"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
