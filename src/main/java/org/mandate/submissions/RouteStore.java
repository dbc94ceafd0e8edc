package org.mandate.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.mandate.submissions.ProFormaStore.instant;
import static org.mandate.submissions.ProFormaStore.utc;

/**
 * Keeps what happened after a submission: stages, outcomes and their conditions.
 */
@Component
class RouteStore {

	private final JdbcClient jdbc;

	RouteStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What happened at the stages of a submission, by the key of the step. */
	Map<String, Stage.Recorded> stages(UUID proForma, int submission) {
		Map<String, Stage.Recorded> stages = new HashMap<>();
		this.jdbc.sql("select * from submission_stage where pro_forma_id = :id and submission = :submission")
			.param("id", proForma)
			.param("submission", submission)
			.query((row) -> {
				stages.put(row.getString("stage"),
						new Stage.Recorded(day(row, "happened_on"), Stage.Result.valueOf(row.getString("result")),
								row.getString("note"), row.getInt("version"), row.getString("saved_by"),
								instant(row, "saved_at")));
			});
		return stages;
	}

	void stage(UUID proForma, int submission, String stage, Stage.Recorded recorded) {
		this.jdbc
			.sql("""
					insert into submission_stage (pro_forma_id, submission, stage, happened_on, result, note, version, saved_by,
						saved_at)
					values (:id, :submission, :stage, :on, :result, :note, :version, :by, :at)
					on conflict (organisation_id, pro_forma_id, submission, stage) do update set
						happened_on = excluded.happened_on, result = excluded.result, note = excluded.note,
						version = excluded.version, saved_by = excluded.saved_by, saved_at = excluded.saved_at
					""")
			.param("id", proForma)
			.param("submission", submission)
			.param("stage", stage)
			.param("on", recorded.on())
			.param("result", recorded.result().name())
			.param("note", recorded.note())
			.param("version", recorded.version())
			.param("by", recorded.savedBy())
			.param("at", utc(recorded.savedAt()))
			.update();
	}

	/** Every outcome of a submission, the first first. Two statements. */
	List<Outcome> outcomes(UUID proForma, int submission) {
		Map<Integer, List<Outcome.Condition>> conditions = new HashMap<>();
		this.jdbc.sql("""
				select * from submission_condition where pro_forma_id = :id and submission = :submission
				order by outcome, number
				""").param("id", proForma).param("submission", submission).query((row) -> {
			conditions.computeIfAbsent(row.getInt("outcome"), (outcome) -> new ArrayList<>()).add(condition(row));
		});
		return this.jdbc.sql("""
				select * from submission_outcome where pro_forma_id = :id and submission = :submission order by number
				""")
			.param("id", proForma)
			.param("submission", submission)
			.query((row, at) -> outcome(row, conditions.getOrDefault(row.getInt("number"), List.of())))
			.list();
	}

	private static Outcome outcome(ResultSet row, List<Outcome.Condition> conditions) throws SQLException {
		String fallback = row.getString("fallback");
		return new Outcome(row.getInt("number"), Outcome.Result.valueOf(row.getString("outcome")), day(row, "told_on"),
				row.getString("told_by"), row.getString("note"), (fallback != null) ? Fallback.valueOf(fallback) : null,
				row.getString("plan"), row.getString("changed_reason"), row.getString("recorded_by"),
				instant(row, "recorded_at"), conditions);
	}

	private static Outcome.Condition condition(ResultSet row) throws SQLException {
		return new Outcome.Condition(row.getInt("number"), row.getString("said"),
				row.getObject("due_on", LocalDate.class), row.getObject("met_on", LocalDate.class),
				row.getString("met_how"), row.getInt("version"), row.getString("saved_by"), instant(row, "saved_at"));
	}

	/** Add an outcome with its conditions. */
	void outcome(UUID proForma, int submission, Outcome outcome) {
		this.jdbc
			.sql("""
					insert into submission_outcome (pro_forma_id, submission, number, outcome, told_on, told_by, note, fallback,
						plan, changed_reason, recorded_by, recorded_at)
					values (:id, :submission, :number, :outcome, :on, :told, :note, :fallback, :plan, :changed, :by, :at)
					""")
			.param("id", proForma)
			.param("submission", submission)
			.param("number", outcome.number())
			.param("outcome", outcome.result().name())
			.param("on", outcome.toldOn())
			.param("told", outcome.toldBy())
			.param("note", outcome.note())
			.param("fallback", (outcome.fallback() != null) ? outcome.fallback().name() : null)
			.param("plan", outcome.plan())
			.param("changed", outcome.changedReason())
			.param("by", outcome.recordedBy())
			.param("at", utc(outcome.recordedAt()))
			.update();
		outcome.conditions().forEach((condition) -> condition(proForma, submission, outcome.number(), condition));
	}

	void condition(UUID proForma, int submission, int outcome, Outcome.Condition condition) {
		this.jdbc
			.sql("""
					insert into submission_condition (pro_forma_id, submission, outcome, number, said, due_on, met_on, met_how,
						version, saved_by, saved_at)
					values (:id, :submission, :outcome, :number, :said, :due, :met, :how, :version, :by, :at)
					on conflict (organisation_id, pro_forma_id, submission, outcome, number) do update set
						said = excluded.said, due_on = excluded.due_on, met_on = excluded.met_on, met_how = excluded.met_how,
						version = excluded.version, saved_by = excluded.saved_by, saved_at = excluded.saved_at
					""")
			.param("id", proForma)
			.param("submission", submission)
			.param("outcome", outcome)
			.param("number", condition.number())
			.param("said", condition.text())
			.param("due", condition.dueOn())
			.param("met", condition.metOn())
			.param("how", condition.metHow())
			.param("version", condition.version())
			.param("by", condition.savedBy())
			.param("at", utc(condition.savedAt()))
			.update();
	}

	private static LocalDate day(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, LocalDate.class));
	}

}
