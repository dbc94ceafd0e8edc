package org.mandate.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.MemberId;
import org.mandate.appraisals.AppraisalId;
import org.mandate.mandates.MandateTest.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps evidence stated by hand, and overrides. Within the facade's transactions.
 */
@Component
class MandateStore {

	private final JdbcClient jdbc;

	MandateStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One change at a time, so that the second of two sees what the first did. */
	void lock(AppraisalId appraisal) {
		this.jdbc.sql("select id from appraisal where id = :appraisal for no key update")
			.param("appraisal", appraisal.id())
			.query(UUID.class)
			.optional();
	}

	/** All of an appraisal, by number, the withdrawn ones among them. One statement. */
	List<StatedEvidence> evidence(AppraisalId appraisal) {
		return this.jdbc.sql("select * from mandate_evidence where appraisal_id = :appraisal order by number")
			.param("appraisal", appraisal.id())
			.query(MandateStore::stated)
			.list();
	}

	void add(AppraisalId appraisal, UUID id, int number, StatedEvidence.Statement said, String by, Instant now) {
		this.jdbc.sql("""
				insert into mandate_evidence (appraisal_id, id, number, model_key, topic, text, happened_on, reference,
					by_whom, recorded_at, recorded_by)
				values (:appraisal, :id, :number, :model, :topic, :text, :on, :reference, :whom, :at, :by)
				""")
			.param("appraisal", appraisal.id())
			.param("id", id)
			.param("number", number)
			.param("model", said.model())
			.param("topic", said.topic())
			.param("text", said.text())
			.param("on", said.on())
			.param("reference", said.reference())
			.param("whom", said.byWhom())
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	/** The number under which a form's evidence was recorded; null where it was not. */
	@Nullable Integer sent(AppraisalId appraisal, UUID id) {
		return this.jdbc.sql("select number from mandate_evidence where appraisal_id = :appraisal and id = :id")
			.param("appraisal", appraisal.id())
			.param("id", id)
			.query(Integer.class)
			.optional()
			.orElse(null);
	}

	void withdrawEvidence(AppraisalId appraisal, int number, String reason, String by, Instant now) {
		this.jdbc.sql("""
				update mandate_evidence set version = version + 1, withdrawn_reason = :reason, recorded_at = :at,
					recorded_by = :by where appraisal_id = :appraisal and number = :number
				""")
			.param("appraisal", appraisal.id())
			.param("number", number)
			.param("reason", reason)
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	/** All of an appraisal, by number. One statement. */
	List<RecordedOverride> overrides(AppraisalId appraisal) {
		Map<Integer, Map<String, State>> tests = new HashMap<>();
		List<RecordedOverride> found = new ArrayList<>();
		this.jdbc.sql("""
				select o.*, t.topic, t.state from mandate_override o
				join mandate_override_test t on t.organisation_id = o.organisation_id and t.override_id = o.id
				where o.appraisal_id = :appraisal order by o.number, t.topic
				""").param("appraisal", appraisal.id()).query((row) -> {
			int number = row.getInt("number");
			if (!tests.containsKey(number)) {
				found.add(override(row));
			}
			tests.computeIfAbsent(number, (any) -> new HashMap<>())
				.put(row.getString("topic"), State.valueOf(row.getString("state")));
		});
		return found.stream()
			.map((each) -> new RecordedOverride(each.number(), each.model(),
					tests.getOrDefault(each.number(), Map.of()), each.reason(), each.decidedOn(), each.by(),
					each.recordedAt(), each.withdrawal()))
			.toList();
	}

	void add(AppraisalId appraisal, RecordedOverride override, MemberId by) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into mandate_override (appraisal_id, id, number, model_key, reason, decided_on, by_id, by_name,
					recorded_at)
				values (:appraisal, :id, :number, :model, :reason, :on, :person, :by, :at)
				""")
			.param("appraisal", appraisal.id())
			.param("id", id)
			.param("number", override.number())
			.param("model", override.model())
			.param("reason", override.reason())
			.param("on", override.decidedOn())
			.param("person", by.id())
			.param("by", override.by())
			.param("at", override.recordedAt().atOffset(ZoneOffset.UTC))
			.update();
		override.tests()
			.forEach((topic, state) -> this.jdbc
				.sql("insert into mandate_override_test (override_id, topic, state) values (:id, :topic, :state)")
				.param("id", id)
				.param("topic", topic)
				.param("state", state.name())
				.update());
	}

	void withdraw(AppraisalId appraisal, int number, RecordedOverride.Withdrawal withdrawal, Instant now) {
		this.jdbc.sql("""
				update mandate_override set withdrawn_on = :on, withdrawn_reason = :reason, withdrawn_by = :by,
					withdrawn_at = :at where appraisal_id = :appraisal and number = :number
				""")
			.param("appraisal", appraisal.id())
			.param("number", number)
			.param("on", withdrawal.on())
			.param("reason", withdrawal.reason())
			.param("by", withdrawal.by())
			.param("at", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static StatedEvidence stated(ResultSet row, int number) throws SQLException {
		return new StatedEvidence(row.getInt("number"),
				new StatedEvidence.Statement(row.getString("model_key"), row.getString("topic"), row.getString("text"),
						row.getObject("happened_on", LocalDate.class), row.getString("reference"),
						row.getString("by_whom")),
				row.getString("withdrawn_reason"), row.getInt("version"), row.getString("recorded_by"), instant(row));
	}

	private static RecordedOverride override(ResultSet row) throws SQLException {
		LocalDate withdrawn = row.getObject("withdrawn_on", LocalDate.class);
		return new RecordedOverride(row.getInt("number"), row.getString("model_key"), Map.of(), row.getString("reason"),
				row.getObject("decided_on", LocalDate.class), row.getString("by_name"), instant(row),
				(withdrawn != null) ? new RecordedOverride.Withdrawal(withdrawn, row.getString("withdrawn_reason"),
						row.getString("withdrawn_by")) : null);
	}

	private static Instant instant(ResultSet row) throws SQLException {
		return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
	}

}
