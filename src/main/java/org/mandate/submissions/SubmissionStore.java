package org.mandate.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.mandate.submissions.ProFormaStore.instant;
import static org.mandate.submissions.ProFormaStore.optional;
import static org.mandate.submissions.ProFormaStore.utc;

/**
 * Keeps submissions, and that none is made.
 */
@Component
class SubmissionStore {

	private final JdbcClient jdbc;

	SubmissionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last submission of a pro forma, withdrawn or not. */
	@Nullable Submission last(UUID proForma) {
		return this.jdbc.sql("select * from submission where pro_forma_id = :id order by number desc limit 1")
			.param("id", proForma)
			.query(SubmissionStore::submission)
			.optional()
			.orElse(null);
	}

	/** One submission of a pro forma. */
	Optional<Submission> one(UUID proForma, int number) {
		return this.jdbc.sql("select * from submission where pro_forma_id = :id and number = :number")
			.param("id", proForma)
			.param("number", number)
			.query(SubmissionStore::submission)
			.optional();
	}

	private static Submission submission(ResultSet row, int at) throws SQLException {
		Instant received = optional(row, "received_at");
		Instant withdrawn = optional(row, "withdrawn_at");
		return new Submission(row.getInt("number"), instant(row, "submitted_at"), row.getString("known_from"),
				optional(row, "due_at"), row.getString("late_reason"), overridden(row), row.getString("content"),
				row.getString("sha256"), row.getString("recorded_by"), instant(row, "recorded_at"),
				(received != null) ? new Submission.Received(received, row.getString("received_from"),
						row.getString("received_by")) : null,
				(withdrawn != null) ? new Submission.Withdrawn(row.getString("withdrawn_reason"),
						row.getString("withdrawn_by"), withdrawn) : null);
	}

	private static Submission.@Nullable Overridden overridden(ResultSet row) throws SQLException {
		String reason = row.getString("override_reason");
		return (reason != null) ? new Submission.Overridden(row.getString("override_by"), reason) : null;
	}

	void add(UUID proForma, Submission submission) {
		Submission.Overridden override = submission.override();
		this.jdbc
			.sql("""
					insert into submission (pro_forma_id, number, submitted_at, known_from, due_at, late_reason, override_by,
						override_reason, content, sha256, recorded_by, recorded_at)
					values (:id, :number, :at, :known, :due, :late, :overriddenBy, :overridden, :content, :sha256, :by, :recorded)
					""")
			.param("id", proForma)
			.param("number", submission.number())
			.param("at", utc(submission.at()))
			.param("known", submission.knownFrom())
			.param("due", (submission.dueAt() != null) ? utc(submission.dueAt()) : null)
			.param("late", submission.lateReason())
			.param("overriddenBy", (override != null) ? override.by() : null)
			.param("overridden", (override != null) ? override.reason() : null)
			.param("content", submission.content())
			.param("sha256", submission.sha256())
			.param("by", submission.recordedBy())
			.param("recorded", utc(submission.recordedAt()))
			.update();
	}

	void received(UUID proForma, int number, Submission.Received received) {
		this.jdbc.sql("""
				update submission set received_at = :at, received_from = :from, received_by = :by
				where pro_forma_id = :id and number = :number
				""")
			.param("id", proForma)
			.param("number", number)
			.param("at", utc(received.at()))
			.param("from", received.from())
			.param("by", received.by())
			.update();
	}

	void withdraw(UUID proForma, int number, Submission.Withdrawn withdrawn) {
		this.jdbc.sql("""
				update submission set withdrawn_reason = :reason, withdrawn_by = :by, withdrawn_at = :at
				where pro_forma_id = :id and number = :number
				""")
			.param("id", proForma)
			.param("number", number)
			.param("reason", withdrawn.reason())
			.param("by", withdrawn.by())
			.param("at", utc(withdrawn.at()))
			.update();
	}

	/** That no application is made, where that stands. */
	Optional<NoApplication> noApplication(AppraisalId appraisal) {
		return this.jdbc.sql("""
				select * from no_application where appraisal_id = :appraisal and reopened_at is null
				order by number desc limit 1
				""")
			.param("appraisal", appraisal.id())
			.query((row, at) -> new NoApplication(row.getInt("number"), row.getString("decided_by"),
					Objects.requireNonNull(row.getObject("decided_on", LocalDate.class)), row.getString("reason"),
					row.getString("recorded_by"), instant(row, "recorded_at")))
			.optional();
	}

	void add(AppraisalId appraisal, NoApplication none) {
		this.jdbc
			.sql("""
					insert into no_application (appraisal_id, number, decided_by, decided_on, reason, recorded_by, recorded_at)
					values (:appraisal, (select count(*) + 1 from no_application where appraisal_id = :appraisal), :decided,
						:on, :reason, :by, :at)
					""")
			.param("appraisal", appraisal.id())
			.param("decided", none.decidedBy())
			.param("on", none.decidedOn())
			.param("reason", none.reason())
			.param("by", none.recordedBy())
			.param("at", utc(none.recordedAt()))
			.update();
	}

	void reopen(AppraisalId appraisal, int number, String reason, String by, Instant at) {
		this.jdbc.sql("""
				update no_application set reopened_reason = :reason, reopened_by = :by, reopened_at = :at
				where appraisal_id = :appraisal and number = :number
				""")
			.param("appraisal", appraisal.id())
			.param("number", number)
			.param("reason", reason)
			.param("by", by)
			.param("at", utc(at))
			.update();
	}

}
