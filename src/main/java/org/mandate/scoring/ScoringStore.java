package org.mandate.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.audit.ActorSource;
import org.mandate.audit.Auditable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what is kept of the scoring: one statement for each kind of thing, whatever its
 * number. Records what happened, and lets one change be made at a time.
 */
@Component
class ScoringStore {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final ActorSource actors;

	ScoringStore(JdbcClient jdbc, ApplicationEventPublisher events, ActorSource actors) {
		this.jdbc = jdbc;
		this.events = events;
		this.actors = actors;
	}

	/** One change at a time, so that the second of two sees what the first did. */
	void lock(AppraisalId appraisal) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('scoring ' || :id, 0))")
			.param("id", appraisal.id().toString())
			.query((row) -> {
			});
	}

	/** Who acts now. */
	String actor() {
		return this.actors.current().name();
	}

	void happened(AppraisalId appraisal, String action, String summary, @Nullable String reason,
			Map<String, Object> details) {
		Auditable event = new ScoringEvent(appraisal.id(), action, summary, reason, details);
		this.events.publishEvent(event);
	}

	/** Every criterion, those that count first, in their order. */
	List<Criterion> criteria(AppraisalId appraisal) {
		return this.jdbc.sql("""
				select * from criterion where appraisal_id = :appraisal
				order by withdrawn_reason is not null, position, name, id
				""").param("appraisal", appraisal.id()).query(ScoringStore::criterion).list();
	}

	/** Everybody who is or was on the panel, by name. */
	List<Scorer> scorers(AppraisalId appraisal) {
		return this.jdbc.sql("""
				select * from panel_scorer where appraisal_id = :appraisal
				order by removed_reason is not null, name, id
				""")
			.param("appraisal", appraisal.id())
			.query((row, number) -> new Scorer(row.getObject("id", UUID.class), row.getInt("version"),
					row.getObject("person_id", UUID.class), row.getString("name"), instant(row, "invited_at"),
					row.getString("invited_by"), instantOrNull(row, "finished_at"), row.getString("removed_reason")))
			.list();
	}

	/** Every score that anybody gave. Not for eyes before all have finished. */
	List<GivenScore> scores(AppraisalId appraisal) {
		return this.jdbc.sql("""
				select s.* from panel_score s
				join panel_scorer p on p.organisation_id = s.organisation_id and p.id = s.scorer_id
				where p.appraisal_id = :appraisal
				""")
			.param("appraisal", appraisal.id())
			.query((row, number) -> new GivenScore(row.getObject("scorer_id", UUID.class), cell(row),
					row.getInt("score"), row.getString("comment")))
			.list();
	}

	/** Every agreed score, of withdrawn options and criteria too. */
	List<AgreedScore> agreed(AppraisalId appraisal) {
		return this.jdbc.sql("select * from agreed_score where appraisal_id = :appraisal")
			.param("appraisal", appraisal.id())
			.query((row, number) -> new AgreedScore(row.getObject("id", UUID.class), row.getInt("version"), cell(row),
					row.getInt("score"), row.getString("reason"), row.getString("dissent"), instant(row, "recorded_at"),
					row.getString("recorded_by")))
			.list();
	}

	/**
	 * How far the scoring is, in one statement.
	 *
	 * @param criteria how many count
	 * @param weighed how many of them have a weight
	 * @param scorers how many are on the panel
	 * @param finished how many of them say that they have finished
	 * @param agreed how many scores are agreed, of what counts
	 */
	record Progress(int criteria, int weighed, int scorers, int finished, int agreed) {
	}

	/** How far the scoring of these options is. */
	Progress progress(AppraisalId appraisal, List<String> options) {
		return this.jdbc
			.sql("""
					select (select count(*) from criterion where appraisal_id = :appraisal and withdrawn_reason is null)
							as criteria,
						(select count(raw_weight) from criterion where appraisal_id = :appraisal and withdrawn_reason is null)
							as weighed,
						(select count(*) from panel_scorer where appraisal_id = :appraisal and removed_reason is null)
							as scorers,
						(select count(finished_at) from panel_scorer where appraisal_id = :appraisal
							and removed_reason is null) as finished,
						(select count(*) from agreed_score a join criterion c
							on c.organisation_id = a.organisation_id and c.id = a.criterion_id
							where a.appraisal_id = :appraisal and c.withdrawn_reason is null
							and a.option_key = any (string_to_array(:options, ','))) as agreed
					""")
			.param("appraisal", appraisal.id())
			.param("options", String.join(",", options))
			.query((row, number) -> new Progress(row.getInt("criteria"), row.getInt("weighed"), row.getInt("scorers"),
					row.getInt("finished"), row.getInt("agreed")))
			.single();
	}

	private static Criterion criterion(ResultSet row, int number) throws SQLException {
		return new Criterion(row.getObject("id", UUID.class), row.getInt("version"),
				new CriterionWording(row.getString("name"), row.getString("description"), row.getString("anchor_0"),
						row.getString("anchor_5"), row.getString("anchor_10")),
				row.getString("success_factor"), row.getObject("swing_rank", Integer.class),
				row.getObject("raw_weight", Integer.class), row.getString("withdrawn_reason"),
				instant(row, "recorded_at"), row.getString("recorded_by"));
	}

	private static Cell cell(ResultSet row) throws SQLException {
		return new Cell(row.getObject("criterion_id", UUID.class), row.getString("option_key"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
