package org.mandate.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
import org.mandate.appraisals.AppraisalId;
import org.mandate.engagement.ObjectionWindow.End;
import org.mandate.engagement.ObjectionWindow.Objection;
import org.mandate.engagement.ObjectionWindow.Said;
import org.mandate.engagement.ObjectionWindow.Statement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps windows for objections and the objections. Within the facade's transactions.
 */
@Component
class WindowStore {

	private final JdbcClient jdbc;

	WindowStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All windows of an appraisal with their objections, by number. Two statements. */
	List<ObjectionWindow> all(AppraisalId appraisal) {
		Map<UUID, List<Objection>> objections = new HashMap<>();
		this.jdbc.sql("""
				select o.* from objection o
				join objection_window w on w.organisation_id = o.organisation_id and w.id = o.window_id
				where w.appraisal_id = :appraisal order by o.window_id, o.number
				""").param("appraisal", appraisal.id()).query((row) -> {
			objections.computeIfAbsent(row.getObject("window_id", UUID.class), (id) -> new ArrayList<>())
				.add(objection(row));
		});
		return this.jdbc.sql("select * from objection_window where appraisal_id = :appraisal order by number")
			.param("appraisal", appraisal.id())
			.query((row, number) -> window(row, objections.getOrDefault(row.getObject("id", UUID.class), List.of())))
			.list();
	}

	private static ObjectionWindow window(ResultSet row, List<Objection> objections) throws SQLException {
		LocalDate until = row.getObject("until_on", LocalDate.class);
		Statement statement = new Statement(Audience.valueOf(row.getString("audience")), row.getString("put"),
				row.getString("how"), row.getObject("reached", Integer.class), row.getObject("members", Integer.class),
				EngagementStore.when(row), (until != null) ? new End(until, instant(row, "until_at")) : null,
				row.getString("source"));
		return new ObjectionWindow(row.getObject("id", UUID.class), row.getInt("number"), statement, objections,
				row.getString("withdrawn_reason"), EngagementStore.at(row, "recorded_at"), row.getString("recorded_by"),
				row.getInt("version"));
	}

	private static Objection objection(ResultSet row) throws SQLException {
		Said said = new Said(row.getString("who"), row.getString("said"), row.getObject("received_on", LocalDate.class),
				instant(row, "received_at"), row.getString("reply"), row.getObject("replied_on", LocalDate.class));
		return new Objection(row.getObject("id", UUID.class), row.getInt("number"), said,
				row.getString("withdrawn_reason"), row.getString("recorded_by"), EngagementStore.at(row, "recorded_at"),
				row.getInt("version"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	/** Write a window, new or known, as it stands now. */
	void save(AppraisalId appraisal, ObjectionWindow window) {
		Statement said = window.statement();
		End until = said.until();
		this.jdbc
			.sql("""
					insert into objection_window (id, version, appraisal_id, number, audience, put, how, reached, members,
						when_kind, from_on, to_on, when_said, until_on, until_at, source, withdrawn_reason, recorded_by,
						recorded_at)
					values (:id, :version, :appraisal, :number, :audience, :put, :how, :reached, :members, :kind, :from, :to,
						:said, :untilOn, :untilAt, :source, :withdrawn, :by, :at)
					on conflict (organisation_id, id) do update set version = excluded.version, audience = excluded.audience,
						put = excluded.put, how = excluded.how, reached = excluded.reached, members = excluded.members,
						when_kind = excluded.when_kind, from_on = excluded.from_on, to_on = excluded.to_on,
						when_said = excluded.when_said, until_on = excluded.until_on, until_at = excluded.until_at,
						source = excluded.source, withdrawn_reason = excluded.withdrawn_reason,
						recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
					""")
			.param("id", window.id())
			.param("version", window.version())
			.param("appraisal", appraisal.id())
			.param("number", window.number())
			.param("audience", said.audience().name())
			.param("put", said.put())
			.param("how", said.how())
			.param("reached", said.reached(), Types.INTEGER)
			.param("members", said.members(), Types.INTEGER)
			.param("kind", said.opened().kind().name())
			.param("from", said.opened().from(), Types.DATE)
			.param("to", said.opened().to(), Types.DATE)
			.param("said", said.opened().said(), Types.VARCHAR)
			.param("untilOn", (until != null) ? until.on() : null, Types.DATE)
			.param("untilAt", (until != null) ? utc(until.at()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("source", said.source(), Types.VARCHAR)
			.param("withdrawn", window.withdrawnReason(), Types.VARCHAR)
			.param("by", window.recordedBy())
			.param("at", utc(window.recordedAt()))
			.update();
	}

	/** Write an objection, new or known, as it stands now. */
	void save(ObjectionWindow window, Objection objection) {
		Said said = objection.statement();
		this.jdbc.sql("""
				insert into objection (id, version, window_id, number, who, said, received_on, received_at, reply,
					replied_on, withdrawn_reason, recorded_by, recorded_at)
				values (:id, :version, :window, :number, :who, :said, :receivedOn, :receivedAt, :reply, :repliedOn,
					:withdrawn, :by, :at)
				on conflict (organisation_id, id) do update set version = excluded.version, who = excluded.who,
					said = excluded.said, received_on = excluded.received_on, received_at = excluded.received_at,
					reply = excluded.reply, replied_on = excluded.replied_on,
					withdrawn_reason = excluded.withdrawn_reason, recorded_by = excluded.recorded_by,
					recorded_at = excluded.recorded_at
				""")
			.param("id", objection.id())
			.param("version", objection.version())
			.param("window", window.id())
			.param("number", objection.number())
			.param("who", said.who())
			.param("said", said.words())
			.param("receivedOn", said.received())
			.param("receivedAt", utc(said.at()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("reply", said.reply(), Types.VARCHAR)
			.param("repliedOn", said.repliedOn(), Types.DATE)
			.param("withdrawn", objection.withdrawnReason(), Types.VARCHAR)
			.param("by", objection.recordedBy())
			.param("at", utc(objection.recordedAt()))
			.update();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : null;
	}

}
