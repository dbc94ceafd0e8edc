package org.mandate.constitution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps amendments, and that none is needed. Within the facade's transactions.
 */
@Component
class AmendmentStore {

	private final JdbcClient jdbc;

	AmendmentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the order of their numbers, the withdrawn ones among them. One statement. */
	List<Amendment> of(AppraisalId appraisal) {
		return this.jdbc.sql("select * from amendment where appraisal_id = :appraisal order by number")
			.param("appraisal", appraisal.id())
			.query(AmendmentStore::amendment)
			.list();
	}

	/** Whether it was stated that none is needed. One statement. */
	Optional<Unchanged> unchanged(AppraisalId appraisal) {
		return this.jdbc.sql("select * from constitution_unchanged where appraisal_id = :appraisal")
			.param("appraisal", appraisal.id())
			.query((row, number) -> new Unchanged(row.getString("reason"), row.getObject("stated_on", LocalDate.class),
					row.getInt("version"), row.getString("recorded_by"), instant(row)))
			.optional();
	}

	/** One change at a time, so that the second of two sees what the first did. */
	void lock(AppraisalId appraisal) {
		this.jdbc.sql("select id from appraisal where id = :appraisal for no key update")
			.param("appraisal", appraisal.id())
			.query(UUID.class)
			.optional();
	}

	void add(AppraisalId appraisal, UUID id, int number, AmendmentStatement statement, String by, Instant now) {
		facts(this.jdbc.sql("""
				insert into amendment (appraisal_id, id, number, title, changes, co_commissioning, proposed_on,
					proposed_until, agreed_on, agreed_how, agreed_ballot, refused_on, submitted_on, approved_on,
					sent_back_on, sent_back_why, source, recorded_at, recorded_by)
				values (:appraisal, :id, :number, :title, :changes, :only, :proposed, :until, :agreed, :how, :ballot,
					:refused, :submitted, :approved, :sentBack, :why, :source, :at, :by)
				""").param("appraisal", appraisal.id()).param("id", id).param("number", number), statement)
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	/** Whatever it said; one that was withdrawn stands again. */
	void put(UUID id, AmendmentStatement statement, String by, Instant now) {
		facts(this.jdbc.sql("""
				update amendment set version = version + 1, title = :title, changes = :changes,
					co_commissioning = :only, proposed_on = :proposed, proposed_until = :until, agreed_on = :agreed,
					agreed_how = :how, agreed_ballot = :ballot, refused_on = :refused, submitted_on = :submitted,
					approved_on = :approved, sent_back_on = :sentBack, sent_back_why = :why, source = :source,
					withdrawn_reason = null, recorded_at = :at, recorded_by = :by
				where id = :id
				""").param("id", id), statement).param("at", now.atOffset(ZoneOffset.UTC)).param("by", by).update();
	}

	void withdraw(UUID id, String reason, String by, Instant now) {
		this.jdbc.sql("""
				update amendment set version = version + 1, withdrawn_reason = :reason, recorded_at = :at,
					recorded_by = :by where id = :id
				""")
			.param("id", id)
			.param("reason", reason)
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	void state(AppraisalId appraisal, @Nullable String reason, LocalDate on, String by, Instant now) {
		this.jdbc.sql("""
				insert into constitution_unchanged as known (appraisal_id, reason, stated_on, recorded_at, recorded_by)
				values (:appraisal, :reason, :on, :at, :by)
				on conflict (organisation_id, appraisal_id) do update set version = known.version + 1,
					reason = excluded.reason, stated_on = excluded.stated_on, recorded_at = excluded.recorded_at,
					recorded_by = excluded.recorded_by
				""")
			.param("appraisal", appraisal.id())
			.param("reason", reason)
			.param("on", on)
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	private static JdbcClient.StatementSpec facts(JdbcClient.StatementSpec sql, AmendmentStatement said) {
		return sql.param("title", said.title())
			.param("changes", said.changes())
			.param("only", said.coCommissioning())
			.param("proposed", said.proposed())
			.param("until", said.proposedUntil())
			.param("agreed", said.agreed())
			.param("how", said.agreedHow())
			.param("ballot", said.ballot())
			.param("refused", said.refused())
			.param("submitted", said.submitted())
			.param("approved", said.approved())
			.param("sentBack", said.sentBack())
			.param("why", said.sentBackWhy())
			.param("source", said.source());
	}

	private static Amendment amendment(ResultSet row, int number) throws SQLException {
		Integer ballot = row.getObject("agreed_ballot", Integer.class);
		String how = (ballot != null) ? "By ballot %d of the member practices".formatted(ballot)
				: row.getString("agreed_how");
		return new Amendment(row.getObject("id", UUID.class), row.getInt("number"), row.getString("title"),
				row.getBoolean("co_commissioning"), day(row, "proposed_on"), day(row, "agreed_on"), how,
				day(row, "submitted_on"), day(row, "approved_on"),
				new Amendment.Further(row.getString("changes"), day(row, "proposed_until"), ballot,
						day(row, "refused_on"), day(row, "sent_back_on"), row.getString("sent_back_why"),
						row.getString("source"), row.getString("withdrawn_reason"), row.getInt("version"),
						row.getString("recorded_by"), instant(row)));
	}

	private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

	private static Instant instant(ResultSet row) throws SQLException {
		return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
	}

}
